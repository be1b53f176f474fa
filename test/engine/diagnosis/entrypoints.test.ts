import assert from "node:assert/strict";
import { after, beforeEach, describe, it } from "node:test";
import { type Recorder, startRecorder } from "./recorder.ts";
import { diagnoseWorkspace, kindOf } from "./workspaceDiagnosis.ts";

const snowApp = `import express from "express";
const app = express();
app.get("/api/snow", (req, res) => res.json({}));
app.listen(process.env.PORT);
`;
const passesApp = `import express from "express";
const app = express();
app.get("/api/passes/:number", (req, res) => res.json({}));
app.listen(process.env.PORT);
`;

/** A service that answers one path, and misses all others in words of its own. */
const serve = (path: string) =>
  startRecorder(({ url }, response) => {
    const isServed = url === path;
    response.writeHead(isServed ? 200 : 404, { "content-type": "application/json" });
    response.end(isServed ? '{"days":6}' : '{"error":"nothing here"}');
  });

describe("two services of one workspace", async () => {
  const snow = await serve("/api/snow");
  const passes = await serve("/api/passes/SP-5512");
  const page = await startRecorder((_request, response) => {
    response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>Resort</title>");
  });
  const start = await serve("/");
  const all = [snow, passes, page, start];
  beforeEach(() => {
    for (const { log } of all) {
      log.length = 0;
    }
  });
  after(() => Promise.all(all.map((server) => server.close())));

  const portOf = ({ origin }: Recorder) => new URL(origin).port;
  const ask = (files: Readonly<Record<string, string>>, http?: string) =>
    diagnoseWorkspace(
      {
        "api.http": http ?? `GET ${snow.origin}/api/passes/SP-5512\nAuthorization: Bearer tk-44\n`,
        "services/snow/index.js": snowApp,
        "services/passes/index.js": passesApp,
        ...files,
      },
      null,
    );

  for (const [file, text] of [
    ["config.json", `{ "passes": "http://localhost:${portOf(passes)}" }\n`],
    ["compose.yaml", `services:\n  passes:\n    ports:\n      - "${portOf(passes)}:8000"\n`],
    ["docker-compose.yml", `services:\n  passes:\n    ports: ["${portOf(passes)}:8000"]\n`],
    ["docker-compose.yaml", `services:\n  passes:\n    ports:\n      - published: ${portOf(passes)}\n`],
  ] as const) {
    it(`the one that routes the path is asked at the port that ${file} names, without credentials`, async () => {
      const diagnosis = await ask({ [file]: text });
      assert.equal(kindOf(diagnosis), "other-responder/wrong-entrypoint", diagnosis.verdict.summary);
      assert.ok(diagnosis.fixes[0]?.verified);
      assert.ok(diagnosis.links.some((link) => link.file === file));
      assert.deepEqual(passes.credentials(), []);
    });
  }

  const programs = { "services/snow/package.json": "{}", "services/passes/package.json": "{}" };

  it("the one that routes the path is asked at the port that its own code listens at", async () => {
    const listening = passesApp.replace("process.env.PORT", `Number(process.env.PORT ?? ${portOf(passes)})`);
    const diagnosis = await ask({ ...programs, "services/passes/index.js": listening });
    assert.equal(kindOf(diagnosis), "other-responder/wrong-entrypoint", diagnosis.verdict.summary);
    assert.equal(diagnosis.fixes[0]?.request?.url, `${passes.origin}/api/passes/SP-5512`);
  });

  it("the port of the other is told by what answers there where nothing names the right one", async () => {
    const diagnosis = await ask(programs);
    assert.equal(kindOf(diagnosis), "other-responder/wrong-entrypoint", diagnosis.verdict.summary);
    assert.match(diagnosis.verdict.summary, /serves GET \/api\/snow .* is of services\/passes\.$/);
    assert.match(diagnosis.fixes[0]?.title ?? "", /port that services\/passes listens at/);
    assert.ok(diagnosis.verdict.confidence < 0.9, String(diagnosis.verdict.confidence));
  });

  it("the service behind a rule of the asked host is no other to be asked, and the host that is served is found", async () => {
    const front = await startRecorder(({ url, headers }, response) => {
      const isServed = url === "/api/passes/SP-5512" && headers.host === "resort.example";
      response.writeHead(isServed ? 200 : 404, { "content-type": "application/json" });
      response.end(isServed ? '{"days":6}' : '{"error":"no such site"}');
    });
    const diagnosis = await ask(
      {
        "vite.config.js": `export default { server: { proxy: { "/api": "${passes.origin}" } } };\n`,
        "front.toml": 'server_name = "resort.example"\n',
      },
      `GET ${front.origin}/api/passes/SP-5512\n`,
    );
    await front.close();
    assert.equal(kindOf(diagnosis), "other-responder/host-unmatched", diagnosis.verdict.summary);
    assert.ok(passes.log.length > 0, "the service behind the rule was asked");
  });

  it("nothing is said of another port where a rule may hand the path on", async () => {
    const rule = 'export default { server: { proxy: { "/api": "http://backend" } } };\n';
    const diagnosis = await ask({ ...programs, "vite.config.js": rule });
    assert.notEqual(kindOf(diagnosis), "other-responder/wrong-entrypoint", diagnosis.verdict.summary);
  });

  it("a page that answers everything is no other service", async () => {
    const diagnosis = await ask({ "config.json": `{ "web": "http://localhost:${portOf(page)}" }\n` });
    assert.ok(page.log.length > 1, "it was asked, and so was a path that does not exist");
    assert.notEqual(kindOf(diagnosis), "other-responder/wrong-entrypoint", diagnosis.verdict.summary);
  });

  it("the start page that an API lacks is asked at the port of what has one", async () => {
    const http = `GET ${snow.origin}/\n`;
    const diagnosis = await ask(
      { "compose.yaml": `services:\n  web:\n    ports:\n      - "${portOf(start)}:80"\n` },
      http,
    );
    assert.equal(kindOf(diagnosis), "other-responder/wrong-entrypoint", diagnosis.verdict.summary);
    assert.equal(diagnosis.fixes[0]?.request?.url, `${start.origin}/`);
  });

  it("a variable that requests to the other service take as well keeps its value", async () => {
    const http = `GET {{host}}/api/passes/SP-5512\n\n###\nGET {{host}}/api/snow\n\n@host = ${snow.origin}\n`;
    const diagnosis = await ask({ "config.json": `{ "passes": "http://localhost:${portOf(passes)}" }\n` }, http);
    assert.equal(diagnosis.fixes[0]?.kind, "edit-request");
    assert.equal(diagnosis.fixes[0]?.edit?.newText, `GET ${passes.origin}/api/passes/SP-5512`);
  });
});
