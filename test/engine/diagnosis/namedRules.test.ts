import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { investigate, type Setting, verdictOf } from "./investigate.ts";

type Content = string | object;

/** A server with fixed answers; what it has none for is a miss in its own words. */
function serve(
  answers: Readonly<Record<string, Content>>,
  miss: { readonly status?: number; readonly body?: Content; readonly type?: string } = {},
): Setting["server"] {
  return (request, response) => {
    const found = answers[request.url ?? ""];
    const body = found ?? miss.body ?? { error: "nothing here" };
    const isText = typeof body === "string";
    response.writeHead(found === undefined ? (miss.status ?? 404) : 200, {
      "content-type": miss.type ?? (isText ? "text/html" : "application/json"),
    });
    response.end(isText ? body : JSON.stringify(body));
  };
}

async function judge(setting: Setting): Promise<string> {
  return verdictOf(await investigate(setting));
}

const express = (routes: string) => ({
  "app.js": `const express = require("express");\nconst app = express();\n${routes}\napp.listen(3000);\n`,
});

describe("how requests are written", () => {
  it("a base that lacks the version of every route is without its version", async () => {
    const diagnosis = await investigate({
      files: express(`app.get("/v1/voices/:voice", show);`),
      server: serve({ "/v1/voices/alto": {} }, { body: { error: { code: "unknown_url" } } }),
      http: "GET ORIGIN/voices/alto\n",
    });
    assert.equal(verdictOf(diagnosis), "route-drift/version-moved");
    assert.match(diagnosis.fixes[0]?.request?.url ?? "", /\/v1\/voices\/alto$/);
  });

  it("two slashes where base and path both had one are glued wrongly", async () => {
    assert.equal(
      await judge({ server: serve({ "/voices/alto": {} }), http: "GET ORIGIN//voices/alto\n" }),
      "rewrite-mismatch/proxy-joins-wrong",
    );
  });
});

it("a route that is constrained to a version is asked for by that version", async () => {
  const diagnosis = await investigate({
    files: {
      "app.js": `const app = require("fastify")();
app.get("/locks/:lock", { constraints: { version: "3.0.0" } }, async () => ({}));
app.listen({ port: 3000 });
`,
    },
    server: (request, response) => {
      const isServed = request.headers["accept-version"] === "3.0.0" && request.url === "/locks/7";
      response.writeHead(isServed ? 200 : 404, { "content-type": "application/json" });
      response.end(isServed ? '{"lock":7}' : '{"error":"not found"}');
    },
    http: "GET ORIGIN/locks/7\nAccept-Version: 2.x\n",
  });
  assert.equal(verdictOf(diagnosis), "route-drift/version-selector");
  assert.ok(diagnosis.links.some(({ file, line }) => file === "app.js" && line === 2));
});

describe("what servers and gateways say in words of their own", () => {
  it("a substatus of IIS names the filter", async () => {
    assert.equal(
      await judge({
        server: serve(
          {},
          { body: "<title>IIS</title><h3>HTTP Error 404.7 - Not Found</h3><p>The request filtering module</p>" },
        ),
        http: "GET ORIGIN/files/report.mdb\n",
      }),
      "other-responder/server-filter",
    );
  });

  it("a group that Kubernetes does not serve any more has moved", async () => {
    const status = {
      kind: "Status",
      status: "Failure",
      message: "the server could not find the requested resource",
      code: 404,
    };
    assert.equal(
      await judge({ server: serve({}, { body: status }), http: "GET ORIGIN/apis/extensions/v1beta1/ingresses\n" }),
      "route-drift/version-moved",
    );
  });

  it("a code that names the parent is about the parent", async () => {
    assert.equal(
      await judge({
        server: serve(
          {},
          { body: { error: { code: "DeploymentNotFound", message: "The deployment does not exist." } } },
        ),
        http: "GET ORIGIN/models/deployments/large-1/usage\n",
      }),
      "wrong-scope/wrong-project",
    );
  });

  it("a gateway that misses a token for what it has no resource for wants its stage", async () => {
    const diagnosis = await investigate({
      files: { "serverless.yml": "provider:\n  stage: live\n" },
      server: serve({ "/live/orders": [] }, { status: 403, body: { message: "Missing Authentication Token" } }),
      http: "GET ORIGIN/orders\n",
    });
    assert.equal(verdictOf(diagnosis), "rewrite-mismatch/base-path");
    assert.equal(diagnosis.outcome, "soft-not-found");
  });
});

describe("base paths", () => {
  it("of functions, servlets and documents under a mount are found where they are set", async () => {
    const settings: readonly (readonly [file: string, text: string, prefix: string])[] = [
      ["host.json", '{ "extensions": { "http": { "routePrefix": "fn" } } }', "/fn"],
      ["src/main/resources/application.properties", "server.servlet.context-path=/till\n", "/till"],
    ];
    for (const [file, text, prefix] of settings) {
      const diagnosis = await investigate({
        files: { [file]: text },
        server: serve({ [`${prefix}/receipts`]: [] }),
        http: "GET ORIGIN/receipts\n",
      });
      assert.equal(verdictOf(diagnosis), "rewrite-mismatch/base-path", file);
      assert.ok(diagnosis.links.some((link) => link.file === file));
    }
  });

  it("of Next.js are missing from a path that is asked without them", async () => {
    assert.equal(
      await judge({
        files: {
          "package.json": '{ "dependencies": { "next": "^15.0.0" } }',
          "next.config.js": 'module.exports = { basePath: "/desk" };\n',
          "app/api/session/route.js": "export async function GET() { return Response.json({}); }\n",
        },
        server: serve({ "/desk/api/session": {} }),
        http: "GET ORIGIN/api/session\n",
      }),
      "rewrite-mismatch/base-path",
    );
  });

  it("that every other request of the file has are lent to the one that lacks them", async () => {
    assert.equal(
      await judge({
        server: serve({ "/svc/openapi.json": {}, "/svc/a/1": {}, "/svc/b/2": {} }),
        http: "GET ORIGIN/openapi.json\n\n###\nGET ORIGIN/svc/a/1\n\n###\nGET ORIGIN/svc/b/2\n",
      }),
      "rewrite-mismatch/base-path",
    );
  });

  it("that are compared as mere text take paths that only begin with the same letters", async () => {
    assert.equal(
      await judge({
        files: { ...express(`app.get("/public-users", list);`), "settings.py": 'APPLICATION_ROOT = "/public"\n' },
        server: serve({}),
        http: "GET ORIGIN/public-users\n",
      }),
      "rewrite-mismatch/base-path",
    );
  });
});

describe("rules that choose among paths", () => {
  it("the longest location of nginx takes the path, and its fault is the one named", async () => {
    const diagnosis = await investigate({
      files: {
        ...express(`app.get("/files/:name", show);`),
        "nginx.conf":
          "server {\n location / { proxy_pass http://up; }\n location /files/ { proxy_pass http://up/; }\n}\n",
      },
      server: serve({}),
      http: "GET ORIGIN/files/a\n",
    });
    assert.equal(verdictOf(diagnosis), "rewrite-mismatch/proxy-strips-prefix");
    assert.ok(diagnosis.links.some(({ file, line }) => file === "nginx.conf" && line === 3));
  });

  it("a rule that takes a mount away with its own prefix cuts the path short", async () => {
    const diagnosis = await investigate({
      files: {
        ...express(`app.get("/files/:name", show);\napp.get("/health", show);`),
        "nginx.conf":
          "server {\n location /api/ { proxy_pass http://up/; }\n location /api/files/ { proxy_pass http://up/; }\n}\n",
      },
      server: serve({ "/api/health": {} }),
      http: "GET ORIGIN/api/files/a\n\n###\nGET ORIGIN/api/health\n",
    });
    assert.equal(verdictOf(diagnosis), "rewrite-mismatch/proxy-strips-prefix");
    assert.ok(diagnosis.links.some(({ file, line }) => file === "nginx.conf" && line === 3));
  });

  it("an ingress that rewrites without a group sends every path to one place", async () => {
    const diagnosis = await investigate({
      files: {
        ...express(`app.get("/shelves/:shelf", show);`),
        "ingress.yaml": `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  annotations:
    nginx.ingress.kubernetes.io/rewrite-target: /$2
spec:
  rules:
    - http:
        paths:
          - path: /store
            backend: { service: { name: store, port: { number: 80 } } }
`,
      },
      server: serve({}),
      http: "GET ORIGIN/store/shelves/4\n",
    });
    assert.equal(verdictOf(diagnosis), "rewrite-mismatch/rewrite-rule");
    assert.ok(diagnosis.links.some(({ file, line }) => file === "ingress.yaml" && line === 5));
  });

  const sights = (list: string) => ({
    "package.json": '{ "dependencies": { "next": "^16.0.0" } }',
    "app/sights/[slug]/page.js":
      "export const dynamicParams = false;\nexport default function Page() { return null; }\n",
    "lib/sights.js": `export const sights = [\n${list}\n];\n`,
    ".next/server/page.js": 'const sights = [\n  { slug: "salt-store" },\n  { slug: "clock-tower" },\n];\n',
  });
  const listed = (list: string) =>
    investigate({
      files: sights(list),
      server: serve({ "/sights/clock-tower": {} }),
      http: "GET ORIGIN/sights/salt-store\n\n###\nGET ORIGIN/sights/clock-tower\n",
    });

  it("what data stores and a build did not list is switched off, though what it lists answers", async () => {
    const diagnosis = await listed('  { slug: "clock-tower" },\n  { slug: "salt-store" },');
    assert.equal(verdictOf(diagnosis), "lifecycle/feature-off", diagnosis.verdict.summary);
    assert.match(diagnosis.verdict.summary, /not listed when the pages were built.*page\.js:1/);
    assert.match(diagnosis.fixes[0]?.title ?? "", /generateStaticParams/);
  });

  it("so is what a page lists in getStaticPaths, and lets nothing else through", async () => {
    const diagnosis = await investigate({
      files: {
        "package.json": '{ "dependencies": { "next": "^16.0.0" } }',
        "pages/sights/[slug].jsx":
          "export function getStaticPaths() {\n  return { paths: [], fallback: false };\n}\nexport default function Page() { return null; }\n",
        "data/sights.json": '[\n  { "slug": "clock-tower" },\n  { "slug": "salt-store" }\n]\n',
      },
      server: serve({ "/sights/clock-tower": {} }),
      http: "GET ORIGIN/sights/salt-store\n\n###\nGET ORIGIN/sights/clock-tower\n",
    });
    assert.equal(verdictOf(diagnosis), "lifecycle/feature-off", diagnosis.verdict.summary);
    assert.match(diagnosis.verdict.summary, /pages\/sights\/\[slug\]\.jsx:2/);
  });

  it("what nothing but a build's output holds is unknown", async () => {
    const diagnosis = await listed('  { slug: "clock-tower" },');
    assert.notEqual(verdictOf(diagnosis), "lifecycle/feature-off", diagnosis.verdict.summary);
    assert.ok(!JSON.stringify(diagnosis.evidence).includes(".next/"));
  });

  const listing = (body: string) =>
    judge({
      files: {
        "package.json": '{ "dependencies": { "next": "^16.0.0" } }',
        "app/sights/[slug]/page.js": `import { sights } from "../../../sights.js";
export const dynamicParams = false;
export const generateStaticParams = () => sights.map((slug) => ({ slug }));
export default async function Page({ params }) {
${body}
}
`,
        "sights.js": 'export const sights = ["clock-tower"];\n',
      },
      server: serve({ "/sights/clock-tower": {} }),
      http: "GET ORIGIN/sights/salt-store\n\n###\nGET ORIGIN/sights/clock-tower\n",
    });

  it("what a page would render is kept from it by its list alone", async () => {
    assert.equal(await listing("  return (await params).slug;"), "lifecycle/feature-off");
  });

  it("what a page looks up and may miss itself is unknown as well", async () => {
    const verdict = await listing("  return sights.find((slug) => slug === params.slug) ?? notFound();");
    assert.notEqual(verdict, "lifecycle/feature-off");
  });

  it("parameters that were not built are closed where Next.js is told so", async () => {
    assert.equal(
      await judge({
        files: {
          "package.json": '{ "dependencies": { "next": "^15.0.0" } }',
          "app/guides/[slug]/page.js":
            "export const dynamicParams = false;\nexport default function Page() { return null; }\n",
        },
        server: serve({}),
        http: "GET ORIGIN/guides/summer\n",
      }),
      "lifecycle/feature-off",
    );
  });
});
