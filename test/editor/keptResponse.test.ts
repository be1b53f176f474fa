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

  before(async () => {
    await activated();
    server = createServer((_, response) => {
      response.writeHead(answer.status).end(JSON.stringify({ order: answer.order }));
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
});
