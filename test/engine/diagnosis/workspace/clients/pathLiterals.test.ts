import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { completePath } from "../../../../../src/engine/diagnosis/workspace/clients/pathLiterals.ts";
import { investigate, type Setting, verdictOf } from "../../investigate.ts";

const miss: Setting["server"] = (_request, response) => {
  response.writeHead(404, { "content-type": "text/plain" });
  response.end("nothing");
};

/** Answers these paths, and misses all others alike. */
function serve(...paths: readonly string[]): Setting["server"] {
  return (request, response) => {
    if (!paths.includes(request.url ?? "")) {
      return miss(request, response);
    }
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify({ path: request.url }));
  };
}

describe("a path is completed by a literal that goes on otherwise", () => {
  const cases: readonly (readonly [literal: string, path: string, completed: string | null])[] = [
    ["/portal/api", "/portal/quotes/7", "/portal/api/quotes/7"],
    ["/portal/api/v2", "/portal/quotes/7", "/portal/api/v2/quotes/7"],
    ["/portal/internal/api/v2", "/portal/quotes/7", null],
    ["/portal/quotes", "/portal/quotes/7", null],
    ["/shop/api", "/portal/quotes/7", null],
    ["/portal/api", "/portal", null],
  ];
  for (const [literal, path, completed] of cases) {
    it(`${literal} and ${path}`, () => {
      assert.equal(completePath(literal, path.split("/").slice(1)), completed);
    });
  }
});

describe("a prefix that a line of the workspace writes", () => {
  const front = (line: string) => ({
    "front.js": `import { createServer } from "node:http";\ncreateServer((incoming, outgoing) => {\n${line}\n}).listen(80);\n`,
  });

  it("is tried where no route took the path, and its line is linked", async () => {
    const diagnosis = await investigate({
      files: front('  if (incoming.url.startsWith("/portal/api/")) pass(incoming, outgoing);'),
      server: serve("/portal/api/quotes/7"),
      http: "GET ORIGIN/portal/quotes/7\n",
    });
    assert.equal(verdictOf(diagnosis), "rewrite-mismatch/base-path");
    assert.match(diagnosis.fixes[0]?.request?.url ?? "", /\/portal\/api\/quotes\/7$/);
    assert.ok(diagnosis.links.some(({ file, line }) => file === "front.js" && line === 3));
  });

  it("is asked at most three times, and not where it is a comment, an import, a test or a described path", async () => {
    const diagnosis = await investigate({
      files: {
        ...front(["one", "two", "three", "four"].map((name) => `  serve("/portal/${name}", incoming);`).join("\n")),
        "notes.js": '// "/portal/commented" was here\nimport pages from "/portal/imported";\n',
        "test/portal.test.js": 'get("/portal/tested/");\n',
        "openapi.json": '{ "servers": [{ "url": "/portal/described" }] }',
      },
      server: miss,
      http: "GET ORIGIN/portal/quotes/7\n",
    });
    const asked = diagnosis.probes.map(({ url }) => new URL(url).pathname.split("/")[2] ?? "");
    const literals = asked.filter((name) => /^(?:one|two|three|four|commented|imported|tested|described)$/.test(name));
    assert.deepEqual(literals.toSorted(), ["one", "three", "two"]);
    assert.notEqual(verdictOf(diagnosis), "rewrite-mismatch/base-path");
  });

  it("is not tried where a route of the workspace takes the path", async () => {
    const diagnosis = await investigate({
      files: {
        "app.js":
          'import express from "express";\nconst app = express();\napp.get("/portal/quotes/:quote", show);\nlog("/portal/api/");\napp.listen(80);\n',
      },
      server: miss,
      http: "GET ORIGIN/portal/quotes/7\n",
    });
    assert.ok(!diagnosis.probes.some(({ url }) => url.includes("/portal/api/")));
  });
});

describe("rules by which a proxy of the workspace hands requests on", () => {
  const service = {
    "service/app.js":
      'import express from "express";\nconst app = express();\napp.get("/billing/invoices/:invoice", show);\napp.listen(80);\n',
  };
  const gateway = `import { createServer, request } from "node:http";
const rules = JSON.parse(readFileSync("rules.json", "utf8"));
createServer((incoming, outgoing) => {
  const rule = rules.find(({ prefix }) => incoming.url.startsWith(prefix));
  const passed = request(rule.upstream + incoming.url.slice(rule.prefix.length), (answer) => answer.pipe(outgoing));
  incoming.pipe(passed);
}).listen(80);
`;
  const rules =
    '[\n  { "prefix": "/directory", "upstream": "http://d", "strip": true },\n  { "prefix": "/billing", "upstream": "http://b", "strip": true }\n]\n';

  async function linked(files: Readonly<Record<string, string>>) {
    const diagnosis = await investigate({
      files: { ...service, ...files },
      server: serve("/billing/billing/invoices/r-7731"),
      http: "GET ORIGIN/billing/invoices/r-7731\n",
    });
    assert.equal(verdictOf(diagnosis), "rewrite-mismatch/proxy-strips-prefix");
    return diagnosis.links.filter(({ role }) => role === "rewrite").map(({ file, line }) => `${file}:${line}`);
  }

  it("are linked, with the lines that follow them", async () => {
    assert.deepEqual(await linked({ "gateway/rules.json": rules, "gateway/server.js": gateway }), [
      "gateway/rules.json:3",
      "gateway/server.js:4",
      "gateway/server.js:5",
    ]);
  });

  it("are not the same word in a menu, nor code that cuts a path and passes nothing on", async () => {
    const files = {
      "menu.json": '[\n  { "href": "/billing", "title": "Billing" }\n]\n',
      "trail.js": 'import { createServer } from "node:http";\ncreateServer((req, res) => res.end(req.url.slice(1)));\n',
    };
    assert.deepEqual(await linked(files), []);
  });
});

describe("the words of an answer", () => {
  const server: Setting["server"] = (request, response) => {
    const isThere = request.url === "/agents/p-377";
    const body = isThere
      ? { id: "p-377" }
      : request.url === "/agents/p-240"
        ? { error: "gone", mergedInto: "p-377" }
        : { error: "none" };
    response.writeHead(isThere ? 200 : 404, { "content-type": "application/json" });
    response.end(JSON.stringify(body));
  };
  const plain = `export function answer(agent, send) {
  const isCurrent = !agent.mergedInto;
  if (agent.mergedInto) return send(404, { error: "gone", mergedInto: agent.mergedInto });
  return send(200, agent, isCurrent);
}
`;
  const ask = (files: Readonly<Record<string, string>>) =>
    investigate({ files, server, http: "GET ORIGIN/agents/p-240\n" });

  it("lead to the line that writes them", async () => {
    const diagnosis = await ask({ "answer.js": plain });
    assert.equal(verdictOf(diagnosis), "lifecycle/merged");
    assert.ok(
      diagnosis.links.some(({ role, file, line }) => role === "reference" && file === "answer.js" && line === 3),
    );
  });

  it("lead nowhere where many files hold them", async () => {
    const others = Object.fromEntries(
      ["a", "b", "c"].map((name) => [`${name}.js`, "export const one = { mergedInto: null };\n"]),
    );
    const diagnosis = await ask({ "answer.js": plain, ...others });
    assert.ok(!diagnosis.links.some(({ file }) => file === "answer.js"));
  });
});
