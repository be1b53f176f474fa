import assert from "node:assert/strict";
import { commands } from "vscode";
import type { Diagnosis } from "../../src/engine/model/diagnosis.ts";
import { activated, diagnoseRequest, diagnosticsOf, fileUri, openAt } from "./opened.ts";
import { pickItem } from "./picking.ts";
import { writeScratch } from "./scratch.ts";

describe("requests outside of request files", () => {
  let base: string;
  let remove: () => Promise<void>;

  before(async () => {
    const { request } = await diagnoseRequest("requests/orders.http", "/api/v1/orders/8471");
    base = request.url.split("/api/")[0] ?? "";
    const entry = (path: string, status: number) => ({
      request: { method: "GET", url: `${base}${path}`, headers: [] },
      response: { status, headers: [], content: {} },
    });
    const entries = [entry("/api/v1/orders/8471", 200), entry("/api/v1/orders/9999", 404), entry("/{{x}}/y", 404)];
    remove = await writeScratch("other", {
      "http-client.env.json": JSON.stringify({ dev: { base } }),
      "notes.md": `# Orders\n\nGET ${base}/not/a/request\n\n\`\`\`http\nGET {{base}}/api/v1/orders/9999\n\`\`\`\n\nMore words.\n\nThe end.\n`,
      "recorded.har": JSON.stringify({ log: { entries } }),
    });
  });

  beforeEach(async () => {
    await activated();
    await commands.executeCommand("diagnose404.clearInvestigations");
  });

  after(async () => {
    await commands.executeCommand("workbench.action.closeAllEditors");
    await remove();
  });

  it("in a block of Markdown the command takes the one at the cursor, with its environment", async () => {
    await openAt("other/notes.md", "GET {{base}}");
    const { verdict, request } = await commands.executeCommand<Diagnosis>("diagnose404.diagnose");
    assert.equal(request.url, `${base}/api/v1/orders/9999`);
    assert.equal(verdict.kind, "unknown-id");
    assert.deepEqual([request.file, request.line], ["other/notes.md", 6]);
    assert.equal(diagnosticsOf(fileUri("other/notes.md"))[0]?.range.start.line, 5);
  });

  it("of a HAR file those that were not found are offered, and sent as recorded", async () => {
    const { treeText } = await activated();
    await openAt("other/recorded.har", "log");
    await pickItem("diagnose404.diagnose", 0);
    assert.match(treeText(), /^GET \/api\/v1\/orders\/9999 {2}404 · unknown id/);
    const target = { kind: "har", uri: fileUri("other/recorded.har").toString(), entry: 3 };
    const { outcome, request } = await commands.executeCommand<Diagnosis>("diagnose404.diagnose", target);
    assert.equal(request.url, `${base}/{{x}}/y`);
    assert.equal(outcome, "not-found");
  });

  it("of a HAR file one entry can be run again", async () => {
    const uri = fileUri("other/recorded.har").toString();
    const diagnosis = await commands.executeCommand<Diagnosis>("diagnose404.diagnose", { kind: "har", uri, entry: 2 });
    assert.equal(diagnosis.verdict.kind, "unknown-id");
    const { investigations } = await activated();
    await commands.executeCommand("diagnose404.rerunInvestigation", { investigation: investigations()[0] });
    assert.equal(investigations().length, 1);
  });
});
