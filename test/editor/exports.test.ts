import assert from "node:assert/strict";
import { commands, env, type Uri, workspace } from "vscode";
import { assertHar } from "../report/harStructure.ts";
import { activated, diagnoseRequest, fileUri } from "./opened.ts";
import { acceptSaveDialog, leaveQuestion, pickItem } from "./picking.ts";
import { writeScratch } from "./scratch.ts";

const secret = "planted-5e0aa7c2";

async function textOf(uri: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(uri));
}

describe("an investigation handed on to other tools", () => {
  let remove: () => Promise<void>;
  let subject: { readonly investigation: string | undefined };
  let sent = 0;

  before(async () => {
    const { investigations } = await activated();
    await commands.executeCommand("diagnose404.clearInvestigations");
    const base = (await diagnoseRequest("requests/orders.http", "/api/v1/orders/8471")).request.url.split("/api/")[0];
    await commands.executeCommand("diagnose404.clearInvestigations");
    remove = await writeScratch("exported", {
      "http-client.private.env.json": JSON.stringify({ dev: { base, key: secret } }),
      "api.http": "# @name old\nGET {{base}}/api/v2/orders/8472?api_key={{key}}\nAuthorization: Bearer {{key}}\n",
    });
    sent = (await diagnoseRequest("exported/api.http", "GET")).probes.length;
    subject = { investigation: investigations()[0] };
  });

  after(async () => {
    await commands.executeCommand("workbench.action.closeActiveEditor");
    await remove();
  });

  it("is a HAR file with every exchange", async () => {
    const place = fileUri("exported/all.har");
    await commands.executeCommand("diagnose404.exportHar", subject, place);
    const text = await textOf(place);
    assertHar(text);
    assert.equal(JSON.parse(text).log.entries.length, sent);
    assert.ok(!text.includes(secret), text);
  });

  it("is a .http file with the response in comments beneath the request", async () => {
    const place = fileUri("exported/sent.http");
    await commands.executeCommand("diagnose404.exportHttp", subject, place);
    const text = await textOf(place);
    assert.match(text, /^###\nGET .*\/api\/v2\/orders\/8472\?api_key=•••\n/);
    assert.match(text, /\n# < HTTP\/1\.1 404 /);
    assert.ok(!text.includes(secret), text);
  });

  it("is the corrected request, which the save dialog puts where it proposes", async () => {
    await acceptSaveDialog("diagnose404.saveCorrectedRequest", subject);
    const place = fileUri("old corrected.http");
    const text = await textOf(place);
    await workspace.fs.delete(place);
    assert.match(text, /^###\nGET .*\/api\/v1\/orders\/8472\?api_key=•••\n/);
    assert.ok(!text.includes(secret), text);
  });

  it("is a curl command in the clipboard", async () => {
    await commands.executeCommand("diagnose404.copyCurl", subject);
    const text = await env.clipboard.readText();
    assert.match(text, /^curl /);
    assert.match(text, /\/api\/v2\/orders\/8472\?api_key=•••/);
    assert.ok(!text.includes(secret), text);
  });

  it("is asked for where a command names none and there are several", async () => {
    await diagnoseRequest("requests/orders.http", "/api/v1/orders/9999");
    await env.clipboard.writeText("as before");
    await leaveQuestion("diagnose404.copyCurl");
    assert.equal(await env.clipboard.readText(), "as before");
    await pickItem("diagnose404.copyCurl", 0);
    assert.match(await env.clipboard.readText(), /\/api\/v1\/orders\/9999/);
  });
});
