import assert from "node:assert/strict";
import type { RequestListener } from "node:http";
import { describe, it } from "node:test";
import { investigate, verdictOf } from "../investigate.ts";

const files = {
  "app.js": `const express = require("express");\nconst app = express();\napp.get("/halls/:slug", show);\napp.listen(3000);\n`,
};

/** Serves a collection of halls and each of them by its slug. */
const serveHalls =
  (halls: readonly { readonly slug: string; readonly title?: string }[]): RequestListener =>
  ({ url = "" }, response) => {
    const slug = /^\/halls\/([^/]+)$/.exec(url)?.[1];
    const hall = halls.find((one) => one.slug === slug);
    const content = url === "/halls" ? halls : hall;
    response.writeHead(content ? 200 : 404, { "content-type": "application/json" });
    response.end(JSON.stringify(content ?? { message: slug === undefined ? "no route" : "no hall" }));
  };

describe("a listed slug that shares the words of the one asked for", () => {
  const halls = [{ slug: "river-hall-east" }, { slug: "old-mill" }];

  it("is a thing to ask about, never put in its place", async () => {
    const diagnosis = await investigate({
      files,
      server: serveHalls(halls),
      http: "GET ORIGIN/halls/river-hall-west\n",
    });
    assert.notEqual(verdictOf(diagnosis), "stale-identifier/renamed-slug");
    assert.ok(diagnosis.fixes.every(({ kind, verified, edit }) => kind === "ask" && !verified && edit === null));
    assert.ok(diagnosis.fixes.some(({ title }) => title.includes(`"river-hall-east" is its new name`)));
  });

  it("is none of several that are as like, nor one that only has what all have", async () => {
    for (const [listed, asked] of [
      [["minutes-may.txt", "minutes-june.txt"], "minutes-july.txt"],
      [["ada@lists.example.org", "grace@lists.example.org"], "alan@lists.example.org"],
    ] as const) {
      const diagnosis = await investigate({
        files,
        server: serveHalls(listed.map((slug) => ({ slug }))),
        http: `GET ORIGIN/halls/${asked}\n`,
      });
      assert.equal(verdictOf(diagnosis), "stale-identifier/unknown-id", diagnosis.verdict.summary);
      assert.ok(!diagnosis.fixes.some(({ title }) => title.includes("new name")), asked);
    }
  });

  it("is the one that was meant where only separators and leading zeros differ", async () => {
    const diagnosis = await investigate({
      files,
      server: serveHalls([{ slug: "MR-2026-014" }, { slug: "MR-2026-015" }]),
      http: "GET ORIGIN/halls/MR_2026_15\n",
    });
    assert.equal(verdictOf(diagnosis), "stale-identifier/id-format", diagnosis.verdict.summary);
    assert.match(diagnosis.fixes[0]?.request?.url ?? "", /\/halls\/MR-2026-015$/);
  });

  it("is the new name where its title says the old one", async () => {
    const titled = [{ slug: "river-hall-east", title: "River Hall West" }, ...halls.slice(1)];
    const diagnosis = await investigate({
      files,
      server: serveHalls(titled),
      http: "GET ORIGIN/halls/river-hall-west\n",
    });
    assert.equal(verdictOf(diagnosis), "stale-identifier/renamed-slug");
    assert.ok(diagnosis.fixes[0]?.verified);
    assert.match(diagnosis.fixes[0]?.title ?? "", /river-hall-east/);
  });
});

describe("a listed identifier of the same number", () => {
  const ask = (listed: readonly string[], asked: string) =>
    investigate({
      files,
      server: serveHalls(listed.map((slug) => ({ slug }))),
      http: `GET ORIGIN/halls/${asked}\n`,
    });

  for (const [listed, asked] of [
    [["barcelona-2025", "dax-2025"], "perpignan-2025"],
    [["winter-concert-2025", "spring-concert-2026"], "winter-concert-2026"],
    [["INV-412", "INV-413"], "BILL-412"],
  ] as const) {
    it(`is another one where another word stands before it: ${asked}`, async () => {
      const diagnosis = await ask(listed, asked);
      assert.equal(verdictOf(diagnosis), "stale-identifier/unknown-id", diagnosis.verdict.summary);
      assert.ok(diagnosis.fixes.every(({ kind }) => kind === "ask"));
    });
  }

  for (const [listed, asked] of [
    [["ORD-8472", "ORD-8473"], "8472"],
    [["8472", "8473"], "ord-8472"],
    [["INV-00412", "INV-00413"], "inv-412"],
    [["cus_NffrFe2Hib", "cus_Kd81mXq0"], "NffrFe2Hib"],
  ] as const) {
    it(`is it in another format: ${asked}`, async () => {
      const diagnosis = await ask(listed, asked);
      assert.equal(verdictOf(diagnosis), "stale-identifier/id-format", diagnosis.verdict.summary);
    });
  }
});

describe("an identifier as a program wrote it", () => {
  const ask = (listed: readonly string[], asked: string) =>
    investigate({ files, server: serveHalls(listed.map((slug) => ({ slug }))), http: `GET ORIGIN/halls/${asked}\n` });

  for (const [listed, asked, meant, kind] of [
    [["1042", "1043"], "1042.0", "1042", "id-format"],
    [["7", "8"], "7.0", "7", "id-format"],
    [["2031-02-04", "2031-02-05"], "05.02.2031", "2031-02-05", "id-format"],
    [["4006381333931", "9780201379624"], "9.7802E+12", "9780201379624", "precision-loss"],
  ] as const) {
    it(`is the one that it was made of: ${asked}`, async () => {
      const diagnosis = await ask(listed, asked);
      assert.equal(verdictOf(diagnosis), `stale-identifier/${kind}`, diagnosis.verdict.summary);
      assert.match(diagnosis.fixes[0]?.request?.url ?? "", new RegExp(`/halls/${meant}$`));
    });
  }

  for (const [listed, asked] of [
    [["2031-05-02", "2031-02-06"], "05.02.2031"],
    [["2031-02-05", "2031-05-02"], "05/02/2031".replaceAll("/", "-")],
    [["9780201379624", "9780201310092"], "9.7802E+12"],
    [["4006381333931", "97802013796"], "9.7802E+12"],
  ] as const) {
    it(`is none of those that only may be it: ${asked} among ${listed.join(", ")}`, async () => {
      const diagnosis = await ask(listed, asked);
      assert.ok(
        diagnosis.fixes.every(({ kind }) => kind === "ask"),
        diagnosis.verdict.summary,
      );
    });
  }

  it("is asked for with its space encoded where a bare list has one", async () => {
    const server: RequestListener = ({ url = "" }, response) => {
      const content = url === "/halls" ? ["clocks", "jam jars"] : url === "/halls/jam%20jars" ? { id: 4 } : null;
      response.writeHead(content ? 200 : 404, { "content-type": "application/json" });
      response.end(JSON.stringify(content ?? { message: url.startsWith("/halls/") ? "no hall" : "no route" }));
    };
    const diagnosis = await investigate({ files, server, http: "GET ORIGIN/halls/jam+jars\n" });
    assert.equal(verdictOf(diagnosis), "stale-identifier/id-encoding", diagnosis.verdict.summary);
  });
});

describe("a name with a capital", () => {
  const server: RequestListener = ({ url = "" }, response) => {
    const isThere = url === "/halls/old-mill" || url === "/all";
    response.writeHead(isThere ? 200 : 404, { "content-type": "application/json" });
    const missed = url.startsWith("/halls/") ? "no hall" : "no route";
    response.end(isThere ? '["old-mill","River-Hall"]' : JSON.stringify({ message: missed }));
  };

  it("is asked in lower case where no list of its route is known", async () => {
    const diagnosis = await investigate({ files, server, http: "GET ORIGIN/halls/Old-Mill\n" });
    assert.equal(verdictOf(diagnosis), "stale-identifier/id-format");
    assert.equal(new URL(diagnosis.fixes[0]?.request?.url ?? "").pathname, "/halls/old-mill");
  });

  it("is asked as another answer holds it", async () => {
    const http = "GET ORIGIN/halls/RIVER-HALL\n\n###\nGET ORIGIN/all\n";
    const { log } = await investigate({ files, server, http });
    assert.ok(log.includes("GET /halls/River-Hall"), log.join(", "));
  });

  it("is not asked in another case where its list is known, or digits stand in it", async () => {
    const listed = await investigate({
      files,
      server: serveHalls([{ slug: "east" }]),
      http: "GET ORIGIN/halls/Old-Mill\n",
    });
    assert.ok(!listed.log.includes("GET /halls/old-mill"));
    const mixed = await investigate({ files, server, http: "GET ORIGIN/halls/Xk7Qm2P\n" });
    assert.ok(!mixed.log.includes("GET /halls/xk7qm2p"));
  });
});

describe("a slug that ends with the number of a listed item", () => {
  const ask = (listed: string) =>
    investigate({
      files,
      server: ({ url = "" }, response) => {
        const content = url === "/halls" ? [{ id: 31, slug: listed }] : url === "/halls/old-mill-31" ? {} : null;
        response.writeHead(content ? 200 : 404, { "content-type": "application/json" });
        response.end(JSON.stringify(content ?? { message: url.startsWith("/halls/") ? "no hall" : "no route" }));
      },
      http: "GET ORIGIN/halls/mill-of-the-lake-31\n",
    });

  it("was renamed where the slug of that item answers with the number", async () => {
    const diagnosis = await ask("old-mill");
    assert.equal(verdictOf(diagnosis), "stale-identifier/renamed-slug", diagnosis.verdict.summary);
    assert.match(diagnosis.fixes[0]?.request?.url ?? "", /\/halls\/old-mill-31$/);
  });

  it("was not, as far as anything says, where that does not answer", async () => {
    const diagnosis = await ask("new-mill");
    assert.notEqual(verdictOf(diagnosis), "stale-identifier/renamed-slug", diagnosis.verdict.summary);
  });
});
