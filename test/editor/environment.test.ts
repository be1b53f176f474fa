import assert from "node:assert/strict";
import { ConfigurationTarget, commands, workspace } from "vscode";
import { activated, diagnoseRequest, fileUri, openAt } from "./opened.ts";
import { pickItem } from "./picking.ts";
import { writeScratch } from "./scratch.ts";

describe("environment of a request file", () => {
  const file = "environments/api.http";
  let remove: () => Promise<void>;

  before(async () => {
    await activated();
    const base = (await diagnoseRequest("requests/orders.http", "/api/v1/orders/8471")).request.url.split("/api/")[0];
    remove = await writeScratch("environments", {
      "http-client.env.json": JSON.stringify({ good: { base, order: "8471" }, bad: { base, order: "9999" } }),
      "api.http": "GET {{base}}/api/v1/orders/{{order}}\n",
    });
  });

  after(async () => {
    await commands.executeCommand("workbench.action.closeActiveEditor");
    await remove();
  });

  it("is nobody's guess where several exist, and is remembered once chosen", async () => {
    const unchosen = await diagnoseRequest(file, "GET");
    assert.deepEqual([unchosen.outcome, unchosen.request.environment], ["not-sent", null]);

    await openAt(file, "GET");
    await pickItem("diagnose404.selectEnvironment", 0);
    const chosen = await diagnoseRequest(file, "GET");
    assert.ok(
      chosen.request.environment === "good" || chosen.request.environment === "bad",
      String(chosen.request.environment),
    );
    assert.equal(chosen.outcome, chosen.request.environment === "good" ? "answered" : "not-found");
  });

  it("gives way to the file or wins over it, by the dialect", async () => {
    const shadowed = "dialects/api.http";
    const clear = await writeScratch("dialects", {
      "http-client.env.json": JSON.stringify({ dev: { order: "9999" } }),
      "api.http": "@order = 8471\n\nGET http://127.0.0.1:9/orders/{{order}}\n",
    });
    const settings = workspace.getConfiguration("diagnose404", fileUri(shadowed));
    const url = async () => (await diagnoseRequest(shadowed, "GET")).request.url;
    try {
      assert.equal(await url(), "http://127.0.0.1:9/orders/8471");
      await settings.update("dialect", "jetbrains", ConfigurationTarget.Global);
      assert.equal(await url(), "http://127.0.0.1:9/orders/9999");
    } finally {
      await settings.update("dialect", undefined, ConfigurationTarget.Global);
      await commands.executeCommand("workbench.action.closeActiveEditor");
      await clear();
    }
  });

  it("is the one that httpYac starts with where nothing was chosen, and what is chosen wins", async () => {
    const other = "environments/other.http";
    const write = (path: string, text: string) => workspace.fs.writeFile(fileUri(path), new TextEncoder().encode(text));
    const untilHttpYac = async (name: string | undefined) => {
      const read = () => workspace.getConfiguration("httpyac").get<string[]>("environmentSelectedOnStart")?.[0];
      while (read() !== name) {
        await new Promise<void>((resolve) => {
          const listening = workspace.onDidChangeConfiguration(() => {
            listening.dispose();
            resolve();
          });
        });
      }
    };
    await write(other, "GET {{base}}/api/v1/orders/{{order}}\n");
    await write(".vscode/settings.json", JSON.stringify({ "httpyac.environmentSelectedOnStart": ["bad"] }));
    try {
      await untilHttpYac("bad");
      assert.equal((await diagnoseRequest(other, "GET")).request.environment, "bad");
      assert.notEqual((await diagnoseRequest(file, "GET")).request.environment, null);
    } finally {
      await workspace.fs.delete(fileUri(".vscode"), { recursive: true });
    }
    await untilHttpYac(undefined);
    assert.equal((await diagnoseRequest(other, "GET")).request.environment, null);
  });
});
