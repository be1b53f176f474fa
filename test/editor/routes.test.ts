import assert from "node:assert/strict";
import { commands, type Hover, MarkdownString, Position } from "vscode";
import { activated, diagnoseRequest, fileUri, lensesOf, lineOf, openAt } from "./opened.ts";

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
    assert.deepEqual(titles, ["2 requests reach this route", "Diagnose 404"]);
  });

  it("show how the latest run ended", async () => {
    await diagnoseRequest(requests, "/api/v1/orders/9999");
    const { document } = await openAt(handlers, 'get("/:id",');
    const line = lineOf(document, 'get("/:id",') + 1;
    const [first] = (await lensesOf(document.uri)).filter((lens) => lens.line === line);
    assert.equal(first?.title, "2 requests reach this route · last: 404 · unknown id");
  });

  it("say that a router is not registered", async () => {
    await openAt("service/routes/refunds.js", "Router()");
    const titles = (await lensesOf(fileUri("service/routes/refunds.js"))).map(({ title }) => title);
    assert.ok(
      titles.some((title) => title.startsWith("Not registered · ")),
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
});
