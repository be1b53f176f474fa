import assert from "node:assert/strict";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { describe, it } from "node:test";
import { investigate, verdictOf } from "./investigate.ts";

/** An application that routes the paths it is given, and names what it misses as finalhandler does. */
function application(routed: Readonly<Record<string, unknown>>, names = true) {
  return (path: string, request: IncomingMessage, response: ServerResponse, fields: Record<string, string> = {}) => {
    const content = routed[path];
    const type = content === undefined ? "text/html; charset=utf-8" : "application/json";
    response.writeHead(content === undefined ? 404 : 200, { "content-type": type, ...fields });
    const said = names ? `<pre>Cannot ${request.method} ${path}</pre>` : "<p>nothing here</p>";
    response.end(
      content === undefined ? `<!DOCTYPE html>\n<html lang="en"><body>${said}</body></html>` : JSON.stringify(content),
    );
  };
}

/** A front that makes another path of each one before the application sees it; it names itself in Via. */
function behind(app: ReturnType<typeof application>, change: (path: string) => string | null): RequestListener {
  return (request, response) => {
    const path = change(request.url ?? "/");
    if (path === null) {
      response.writeHead(404, { "content-type": "text/plain" }).end("no backend");
      return;
    }
    app(path, request, response, { via: "1.1 front" });
  };
}

const express = (routes: string) => `const express = require("express");
const app = express();
${routes}
app.listen(3000);
`;

describe("a path that does not arrive as it was sent", () => {
  const boats = express(`app.get("/fleet/boats/:boat", (req, res) => res.json({}));`);

  it("is a stripped prefix where the answer names less than was sent, and sending it twice arrives whole", async () => {
    const diagnosis = await investigate({
      files: { "app.js": boats },
      server: behind(application({ "/fleet/boats/7": { boat: 7 } }), (path) => path.replace(/^\/fleet/, "")),
      http: "GET ORIGIN/fleet/boats/7\n",
    });
    assert.equal(verdictOf(diagnosis), "rewrite-mismatch/proxy-strips-prefix");
    assert.match(diagnosis.verdict.summary, /removes "\/fleet".*\/boats\/7 was looked up/);
  });

  it("is found by sending the prefix twice where the answer names nothing", async () => {
    const diagnosis = await investigate({
      files: { "app.js": boats },
      server: behind(application({ "/fleet/boats/7": { boat: 7 } }, false), (path) => path.replace(/^\/fleet/, "")),
      http: "GET ORIGIN/fleet/boats/7\n",
    });
    assert.equal(verdictOf(diagnosis), "rewrite-mismatch/proxy-strips-prefix");
    assert.ok(diagnosis.log.includes("GET /fleet/fleet/boats/7"));
  });

  it("is glued wrongly where the answer runs two segments into one", async () => {
    const diagnosis = await investigate({
      files: { "app.js": express(`app.get("/data/boats/:boat", (req, res) => res.json({}));`) },
      server: behind(application({ "/data/boats/7": { boat: 7 } }), (path) => path.replace(/^\/app\//, "/data")),
      http: "GET ORIGIN/app/boats/7\n",
    });
    assert.equal(verdictOf(diagnosis), "rewrite-mismatch/proxy-joins-wrong");
    assert.match(diagnosis.verdict.summary, /\/databoats\/7 was looked up/);
  });

  it("is glued wrongly where the answer holds two slashes that were not sent", async () => {
    const diagnosis = await investigate({
      files: { "app.js": express(`app.get("/boats/:boat", (req, res) => res.json({}));`) },
      server: behind(application({ "/boats/7": { boat: 7 } }), (path) => path.replace(/^\/app/, "/")),
      http: "GET ORIGIN/app/boats/7\n",
    });
    assert.equal(verdictOf(diagnosis), "rewrite-mismatch/proxy-joins-wrong");
  });

  it("is a rule that leads to nothing where the answer names a path that no route is near", async () => {
    const diagnosis = await investigate({
      files: { "app.js": express(`app.get("/boats/:boat", (req, res) => res.json({}));`) },
      server: behind(application({ "/boats/7": { boat: 7 } }), (path) => path.replace(/^\/app/, "/internal/v9")),
      http: "GET ORIGIN/app/boats/7\n",
    });
    assert.equal(verdictOf(diagnosis), "rewrite-mismatch/rewrite-rule");
  });

  it("keeps a prefix that the service does not know where only that prefix is passed on", async () => {
    const diagnosis = await investigate({
      files: { "app.js": express(`app.get("/boats/:boat", (req, res) => res.json({}));`) },
      server: behind(application({ "/boats/7": { boat: 7 } }), (path) => (path.startsWith("/marina") ? path : null)),
      http: "GET ORIGIN/marina/boats/7\n",
    });
    assert.equal(verdictOf(diagnosis), "rewrite-mismatch/proxy-keeps-prefix");
  });
});

describe("a prefix of which a proxy removes too much", () => {
  it("is shown by sending it in front of what the service routes, and that is no cure", async () => {
    const diagnosis = await investigate({
      files: {
        "inner/app.js": express(`app.get("/boats/:boat", (req, res) => res.json({}));`),
        "front/rules.js": `export const rules = [
  {
    context: "/fleet/boats",
    target: process.env.BOATS,
    strip: "/fleet/boats",
  },
];
`,
      },
      server: behind(application({ "/boats/7": { boat: 7 } }, false), (path) =>
        path.startsWith("/fleet/") ? path.replace(/^\/fleet\/boats/, "") : null,
      ),
      http: "GET ORIGIN/fleet/boats/7\n",
    });
    assert.equal(verdictOf(diagnosis), "rewrite-mismatch/proxy-strips-prefix", diagnosis.verdict.summary);
    assert.match(diagnosis.verdict.summary, /removes "\/fleet\/boats".*\/fleet\/boats\/boats\/7 answers 200/);
    assert.ok(diagnosis.links.some(({ file, role }) => role === "rewrite" && file === "front/rules.js"));
    assert.equal(diagnosis.fixes[0]?.kind, "edit-rewrite");
  });
});

describe("a prefix that a proxy rightly removes", () => {
  const files = { "app.js": express(`app.get("/v1/boats/:boat", (req, res) => res.json({}));`) };

  it("leaves the drift behind it to be found, with the path to send", async () => {
    const diagnosis = await investigate({
      files,
      server: behind(application({ "/v1/boats/7": { boat: 7 } }), (path) => path.replace(/^\/gate/, "")),
      http: "GET ORIGIN/gate/v2/boats/7\n",
    });
    assert.equal(verdictOf(diagnosis), "route-drift/version-moved");
    assert.match(diagnosis.fixes[0]?.request?.url ?? "", /\/gate\/v1\/boats\/7$/);
    assert.equal(diagnosis.fixes[0]?.verified, true);
  });

  it("is not blamed where a router names the path without its own mount", async () => {
    const diagnosis = await investigate({
      files: {
        "app.js": express(`const router = express.Router();
router.get("/boats", (req, res) => res.json([]));
router.use((req, res) => res.status(404).json({ error: "no " + req.url }));
app.use("/marina", router);`),
      },
      server: (request, response) => {
        const inner = (request.url ?? "").replace(/^\/marina/, "");
        response.writeHead(inner === "/boats" ? 200 : 404, { "content-type": "application/json" });
        response.end(inner === "/boats" ? "[]" : JSON.stringify({ error: `no ${inner}` }));
      },
      http: "GET ORIGIN/marina/ropes\n",
    });
    assert.notEqual(diagnosis.verdict.kind, "proxy-strips-prefix");
  });
});

describe("a rule of the workspace", () => {
  const vite = (rule: string) => `export default { server: { proxy: { ${rule} } } };\n`;
  const nothing: RequestListener = (_request, response) => {
    response.writeHead(404, { "content-type": "text/plain" }).end("nope");
  };

  it("that glues the target and the rest without a slash is named with the path it makes", async () => {
    const diagnosis = await investigate({
      files: {
        "vite.config.js": vite(
          `"/app": { target: "http://localhost:4100", rewrite: (path) => path.replace(/^\\/app\\//, "/data") }`,
        ),
        "app.js": express(`app.get("/data/boats", (req, res) => res.json([]));`),
      },
      server: nothing,
      http: "GET ORIGIN/app/boats\n",
    });
    assert.equal(verdictOf(diagnosis), "rewrite-mismatch/proxy-joins-wrong");
    assert.equal(diagnosis.links[0]?.role, "rewrite");
  });

  it("that leads inside the application to a path nothing serves is a rewrite to nothing", async () => {
    const diagnosis = await investigate({
      files: {
        "package.json": '{ "dependencies": { "next": "^15.0.0" } }',
        "next.config.js": `module.exports = { async rewrites() { return [{ source: "/news/:slug", destination: "/articles/:slug" }]; } };\n`,
        "app/stories/[slug]/page.js": "export default function Page() { return null; }\n",
      },
      server: nothing,
      http: "GET ORIGIN/news/spring\n",
    });
    assert.equal(verdictOf(diagnosis), "rewrite-mismatch/rewrite-rule");
  });

  it("is out of the question for a request that goes straight to the service", async () => {
    const diagnosis = await investigate({
      files: {
        "vite.config.js": vite(`"/api": { target: "ORIGIN", rewrite: (path) => path.replace(/^\\/api/, "") }`),
        "app.js": express(`app.get("/boats", (req, res) => res.json([]));`),
      },
      server: application({ "/boats": [] }) as unknown as RequestListener,
      http: "GET ORIGIN/api/boats\n",
      world: { sending: "nothing" },
    });
    assert.notEqual(diagnosis.verdict.kind, "proxy-keeps-prefix");
    assert.ok(!diagnosis.links.some(({ role }) => role === "rewrite"));
  });
});
