import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { commands, window, workspace } from "vscode";
import { activated, diagnoseRequest, openAt } from "./opened.ts";
import { writeScratch } from "./scratch.ts";

const file = "kept/api.http";

describe("the response to a named request", () => {
  let server: Server;
  let remove: () => Promise<void>;
  let answer = { status: 200, order: "8472" };
  const session = "planted-session-77d0";
  const seen: string[] = [];

  before(async () => {
    await activated();
    server = createServer(({ url, headers }, response) => {
      seen.push(`${url} ${headers.cookie ?? "-"}`);
      const cookie = url === "/start" ? `sid=${session}; Path=/` : `sid=another-${seen.length}; Path=/`;
      const status = url === "/start" ? answer.status : 404;
      response.writeHead(status, { "set-cookie": cookie }).end(JSON.stringify({ order: answer.order }));
    }).listen(0, "localhost");
    await once(server, "listening");
    const base = `http://localhost:${(server.address() as AddressInfo).port}`;
    remove = await writeScratch("kept", {
      "api.http": `# @name start\nGET ${base}/start\n\n###\nGET ${base}/orders/{{start.response.body.$.order}}\n`,
    });
  });

  after(async () => {
    await commands.executeCommand("workbench.action.closeAllEditors");
    server.close();
    await remove();
  });

  /** Waits until the preview of the other request asks for a path. */
  async function untilPreviewed(path: string): Promise<void> {
    await openAt(file, "/orders/");
    await commands.executeCommand("diagnose404.previewRequest");
    const document = window.activeTextEditor?.document;
    while (document?.getText().includes(`${path}\n`) !== true) {
      await new Promise<void>((resolve) => {
        const listening = workspace.onDidChangeTextDocument(() => {
          listening.dispose();
          resolve();
        });
      });
    }
  }

  it("is kept when it was diagnosed, refreshed when it is run again, and not kept when it fails", async () => {
    await untilPreviewed("/orders/{{start.response.body.$.order}}");
    await diagnoseRequest(file, "/start");
    await untilPreviewed("/orders/8472");

    answer = { status: 200, order: "9001" };
    const { investigations } = await activated();
    await commands.executeCommand("diagnose404.rerunInvestigation", { investigation: investigations()[0] });
    await untilPreviewed("/orders/9001");

    answer = { status: 404, order: "gone" };
    await commands.executeCommand("diagnose404.rerunInvestigation", { investigation: investigations()[0] });
    await untilPreviewed("/orders/{{start.response.body.$.order}}");
  });

  it("gives its cookies to the request that takes values from it, as the preview shows, and probes carry just those", async () => {
    answer = { status: 200, order: "8472" };
    await diagnoseRequest(file, "/start");
    await untilPreviewed("/orders/8472");
    const preview = window.activeTextEditor?.document.getText() ?? "";
    assert.match(preview, /^Cookie: sid=•••$/m);
    assert.match(preview, /^# Cookie\n# {3}.* set by the response to start$/m);
    assert.doesNotMatch(preview, new RegExp(session));
    seen.length = 0;
    await diagnoseRequest(file, "/orders/");
    assert.ok(seen.length > 2, seen.join("\n"));
    for (const request of seen) assert.ok(request.endsWith(` sid=${session}`), request);
  });
});
