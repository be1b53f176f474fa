import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { ConfigurationTarget, commands, workspace } from "vscode";
import { activated, diagnoseRequest, fileUri } from "./opened.ts";
import { writeScratch } from "./scratch.ts";

describe("existence checks", () => {
  const asked: string[] = [];
  let server: Server;
  let origin: string;
  let remove: () => Promise<void>;
  const file = fileUri(".diagnose404.json");

  const check = (name: string, path: string) => ({
    name,
    route: "/things/{id}",
    url: `{{base}}${path}/{id}`,
    deleted: { jsonPath: "$.deleted_at" },
  });

  before(async () => {
    await activated();
    server = createServer(({ method, url }, response) => {
      asked.push(`${method} ${url}`);
      const isIndex = url?.startsWith("/index/") === true;
      response.writeHead(isIndex ? 200 : 404, { "content-type": "application/json" });
      response.end(isIndex ? '{"id":"t-20441","deleted_at":"2026-03-01"}' : '{"error":"no such thing"}');
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    remove = await writeScratch("checked", {
      "http-client.env.json": JSON.stringify({ dev: { base: origin } }),
      "api.http": "GET {{base}}/things/t-20441\n",
      "list.http": "GET {{base}}/index/all\n",
    });
    const text = JSON.stringify({ existenceChecks: [check("thing index", "/index")] }, null, 2);
    await workspace.fs.writeFile(file, new TextEncoder().encode(text));
  });

  afterEach(async () => {
    await workspace.getConfiguration("diagnose404").update("existenceChecks", undefined, ConfigurationTarget.Global);
    await commands.executeCommand("diagnose404.clearInvestigations");
    asked.length = 0;
  });

  after(async () => {
    await commands.executeCommand("workbench.action.closeActiveEditor");
    await workspace.fs.delete(file);
    await remove();
    server.closeAllConnections();
    server.close();
  });

  it("of the workspace's file find what was deleted, and the tree leads to the line that says so", async () => {
    const { treeText } = await activated();
    const diagnosis = await diagnoseRequest("checked/api.http", "GET");
    assert.equal(`${diagnosis.verdict.cause}/${diagnosis.verdict.kind}`, "lifecycle/deleted");
    assert.match(treeText(), /The check "thing index" finds .* marked as deleted/);
    assert.match(treeText(), / {2}\.diagnose404\.json:3$/m);
    assert.ok(asked.includes("GET /index/t-20441"), String(asked));
  });

  it("stand beside what earlier responses of the session hold", async () => {
    const { treeText } = await activated();
    assert.equal((await diagnoseRequest("checked/list.http", "GET")).outcome, "answered");
    await diagnoseRequest("checked/api.http", "GET");
    assert.match(treeText(), /The response to GET \/index\/all at \d\d:\d\d:\d\d UTC held t-20441\./);
  });

  it("of the settings win over those of the file", async () => {
    await workspace
      .getConfiguration("diagnose404")
      .update("existenceChecks", [check("thing index", "/archive")], ConfigurationTarget.Global);
    const diagnosis = await diagnoseRequest("checked/api.http", "GET");
    assert.notEqual(diagnosis.verdict.kind, "deleted");
    assert.ok(asked.includes("GET /archive/t-20441"), String(asked));
    assert.ok(!asked.some((line) => line.includes("/index/")), String(asked));
  });
});
