import assert from "node:assert/strict";
import type { RequestListener } from "node:http";
import { describe, it } from "node:test";
import type { Diagnosis } from "../../../../src/engine/model/diagnosis.ts";
import { investigate, verdictOf } from "../investigate.ts";

/** Answers the listed paths, says of others below `/wines` and `/quotes` that they are not there, and knows no more. */
const cellar: RequestListener = ({ url = "", headers }, response) => {
  const served: Readonly<Record<string, unknown>> = {
    "/wines": [{ wine: "riesling-2020" }, { wine: "kerner-2021" }],
    "/wines/riesling-2020": { wine: "riesling-2020" },
    "/wines/kerner-2021": { wine: "kerner-2021" },
    "/quotes/2026/00869": { number: "00869" },
    "/ledger": headers.authorization === "Bearer cellar-4711" ? { total: 3 } : undefined,
    "/notes/n-1": headers.authorization === "Bearer ana-5f0e21" ? { text: "mine" } : undefined,
  };
  const found = served[url];
  const isKnown = /^\/(wines|quotes|notes)\//.test(url);
  response.writeHead(found ? 200 : 404, { "content-type": "application/json" });
  response.end(JSON.stringify(found ?? (isKnown ? { error: "nothing by that name" } : { status: 404 })));
};

const files = {
  "app.js": `const express = require("express");
const app = express();
app.get("/wines", (req, res) => res.json(list()));
app.get("/wines/:wine", (req, res) => res.json(find(req.params.wine)));
app.get("/quotes/:year/:number", (req, res) => res.json(quote(req.params)));
app.listen(3000);
`,
};

const ask = (http: string) => investigate({ files, server: cellar, http });
const titles = ({ fixes }: Diagnosis) => fixes.map(({ kind, title, verified }) => `${kind} ${verified}: ${title}`);

describe("where no edit is a repair, a person is asked", () => {
  it("an identifier that names nothing is traced to its source; another record is never an edit", async () => {
    const diagnosis = await ask("@wine = trollinger-2018\n\nGET ORIGIN/wines/{{wine}}\n");
    assert.equal(verdictOf(diagnosis), "stale-identifier/unknown-id", diagnosis.verdict.summary);
    assert.match(
      diagnosis.verdict.summary,
      /^There is no "trollinger-2018" in \/wines: riesling-2020 answers 200 on the same route/,
    );
    assert.deepEqual(titles(diagnosis), [
      'ask false: Check where wine "trollinger-2018" came from: it comes from {{wine}}, ask.http:1',
      "ask false: Ask for another one only if that was meant: riesling-2020 exists",
    ]);
    assert.ok(diagnosis.fixes.every(({ edit, request }) => edit === null && request === null));
    assert.ok(diagnosis.links.some(({ file, line }) => file === "ask.http" && line === 1));
    assert.match(
      diagnosis.verify[0] ?? "",
      /^Replay GET \/wines\/trollinger-2018 .* with the identifier that was meant/,
    );
    assert.match(diagnosis.avoid.join("\n"), /Do not put another identifier in its place/);
  });

  it("a key of two segments is named whole", async () => {
    const diagnosis = await ask("GET ORIGIN/quotes/2026/00871\n\n###\nGET ORIGIN/quotes/2026/00869\n");
    assert.match(diagnosis.verdict.summary, /^There is no "2026\/00871" in \/quotes: 2026\/00869 answers 200/);
    assert.match(diagnosis.fixes[0]?.title ?? "", /^Check where year\/number "2026\/00871" came from/);
  });

  it("that somebody else may read it is proof and no repair", async () => {
    const diagnosis = await ask(
      "GET ORIGIN/notes/n-1\nAuthorization: Bearer bob-77c1d4\n\n###\n# @name asAna\nGET ORIGIN/notes/n-1\nAuthorization: Bearer ana-5f0e21\n",
    );
    assert.equal(verdictOf(diagnosis), "access-masking/masked-resource", diagnosis.verdict.summary);
    assert.deepEqual(titles(diagnosis), [
      'ask false: Sign in as somebody who may read "n-1" of /notes, or ask its owner for access',
      "ask false: As asAna the request answers: that proves the masking, it is no repair",
    ]);
    assert.match(
      diagnosis.verify[0] ?? "",
      /once access is given: it must answer; whoever has no access goes on getting/,
    );
  });

  it("credentials that only the request lacks are a repair, named and not shown, and no edit that changes nothing", async () => {
    const diagnosis = await ask("GET ORIGIN/ledger\n\n###\nGET ORIGIN/wines\nAuthorization: Bearer cellar-4711\n");
    assert.equal(verdictOf(diagnosis), "access-masking/masked-endpoint", diagnosis.verdict.summary);
    assert.deepEqual(titles(diagnosis), ["edit-request true: Send Authorization, as another request of the file does"]);
    assert.equal(diagnosis.fixes[0]?.edit, null);
    assert.match(
      diagnosis.verify[0] ?? "",
      /^Replay GET \/ledger on [\w.:]+ with that change: it must not answer 404\.$/,
    );
    assert.doesNotMatch(diagnosis.avoid.join("\n"), /create the record/);
  });
});

describe("every kind has something to do", () => {
  it("what was deleted on purpose is asked about, and a miss is no sign against it afterwards", async () => {
    const diagnosis = await investigate({
      files,
      server: (_request, response) => void response.writeHead(410).end("gone"),
      http: "GET ORIGIN/wines/riesling-2020\n",
    });
    assert.equal(verdictOf(diagnosis), "lifecycle/deleted", diagnosis.verdict.summary);
    assert.match(diagnosis.verdict.summary, /^The wine "riesling-2020" was deleted on purpose/);
    assert.deepEqual(titles(diagnosis), [
      'ask false: Ask whether wine "riesling-2020" was meant to go; if so, stop asking for it',
    ]);
    assert.match(diagnosis.verify[0] ?? "", /it may go on answering 404 or 410/);
  });

  it("a preflight is answered by the service; no other method is offered in its place", async () => {
    const diagnosis = await investigate({
      files: {
        "app.js": files["app.js"].replace("app.listen", 'app.post("/orders", (req, res) => res.json(1));\napp.listen'),
      },
      server: (_request, response) => void response.writeHead(404, { "content-type": "text/plain" }).end("no"),
      http: "OPTIONS ORIGIN/orders\nOrigin: https://shop.test\nAccess-Control-Request-Method: POST\n",
    });
    assert.equal(diagnosis.verdict.cause, "method-mismatch", diagnosis.verdict.summary);
    assert.deepEqual(titles(diagnosis), [
      "edit-route false: Answer OPTIONS on this path, by CORS handling before the routes: app.js:6",
    ]);
    assert.match(diagnosis.verify[0] ?? "", /^Replay OPTIONS \/orders .* Access-Control-Allow-Methods/);
  });
});
