import assert from "node:assert/strict";
import { type CodeLens, commands, type Hover, MarkdownString, Position, window } from "vscode";
import { activated, diagnoseRequest, fileUri, lensesOf, lineOf, openAt } from "./opened.ts";
import { writeScratch } from "./scratch.ts";

const handlers = "service/routes/orders.js";
const requests = "requests/orders.http";

async function hoverAt(path: string, text: string, within: string): Promise<string> {
  const { document } = await openAt(path, text);
  const line = lineOf(document, text);
  const position = new Position(line, document.lineAt(line).text.indexOf(within) + 1);
  const hovers = await commands.executeCommand<Hover[]>("vscode.executeHoverProvider", document.uri, position);
  const texts = hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof MarkdownString ? content.value : ""));
  return texts.find((value) => value.includes("diagnose404.diagnose")) ?? "";
}

describe("lenses above route handlers", () => {
  beforeEach(async () => {
    await activated();
    await commands.executeCommand("diagnose404.clearInvestigations");
  });

  it("count the requests that reach the route, and offer the command", async () => {
    const { document } = await openAt(handlers, 'get("/:id",');
    const line = lineOf(document, 'get("/:id",') + 1;
    const titles = (await lensesOf(document.uri)).filter((lens) => lens.line === line).map(({ title }) => title);
    assert.deepEqual(titles, ["GET /api/v1/orders/{id} · 2 requests reach this route", "Diagnose 404"]);
  });

  it("show how the latest run ended", async () => {
    await diagnoseRequest(requests, "/api/v1/orders/9999");
    const { document } = await openAt(handlers, 'get("/:id",');
    const line = lineOf(document, 'get("/:id",') + 1;
    const [first] = (await lensesOf(document.uri)).filter((lens) => lens.line === line);
    assert.equal(first?.title, "GET /api/v1/orders/{id} · 2 requests reach this route · last: 404 · unknown id");
  });

  it("say that a router is not registered", async () => {
    await openAt("service/routes/refunds.js", "Router()");
    const titles = (await lensesOf(fileUri("service/routes/refunds.js"))).map(({ title }) => title);
    assert.ok(
      titles.some((title) => title.startsWith("GET / · not registered · ")),
      String(titles),
    );
  });
});

describe("hover on a URL", () => {
  beforeEach(async () => {
    await activated();
    await commands.executeCommand("diagnose404.clearInvestigations");
  });

  it("names the route that a request reaches", async () => {
    const text = await hoverAt(requests, "/api/v1/orders/8471", "/orders/8471");
    assert.match(
      text,
      /^Reaches `GET \/api\/v1\/orders\/\{id\}` in \[service\/routes\/orders\.js:\d+\]\(command:diagnose404\.openLocation/,
    );
  });

  it("names the nearest route, what differs, and the last outcome", async () => {
    await diagnoseRequest(requests, "/api/v2/orders/8472");
    const text = await hoverAt(requests, "/api/v2/orders/8472", "/orders/8472");
    assert.match(text, /^Reaches no route\. Nearest: `GET \/api\/v1\/orders\/\{id\}`/);
    assert.match(text, /version: `v2` here, `v1` there/);
    assert.match(text, /Last: \*\*404 · version moved\*\*/);
    assert.match(text, /\[Diagnose 404\]\(command:diagnose404\.diagnose/);
  });

  it("tells the whole path of a registration, and takes no mount for a URL", async () => {
    const text = await hoverAt(handlers, 'get("/:id",', '/:id"');
    assert.match(text, /^`GET \/api\/v1\/orders\/\{id\}`\n\nMounted under `\/api\/v1` at \[service\/app\.js:\d+\]/);
    assert.equal(await hoverAt("service/app.js", '"/api/v1"', "/api"), "");
  });

  it("knows paths in code and URLs in prose, and claims nothing of foreign hosts", async () => {
    const remove = await writeScratch("client", {
      "orders.js": `export const one = (id) => fetch(\`/api/v2/orders/\${id}\`);\nexport const css = "/no/such/thing/at-all";\n`,
      "notes.md": "See http://localhost:9/api/v1/orders/8471 and https://example.com/api/v1/orders/1.\n",
    });
    try {
      const inCode = await hoverAt("client/orders.js", "fetch", "/v2/orders");
      assert.match(inCode, /^Reaches no route\. Nearest: `GET \/api\/v1\/orders\/\{id\}`/);
      assert.equal(await hoverAt("client/orders.js", "css", "/no/such"), "");
      assert.match(await hoverAt("client/notes.md", "See", "localhost:9"), /^Reaches `GET \/api\/v1\/orders\/\{id\}`/);
      assert.match(await hoverAt("client/notes.md", "See", "example.com"), /^\[Diagnose 404\]\(command:/);
    } finally {
      await commands.executeCommand("workbench.action.closeAllEditors");
      await remove();
    }
  });
});

describe("commands on what is shown", () => {
  const folder = () => fileUri("").toString().replace(/\/$/, "");

  beforeEach(async () => {
    await activated();
    await commands.executeCommand("diagnose404.clearInvestigations");
  });

  it("diagnose the one request that reaches a route", async () => {
    const { treeText } = await activated();
    const { document } = await openAt("service/routes/invoices.js", 'get("/",');
    const line = lineOf(document, 'get("/",');
    const lenses = await commands.executeCommand<CodeLens[]>("vscode.executeCodeLensProvider", document.uri, 1000);
    const lens = lenses.find(({ range, command }) => range.start.line === line && command?.title === "Diagnose 404");
    assert.ok(lens?.command);
    await commands.executeCommand(lens.command.command, ...(lens.command.arguments ?? []));
    assert.match(treeText(), /^GET \/api\/v2\/invoices {2}200\n/);
  });

  it("open the exact place of a link", async () => {
    await commands.executeCommand("diagnose404.openLocation", folder(), { file: handlers, line: 11, column: 8 });
    assert.equal(window.activeTextEditor?.document.uri.path, fileUri(handlers).path);
    assert.deepEqual(window.activeTextEditor?.selection.active, new Position(10, 7));
  });

  it("run an investigation again in its place, and remove it", async () => {
    const { treeText, investigations } = await activated();
    await diagnoseRequest(requests, "/api/v1/orders/9999");
    await diagnoseRequest(requests, "/api/v1/orders/8471");
    const [answered, missed] = investigations();
    await commands.executeCommand("diagnose404.rerunInvestigation", { investigation: missed });
    assert.deepEqual(investigations(), [missed, answered], "the latest is the first");
    await commands.executeCommand("diagnose404.removeInvestigation", { investigation: missed });
    assert.deepEqual(investigations(), [answered]);
    assert.match(treeText(), /^GET \/api\/v1\/orders\/8471 {2}200\n/);
  });
});
