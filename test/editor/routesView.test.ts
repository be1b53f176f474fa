import assert from "node:assert/strict";
import { commands, env, extensions, Position, WorkspaceEdit, window, workspace } from "vscode";
import type { Diagnose404 } from "../../src/editor/extension.ts";
import type { Route } from "../../src/engine/model/route.ts";
import { activated, fileUri, openAt } from "./opened.ts";
import { keepText } from "./scratch.ts";

const handlers = "service/routes/orders.js";

const folder = () => fileUri("").toString().replace(/\/$/, "");

/** The view once it reads as wanted; waits until the index has heard of an edit. */
async function viewWith(wanted: RegExp): Promise<string> {
  const { routesText } = await activated();
  const ends = performance.now() + 30_000;
  let text = await routesText();
  while (!wanted.test(text) && performance.now() < ends) {
    text = await routesText();
  }
  assert.match(text, wanted);
  return text;
}

describe("the Routes view", () => {
  before(async () => {
    await activated();
  });

  it("shows the application, its resources, and what nothing mounts", async () => {
    const text = await viewWith(/refunds/);
    assert.match(text, /^service\/app\.js {2}express · 10 routes$/m);
    assert.match(text, /^ {2}\/api\/v1\/orders {2}4 routes\n {4}GET \/api\/v1\/orders {2}orders\.js:\d+$/m);
    assert.match(
      text,
      /^Not mounted anywhere {2}express · 2 routes · 2 problems\n {2}GET \/ {2}not registered · refunds\.js:\d+$/m,
    );
  });

  it("follows edits that are not saved", async () => {
    const restore = await keepText(handlers);
    try {
      const { document } = await openAt(handlers, 'get("/:id",');
      const edit = new WorkspaceEdit();
      const end = new Position(document.lineCount, 0);
      edit.insert(document.uri, end, 'orders.get("/latest", (request, response) => response.end());\n');
      await workspace.applyEdit(edit);
      const text = await viewWith(/orders\/latest/);
      assert.match(text, /^ {4}GET \/api\/v1\/orders\/latest {2}shadowed · orders\.js:\d+$/m);
      assert.match(text, /^service\/app\.js {2}express · 11 routes · 1 problem$/m);
    } finally {
      await restore();
    }
    await viewWith(/^service\/app\.js {2}express · 10 routes$/m);
  });
});

describe("commands on a route", () => {
  const route: Route = {
    method: "GET",
    path: "/api/v1/orders/{id}",
    framework: "express",
    file: "service/routes/orders.js",
    line: 11,
    column: 1,
    handler: { file: "service/routes/customers.js", line: 3, column: 1 },
    mounts: [{ file: "service/app.js", line: 12, column: 3, prefix: "/api/v1" }],
    problems: [],
    culprit: { file: "service/routes/health.js", line: 2, column: 1 },
    unresolved: null,
    test: false,
    caseSensitive: false,
    strictSlash: false,
    order: 1,
  };
  const place = () => {
    const editor = window.activeTextEditor;
    return `${workspace.asRelativePath(editor?.document.uri ?? "")}:${(editor?.selection.active.line ?? -1) + 1}`;
  };

  it("open the handler, and what takes its requests", async () => {
    await commands.executeCommand("diagnose404.openHandler", { folder: folder(), route });
    assert.equal(place(), "service/routes/customers.js:3");
    await commands.executeCommand("diagnose404.openCulprit", { folder: folder(), route });
    assert.equal(place(), "service/routes/health.js:2");
    await commands.executeCommand("diagnose404.openHandler", { folder: folder(), route: { ...route, handler: null } });
    assert.equal(place(), "service/routes/orders.js:11");
  });

  it("copy the path, and the URL under the origin that requests ask", async () => {
    await commands.executeCommand("diagnose404.copyRoutePath", { folder: folder(), route });
    assert.equal(await env.clipboard.readText(), "/api/v1/orders/{id}");
    await commands.executeCommand("diagnose404.copyRouteUrl", { folder: folder(), route });
    assert.match(await env.clipboard.readText(), /^http:\/\/localhost:\d+\/api\/v1\/orders\/\{id\}$/);
  });

  it("are there once the extension is, and nothing is thrown when they are given nothing", async () => {
    assert.ok(extensions.getExtension<Diagnose404>("diagnose-404.diagnose-404")?.isActive);
    await commands.executeCommand("diagnose404.showMounts");
  });
});
