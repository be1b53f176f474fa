import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Diagnosis } from "../../../src/engine/model/diagnosis.ts";
import { startRecorder } from "./recorder.ts";
import { diagnoseWorkspace, kindOf } from "./workspaceDiagnosis.ts";

/** What one request gets: a status, and what is sent with it as JSON. */
type Answer = readonly [status: number, content: unknown];

/** Diagnoses the last request of `api.http`, where `{{api}}` is a server that answers by path with query, Host and fields. */
async function ask(
  answer: (path: string, fields: Readonly<Record<string, string | undefined>>) => Answer,
  requests: string,
  files: Readonly<Record<string, string>> = {},
): Promise<{ readonly diagnosis: Diagnosis; readonly lines: readonly string[] }> {
  const server = await startRecorder(({ url = "", headers }, response) => {
    const [status, content] = answer(url, headers as Readonly<Record<string, string | undefined>>);
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(content));
  });
  try {
    const diagnosis = await diagnoseWorkspace({ "api.http": `@api = ${server.origin}\n${requests}`, ...files }, null);
    return { diagnosis, lines: server.log.map(({ line }) => line) };
  } finally {
    await server.close();
  }
}

/** The source of an application with these lines. */
const express = (...lines: readonly string[]) =>
  ['import express from "express";', "const app = express();", ...lines, "app.listen(3000);"].join("\n");

const unknown: Answer = [404, { error: "no such thing" }];
const noRoute: Answer = [404, { message: "no route" }];

describe("what the other requests of the file lend", () => {
  it("is the value of a parameter of the query, never one that is a secret or turns pages", async () => {
    const { diagnosis, lines } = await ask(
      (path) =>
        path === "/menus/lunch?edition=winter"
          ? [200, { id: "lunch" }]
          : path.startsWith("/menus/")
            ? unknown
            : noRoute,
      "GET {{api}}/menus/lunch?edition=summer&page=1\n\n###\nGET {{api}}/menus/lunch?edition=winter&page=2&api_key=k-77\n",
    );
    assert.ok(!lines.some((line) => /page=2|k-77/.test(line)), lines.join("\n"));
    assert.notEqual(kindOf(diagnosis), "wrong-scope/wrong-tenant");
    const plain = await ask(
      (path) =>
        path === "/menus/lunch?edition=winter&day=a+b%2Fc"
          ? [200, { id: "lunch" }]
          : path.startsWith("/menus/")
            ? unknown
            : noRoute,
      "GET {{api}}/menus/lunch?edition=summer&day=a+b%2Fc\n\n###\nGET {{api}}/menus/lunch?edition=winter\n",
    );
    assert.equal(kindOf(plain.diagnosis), "wrong-scope/wrong-tenant");
    assert.match(plain.diagnosis.verdict.summary, /edition=winter, not edition=summer/);
  });

  it("is the key under which data holds the thing, beside the one that the query names", async () => {
    const holdings =
      'export const holdings = {\n  east: { "Kx-114": "The Peregrine", "Kx-120": "Waterlog" },\n  west: { "Lm-002": "Ways" },\n};\n';
    const books = (path: string): Answer =>
      path === "/books/Kx-114?branch=east" ? [200, {}] : path.startsWith("/books/") ? unknown : noRoute;
    const files = { "holdings.ts": holdings };
    const { diagnosis, lines } = await ask(books, "GET {{api}}/books/Kx-114?branch=west&page=2\n", files);
    assert.ok(
      lines.some((line) => line.includes("branch=east&page=2")),
      lines.join("\n"),
    );
    assert.notEqual(kindOf(diagnosis), "wrong-scope/wrong-tenant");
    const plain = await ask(books, "GET {{api}}/books/Kx-114?branch=west\n", files);
    assert.equal(kindOf(plain.diagnosis), "wrong-scope/wrong-tenant");
    const byField = (path: string, fields: Readonly<Record<string, string | undefined>>): Answer =>
      fields["x-branch"] === "east" ? books(`${path}?branch=east`) : books(path);
    const named = await ask(byField, "GET {{api}}/books/Kx-114\nX-Branch: west\nX-Role: west\n", files);
    assert.equal(kindOf(named.diagnosis), "wrong-scope/wrong-tenant");
    assert.match(named.diagnosis.verdict.summary, /is there under X-Branch: east, not X-Branch: west/);
    const other = await ask(books, "GET {{api}}/books/Kx-114?lang=de\n", files);
    assert.ok(!other.lines.some((line) => line.includes("east")), other.lines.join("\n"));
  });

  it("is the host of another tenant, where the application looked something up", async () => {
    const { diagnosis } = await ask(
      (path, { host }) =>
        path === "/pallets/p-5001" ? (host === "nord.depot.test" ? [200, { id: "p-5001" }] : unknown) : noRoute,
      "GET {{api}}/pallets/p-5001\nHost: west.depot.test\n\n###\nGET {{api}}/ping\nHost: nord.depot.test\n",
    );
    assert.equal(kindOf(diagnosis), "wrong-scope/wrong-tenant");
    assert.match(diagnosis.verdict.summary, /not under the host west\.depot\.test but under nord\.depot\.test/);
  });

  it("is the parent that they ask below", async () => {
    const { diagnosis } = await ask(
      (path) =>
        path === "/houses/22/keys/k-9001" ? [200, { id: "k-9001" }] : path.startsWith("/houses/") ? unknown : noRoute,
      "GET {{api}}/houses/11/keys/k-9001\n\n###\nGET {{api}}/houses/22/keys\n",
    );
    assert.equal(kindOf(diagnosis), "wrong-scope/wrong-project");
    assert.equal(diagnosis.fixes[0]?.request?.url.replace(/^.*:\d+/, ""), "/houses/22/keys/k-9001");
  });

  it("is a number of the contract in a field, and the fix edits that field's own line", async () => {
    const { diagnosis } = await ask(
      (path, fields) =>
        path === "/claims/c-7731/payouts" ? (fields["x-contract-level"] === "3" ? [200, []] : unknown) : noRoute,
      "GET {{api}}/claims/c-7731/payouts\nX-Contract-Level: 2\n\n###\nGET {{api}}/ping\nX-Contract-Level: 3\n",
    );
    assert.equal(kindOf(diagnosis), "route-drift/version-selector");
    const [fix] = diagnosis.fixes;
    assert.deepEqual(fix?.edit, {
      file: "api.http",
      line: 3,
      oldText: "X-Contract-Level: 2",
      newText: "X-Contract-Level: 3",
    });
    assert.equal(fix.verified, true);
  });

  it("is put below the request line where the request lacks the field", async () => {
    const { diagnosis } = await ask(
      (path, fields) => (path === "/claims" ? (fields["x-api-version"] === "3" ? [200, []] : unknown) : noRoute),
      "GET {{api}}/claims\n\n###\nGET {{api}}/ping\nX-Api-Version: 3\n",
    );
    assert.deepEqual(diagnosis.fixes[0]?.edit, {
      file: "api.http",
      line: 2,
      oldText: "GET {{api}}/claims",
      newText: "GET {{api}}/claims\nX-Api-Version: 3",
    });
  });

  it("is how an identifier is written", async () => {
    const { diagnosis } = await ask(
      (path) => (path === "/tags/A-0042" ? [200, { tag: "A-0042" }] : path.startsWith("/tags/") ? unknown : noRoute),
      "GET {{api}}/tags/A-42\n\n###\nGET {{api}}/tags/A-0042\n",
    );
    assert.equal(kindOf(diagnosis), "stale-identifier/id-format");
  });

  it("is what shows that the thing itself is there, so that it is not called unknown", async () => {
    const { diagnosis, lines } = await ask(
      (path) =>
        path === "/claims/c-7731" ? [200, { id: "c-7731" }] : path.startsWith("/claims/c") ? unknown : noRoute,
      "GET {{api}}/claims/c-7731/payouts\n\n###\nGET {{api}}/claims/c-7731\n",
    );
    assert.ok(lines.includes("GET /claims/c-7731"), lines.join("\n"));
    assert.notEqual(kindOf(diagnosis), "stale-identifier/unknown-id");
    assert.ok(diagnosis.evidence.some(({ statement }) => /claimId "c-7731" is there/.test(statement)));
  });
});

describe("what the workspace lends", () => {
  it("is the key under which its data holds the very thing", async () => {
    const { diagnosis } = await ask(
      (path) =>
        path === "/cups/autumn/matches/m-d05c6f"
          ? [200, { id: "m-d05c6f" }]
          : path.startsWith("/cups/")
            ? unknown
            : noRoute,
      "GET {{api}}/cups/spring/matches/m-d05c6f\n",
      {
        "server.js": express(
          'app.get("/cups/:cup/matches/:match", (req, res) => res.json(held[req.params.cup]));',
          "const held = {",
          '  autumn: [{ id: "m-d05c6f" }],',
          "};",
        ),
      },
    );
    assert.equal(kindOf(diagnosis), "wrong-scope/wrong-project");
    assert.ok(diagnosis.links.some(({ file, line }) => file === "server.js" && line === 5));
  });

  it("is a route behind a prefix that another request shows to be served", async () => {
    const { diagnosis } = await ask(
      (path) => (/^\/estate\/v3\/plots(?:\/p-4\/harvests)?$/.test(path) ? [200, { path }] : noRoute),
      "GET {{api}}/estate/v3/plots/p-4/harvest\n\n###\nGET {{api}}/estate/v3/plots\n",
      {
        "server.js": express(
          'app.get("/plots", (req, res) => res.json([]));',
          'app.get("/plots/:plot/harvests", (req, res) => res.json([]));',
        ),
      },
    );
    assert.equal(kindOf(diagnosis), "route-drift/path-typo");
    assert.equal(diagnosis.fixes[0]?.request?.url.replace(/^.*:\d+/, ""), "/estate/v3/plots/p-4/harvests");
  });
});

describe("an identifier that nearly is one", () => {
  const list: Answer = [200, [{ id: "LOT-7A" }, { id: "LOT-9C" }]];

  it("is asked for in the letter case that all others have", async () => {
    const { diagnosis } = await ask(
      (path) =>
        path === "/lots"
          ? list
          : path === "/lots/LOT-8B"
            ? [200, { id: "LOT-8B" }]
            : path.startsWith("/lots/")
              ? unknown
              : noRoute,
      "GET {{api}}/lots/lot-8b\n",
    );
    assert.equal(kindOf(diagnosis), "stale-identifier/id-format");
  });

  it("is asked for with its parts the other way round", async () => {
    const { diagnosis } = await ask(
      (path) => (path === "/docks/zrh/410" ? [200, { city: "zrh" }] : path.startsWith("/docks/") ? unknown : noRoute),
      "GET {{api}}/docks/410/zrh\n",
      {
        "server.js": express('app.get("/docks/:city/:number", (req, res) => res.json({}));'),
      },
    );
    assert.equal(kindOf(diagnosis), "stale-identifier/id-format");
    assert.match(diagnosis.verdict.summary, /"410\/zrh" is written "zrh\/410"/);
  });

  it("is another thing, not a renamed one, where only its year or number differs", async () => {
    const { diagnosis } = await ask(
      (path) =>
        path === "/reports"
          ? [200, [{ slug: "annual-report-2024" }, { slug: "annual-report-2025" }]]
          : /annual-report-202[45]$/.test(path)
            ? [200, { slug: path.slice(9) }]
            : path.startsWith("/reports/")
              ? unknown
              : noRoute,
      "GET {{api}}/reports/annual-report-2019\n",
    );
    assert.equal(kindOf(diagnosis), "stale-identifier/unknown-id");
  });

  it("is merged where the answer names a successor that a neighbour's probe has asked already", async () => {
    const { diagnosis, lines } = await ask(
      (path) =>
        path === "/clubs"
          ? [200, ["yes-and", "third-bell"]]
          : path === "/clubs/yes-and" || path === "/clubs/third-bell"
            ? [200, { club: path }]
            : path === "/clubs/offbook"
              ? [404, { error: "club_closed", joined: "/clubs/yes-and" }]
              : path.startsWith("/clubs/")
                ? unknown
                : noRoute,
      "GET {{api}}/clubs/offbook\n",
      {
        "server.js": express('app.get("/clubs/:club", (req, res) => res.json({}));'),
      },
    );
    assert.equal(kindOf(diagnosis), "lifecycle/merged");
    assert.equal(lines.filter((line) => line === "GET /clubs/yes-and").length, 1);
    assert.equal(new Set(diagnosis.probes.map(({ id }) => id)).size, diagnosis.probes.length);
  });
});
