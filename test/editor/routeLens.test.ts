import assert from "node:assert/strict";
import { ConfigurationTarget, commands, workspace } from "vscode";
import { markRoutes } from "../../src/editor/routes/routeMarks.ts";
import type { Route, RouteTable } from "../../src/engine/model/route.ts";
import { untilIndexed } from "./indexed.ts";
import { activated, fileUri, lensesOf } from "./opened.ts";
import { writeScratch } from "./scratch.ts";

const route: Route = {
  method: "GET",
  path: "/a",
  framework: "express",
  file: "a.js",
  line: 5,
  column: 1,
  handler: null,
  mounts: [],
  problems: [],
  culprit: null,
  unresolved: null,
  test: false,
  caseSensitive: false,
  strictSlash: false,
  order: 1,
};

const table = (routes: readonly Route[]): RouteTable => ({
  routes,
  rewrites: [],
  stats: { files: 0, parsed: 0, ms: 0 },
});
const marks = (routes: readonly Route[], file = "a.js") =>
  markRoutes(table(routes), file).map(
    ({ line, role, routes: own }) => `${line} ${role} ${own.map(({ path }) => path).join()}`,
  );

describe("lines that stand for routes", () => {
  it("are registrations, and handlers that stand apart", () => {
    const decorated = { ...route, handler: { file: "a.js", line: 8, column: 1 } };
    const apart = { ...route, line: 40, path: "/b", handler: { file: "a.js", line: 20, column: 1 } };
    const elsewhere = { ...route, line: 41, path: "/c", handler: { file: "b.js", line: 2, column: 1 } };
    assert.deepEqual(marks([decorated, apart, elsewhere]), [
      "5 registration /a",
      "20 handler /b",
      "40 registration /b",
      "41 registration /c",
    ]);
    assert.deepEqual(marks([decorated, apart, elsewhere], "b.js"), ["2 handler /c"]);
  });

  it("speak first for the route that is in order, where several share a line", () => {
    const broken = { ...route, problems: ["shadowed" as const] };
    assert.deepEqual(marks([broken, { ...route, path: "/b" }]), ["5 registration /b,/a"]);
  });

  it("are none in tests, descriptions and fallbacks", () => {
    assert.deepEqual(
      marks([
        { ...route, test: true },
        { ...route, framework: "openapi" },
        { ...route, fallback: true },
      ]),
      [],
    );
  });
});

describe("lenses in every language", () => {
  let remove: () => Promise<void>;
  const files = {
    "main.py": `from fastapi import APIRouter, FastAPI

app = FastAPI()
router = APIRouter(prefix="/books")


@router.get("/{book_id}")
async def read_book(book_id: int):
    return {}


app.include_router(router, prefix="/library")
`,
    "web/package.json": '{ "dependencies": { "next": "^15.0.0" } }\n',
    "web/app/api/items/route.ts": "export async function GET() {\n  return Response.json([]);\n}\n",
    "shop.js": `import express from "express";
import { show } from "./show.js";

const app = express();
app.get("/shop/:id", show);
`,
    "show.js": "export function show(request, response) {\n  response.end();\n}\n",
  };

  before(async () => {
    await activated();
    remove = await writeScratch("lenses", files);
    await untilIndexed("lenses/shop.js", "//");
    await untilIndexed("lenses/main.py", "#");
  });

  after(async () => {
    await commands.executeCommand("workbench.action.closeAllEditors");
    await remove();
  });

  const titles = async (path: string) =>
    (await lensesOf(fileUri(path)))
      .map(({ line, title }) => `${line} ${title}`)
      .filter((title) => !title.endsWith("Diagnose 404"));

  it("stand above a decorated handler of Python, with the whole path", async () => {
    assert.deepEqual(await titles("lenses/main.py"), [
      "7 GET /library/books/{book_id} · no request reaches this route",
    ]);
  });

  it("stand above a registration, and are gone when they are turned off", async () => {
    assert.deepEqual(await titles("lenses/shop.js"), ["5 GET /shop/{id} · no request reaches this route"]);
    const settings = workspace.getConfiguration("diagnose404", fileUri("lenses/shop.js"));
    await settings.update("codeLens.enabled", false, ConfigurationTarget.Workspace);
    assert.deepEqual(await titles("lenses/shop.js"), []);
    await settings.update("codeLens.enabled", undefined, ConfigurationTarget.Workspace);
  });
});
