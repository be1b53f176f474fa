import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { investigate, verdictOf } from "./investigate.ts";
import { startRecorder } from "./recorder.ts";

it("a redirect that puts a locale into the path of an API is the one to blame", async () => {
  const diagnosis = await investigate({
    server: (request, response) => {
      const isLocal = (request.url ?? "").startsWith("/sv/");
      response.writeHead(isLocal ? 404 : 307, isLocal ? {} : { location: `/sv${request.url}` });
      response.end(isLocal ? "no page" : undefined);
    },
    http: "GET ORIGIN/api/ferries\n",
  });
  assert.equal(verdictOf(diagnosis), "rewrite-mismatch/redirect-drops-path");
  assert.match(diagnosis.verdict.summary, /puts "sv" into the path/);
  assert.match(diagnosis.fixes[0]?.title ?? "", /Leave \/api\/ferries out of the redirect that adds "sv"/);
});

const bands = {
  "app.js": `const app = require("express")();
app.get("/p/:number", (request, response) => response.redirect(301, "/patterns/" + request.params.number));
app.get("/patterns", (request, response) => response.json([{ number: 61 }, { number: 88 }]));
app.get("/patterns/:number", (request, response) => show(request, response));
app.listen(3000);
`,
};

/** A short link that leaves out the query of what it leads to; a pattern answers in the language that it was written in. */
function answerBands(written: ReadonlySet<string>): Parameters<typeof investigate>[0]["server"] {
  return ({ url = "" }, response) => {
    const [, short] = /^\/p\/(\d+)/.exec(url) ?? [];
    if (short !== undefined) {
      response.writeHead(301, { location: `/patterns/${short}` }).end();
      return;
    }
    const body = url.startsWith("/patterns?") ? '[{"number":61},{"number":88}]' : `{"path":${JSON.stringify(url)}}`;
    const isThere = written.has(url) || url.startsWith("/patterns?");
    response.writeHead(isThere ? 200 : 404, { "content-type": "application/json" });
    response.end(isThere ? body : '{"error":"not found"}');
  };
}

it("a redirect that leaves out the query is blamed where its end answers with it", async () => {
  const diagnosis = await investigate({
    files: bands,
    server: answerBands(new Set(["/patterns/61", "/patterns/88?lang=nb"])),
    http: "GET ORIGIN/p/88?lang=nb\n\n###\nGET ORIGIN/p/61\n",
  });
  assert.equal(verdictOf(diagnosis), "rewrite-mismatch/redirect-drops-path");
  assert.match(diagnosis.verdict.summary, /leaves out "\?lang=nb": \/patterns\/88\?lang=nb answers 200/);
  const [request, route] = diagnosis.fixes;
  assert.equal(request?.verified, true);
  assert.match(request?.request?.url ?? "", /\/patterns\/88\?lang=nb$/);
  assert.match(route?.title ?? "", /pass the query on: app\.js:2/);
});

it("what a redirect led to is where the identifier is looked up", async () => {
  const diagnosis = await investigate({
    files: bands,
    server: answerBands(new Set(["/patterns/61", "/patterns/88"])),
    http: "GET ORIGIN/p/99?lang=nb\n\n###\nGET ORIGIN/p/61\n",
  });
  assert.equal(verdictOf(diagnosis), "stale-identifier/unknown-id");
  assert.match(diagnosis.verdict.summary, /in \/patterns:/);
  assert.ok(diagnosis.links.some(({ file, line }) => file === "app.js" && line === 4));
});

const moved = {
  "app.js": `import express from "express";
const app = express();
const api = express.Router();
api.get("/objects/:ref", (request, response) => {
  response.redirect(301, "/houses/" + request.params.ref);
});
api.get("/houses/:ref", show);
app.use("/market", api);
app.listen(3000);
`,
};

function answerMoved(houses: readonly string[]): Parameters<typeof investigate>[0]["server"] {
  return ({ url = "" }, response) => {
    const ref = /^\/market\/objects\/([^/]+)$/.exec(url)?.[1];
    const isThere = houses.some((house) => url === `/market/houses/${house}`);
    response.writeHead(ref ? 301 : isThere ? 200 : 404, ref ? { location: `/houses/${ref}` } : {});
    response.end(isThere ? '{"floors":2}' : `<pre>Cannot GET ${url}</pre>`);
  };
}

it("a redirect that leaves out the mount is blamed, at its own line", async () => {
  const diagnosis = await investigate({
    files: moved,
    server: answerMoved(["h-7"]),
    http: "GET ORIGIN/market/objects/h-7\n",
  });
  assert.equal(verdictOf(diagnosis), "rewrite-mismatch/redirect-drops-path");
  assert.ok(
    diagnosis.evidence.some(({ statement }) =>
      statement.startsWith("The answer is like the one for a path that does not"),
    ),
    "the answer at the end of the redirect names that end",
  );
  assert.match(diagnosis.verdict.summary, /app\.js:5 leads to \/houses\/h-7 and leaves out "\/market"/);
  assert.deepEqual(
    diagnosis.fixes.map(({ kind, verified }) => [kind, verified]),
    [
      ["edit-request", true],
      ["edit-route", false],
    ],
  );
});

it("it is not blamed where nothing answers under the mount either", async () => {
  const diagnosis = await investigate({
    files: moved,
    server: answerMoved(["h-8"]),
    http: "GET ORIGIN/market/objects/h-7\n",
  });
  assert.ok(diagnosis.log.includes("GET /market/houses/h-7"));
  assert.ok(diagnosis.verdict.confidence < 0.95, diagnosis.verdict.summary);
});

describe("a redirect to where people sign in", () => {
  const files = {
    "session.js": `module.exports = function session(req, res, next) {
  if (!req.user) return res.redirect("/login?next=" + req.originalUrl);
  next();
};
`,
  };
  const http = "GET ORIGIN/invoices/open\nAccept: application/json\n";

  it("that leads on to itself hides the path from who is not signed in", async () => {
    const diagnosis = await investigate({
      files,
      server: ({ url = "" }, response) =>
        void response.writeHead(302, { location: `/login?next=${encodeURIComponent(url)}` }).end(),
      http,
    });
    assert.equal(verdictOf(diagnosis), "access-masking/masked-endpoint", diagnosis.verdict.summary);
    assert.match(diagnosis.verdict.summary, /not signed in: it is sent to \/login \(session\.js:2\)/);
  });

  it("that is not there hides it as well", async () => {
    const diagnosis = await investigate({
      files,
      server: ({ url = "" }, response) =>
        url.startsWith("/login")
          ? void response.writeHead(404, { "content-type": "text/plain" }).end("no such page")
          : void response.writeHead(302, { location: "/login" }).end(),
      http,
    });
    assert.equal(verdictOf(diagnosis), "access-masking/masked-endpoint", diagnosis.verdict.summary);
  });

  it("that is there behind the prefix that the redirect left out is what the redirect leads past", async () => {
    const diagnosis = await investigate({
      files,
      server: ({ url = "" }, response) =>
        url === "/office/open"
          ? void response.writeHead(302, { location: "/login" }).end()
          : void response
              .writeHead(url === "/office/login" ? 200 : 404, { "content-type": "text/html" })
              .end(url === "/office/login" ? "<h1>Sign in</h1>" : "<h1>nothing here</h1>"),
      http: "GET ORIGIN/office/open\n",
    });
    assert.equal(verdictOf(diagnosis), "rewrite-mismatch/redirect-drops-path", diagnosis.verdict.summary);
    assert.match(diagnosis.fixes[0]?.request?.url ?? "", /\/office\/login$/);
  });

  it("is what was asked for where the request names it itself", async () => {
    const diagnosis = await investigate({
      server: ({ url = "" }, response) =>
        url === "/login/"
          ? void response.writeHead(404, { "content-type": "text/plain" }).end("no such page")
          : void response.writeHead(302, { location: "/login/" }).end(),
      http: "GET ORIGIN/login\n",
    });
    assert.notEqual(verdictOf(diagnosis), "access-masking/masked-endpoint", diagnosis.verdict.summary);
  });
});

it("a redirect that leaves out the mount of its own router is blamed where its end is there", async () => {
  const diagnosis = await investigate({
    files: {
      "app.js": `const express = require("express");
const app = express();
const admin = express.Router();
admin.get("/", (req, res) => res.redirect("/overview"));
admin.get("/overview", (req, res) => res.json({}));
app.use("/admin", admin);
app.listen(3000);
`,
    },
    server: ({ url = "" }, response) =>
      url === "/admin"
        ? void response.writeHead(302, { location: "/overview" }).end()
        : void response
            .writeHead(url === "/admin/overview" ? 200 : 404, { "content-type": "application/json" })
            .end(url === "/admin/overview" ? '{"open":1}' : '{"error":"no page"}'),
    http: "GET ORIGIN/admin\n",
  });
  assert.equal(verdictOf(diagnosis), "rewrite-mismatch/redirect-drops-path", diagnosis.verdict.summary);
  assert.ok(diagnosis.fixes.some(({ request }) => request?.url.endsWith("/admin/overview")));
});

it("a redirect that leads to no route is blamed where the nearest one answers", async () => {
  const diagnosis = await investigate({
    files: {
      "app.js": `const app = require("express")();
app.get("/craft/pages", (request, response) => response.json(list()));
app.get("/craft/pages/:name", (request, response) => show(request, response));
app.listen(3000);
`,
    },
    server: ({ url = "" }, response) => {
      const isThere = url === "/craft/pages/laying";
      const moved = url.startsWith("/wiki/") ? { location: url.replace("/wiki/", "/craft/") } : {};
      response.writeHead(isThere ? 200 : url.startsWith("/wiki/") ? 301 : 404, moved);
      response.end(isThere ? "Cut the stems." : "nothing");
    },
    http: "GET ORIGIN/wiki/laying\n",
  });
  assert.equal(verdictOf(diagnosis), "rewrite-mismatch/redirect-drops-path", diagnosis.verdict.summary);
  assert.match(
    diagnosis.verdict.summary,
    /leads to \/craft\/laying, which no route takes: \/craft\/pages\/laying answers 200/,
  );
  assert.match(diagnosis.fixes[0]?.request?.url ?? "", /\/craft\/pages\/laying$/);
});

it("a redirect to another host is not surely blamed where that has nothing under the whole path either", async () => {
  const store = await startRecorder((_request, response) => {
    response.writeHead(404, { "content-type": "application/xml" }).end("<Error><Code>NoSuchKey</Code></Error>");
  });
  try {
    const diagnosis = await investigate({
      server: ({ url = "" }, response) => {
        const location = `${store.origin}${url.replace("/help", "")}/`;
        response.writeHead(url.startsWith("/help/") ? 302 : 404, url.startsWith("/help/") ? { location } : {}).end();
      },
      http: `GET ORIGIN/help/sensors\n\n###\nGET ${store.origin}/\n`,
    });
    assert.ok(
      store.log.some(({ line }) => line.startsWith("GET /help/sensors")),
      "the whole path was asked there",
    );
    const isSure = diagnosis.verdict.confidence >= 0.7;
    assert.ok(!isSure || verdictOf(diagnosis) !== "rewrite-mismatch/redirect-drops-path", diagnosis.verdict.summary);
  } finally {
    await store.close();
  }
});
