import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Diagnosis } from "../../../src/engine/model/diagnosis.ts";
import { startRecorder } from "./recorder.ts";
import { diagnoseWorkspace, kindOf } from "./workspaceDiagnosis.ts";

const source = `import express from "express";
const app = express();
app.post("/shop/v1/orders", (req, res) => res.status(201).json({ id: 7 }));
app.post("/shop/v1/orders/:id/cancel", (req, res) => res.json({ ok: true }));
app.get("/shop/v1/reports/:id", (req, res) => res.status(401).json({ error: "sign in" }));
app.listen(3000);
`;

const routed = [/^\/shop\/v1\/orders$/, /^\/shop\/v1\/orders\/[^/]+\/cancel$/];

/**
 * Sends one request, with consent, to a server that has the routes of `source`; all that reached it is told. Like Express, it answers
 * OPTIONS by what a path is routed for, unless a handler for all that is left takes that too.
 */
async function ask(
  line: string,
  isOptionsAnswered = true,
): Promise<{ readonly diagnosis: Diagnosis; readonly received: readonly string[] }> {
  const server = await startRecorder(({ method = "", url = "" }, response) => {
    const isRouted = routed.some((path) => path.test(url));
    if (isRouted && method === "POST") {
      response.writeHead(201).end("{}");
    } else if (isRouted && method === "OPTIONS" && isOptionsAnswered) {
      response.writeHead(200, { allow: "POST" }).end("POST");
    } else if (url.startsWith("/shop/v1/reports/") && method === "GET") {
      response.writeHead(401).end('{"error":"sign in"}');
    } else {
      response.writeHead(404).end('{"error":"Not Found"}');
    }
  });
  const [method, path] = line.split(" ");
  try {
    const texts = { "api.http": `${method} ${server.origin}${path}\n`, "server.js": source };
    const diagnosis = await diagnoseWorkspace(texts, null, () => ({ consent: { allows: async () => true } }));
    return { diagnosis, received: server.log.map((one) => one.line) };
  } finally {
    await server.close();
  }
}

describe("a request of a method that is not probed", () => {
  for (const [request, kind, path] of [
    ["POST /shop/v1/order", "route-drift/path-typo", "/shop/v1/orders"],
    ["POST /shop/v1/order/7/cancel", "route-drift/path-typo", "/shop/v1/orders/7/cancel"],
    ["POST /shop/v2/orders/7/cancel", "route-drift/version-moved", "/shop/v1/orders/7/cancel"],
    ["POST /v1/orders/7/cancel", "rewrite-mismatch/base-path", "/shop/v1/orders/7/cancel"],
  ] as const) {
    it(`is told its route by OPTIONS, and sent once: ${request}`, async () => {
      const { diagnosis, received } = await ask(request);
      assert.equal(kindOf(diagnosis), kind);
      assert.ok(diagnosis.verdict.confidence >= 0.9, String(diagnosis.verdict.confidence));
      const [fix] = diagnosis.fixes;
      assert.deepEqual([fix?.request?.url.replace(/^.*:\d+/, ""), fix?.verified], [path, false]);
      assert.deepEqual(
        received.filter((line) => !/^(?:GET|HEAD|OPTIONS) /.test(line)),
        [request],
      );
    });

    it(`still names it where OPTIONS tells nothing: ${request}`, async () => {
      const { diagnosis } = await ask(request, false);
      assert.equal(kindOf(diagnosis), kind);
      assert.ok(diagnosis.verdict.confidence < 0.9, String(diagnosis.verdict.confidence));
    });
  }
});

describe("a path that is guarded where the failing one is missed", () => {
  it("is the right one, though nothing more can be shown without credentials", async () => {
    const { diagnosis } = await ask("GET /shop/v1/report/7");
    assert.equal(kindOf(diagnosis), "route-drift/path-typo");
    assert.ok(diagnosis.verdict.confidence >= 0.9, String(diagnosis.verdict.confidence));
    assert.equal(diagnosis.fixes[0]?.verified, false);
  });
});

describe("a function that looks at no method", () => {
  const urls = `from django.urls import path
from . import views
urlpatterns = [
    path("entries/", views.entries),
    path("entries/<slug:name>/publish", views.publish),
    path("entries/<slug:name>/", views.entry),
    path("entries/<slug:name>/photos", views.photos),
]
`;
  const files = {
    "site/settings.py": 'ROOT_URLCONF = "site.urls"\n',
    "site/urls.py": urls,
    "site/views.py":
      "def entries(request): ...\ndef entry(request, name): ...\ndef publish(request, name): ...\ndef photos(request, name): ...\n",
  };
  const received = async (http: (origin: string) => string) => {
    const server = await startRecorder((_request, response) => {
      response.writeHead(404, { "content-type": "text/html" }).end("<h1>Not Found</h1>");
    });
    try {
      await diagnoseWorkspace({ ...files, "api.http": http(server.origin) }, null);
      return server.log.map(({ line }) => line);
    } finally {
      await server.close();
    }
  };

  it("is not asked for what nobody asked for: it may publish, whatever the method is", async () => {
    const lines = await received((origin) => `GET ${origin}/entries/carl/\n`);
    assert.ok(lines.length > 3, lines.join("\n"));
    assert.deepEqual(
      lines.filter((line) => /(?:publish|photos)/.test(line) && !line.startsWith("OPTIONS")),
      [],
    );
  });

  it("is asked for where another request of the file asks for it", async () => {
    const lines = await received(
      (origin) => `GET ${origin}/entries/carl/photo\n\n###\nGET ${origin}/entries/otto/photos\n`,
    );
    assert.ok(lines.includes("GET /entries/carl/photos"), lines.join("\n"));
  });
});
