import assert from "node:assert/strict";
import { commands, type Location, type LocationLink, Position, workspace } from "vscode";
import { untilIndexed } from "./indexed.ts";
import { activated, lineOf, openAt } from "./opened.ts";
import { writeScratch } from "./scratch.ts";

const base = "{{base}}";
const files = {
  "client.js": [
    `export const one = (id) => fetch(\`/api/v1/orders/\${id}\`);`,
    'export const cancel = (id) => api.post("/orders/" + id + "/cancel");',
    `export const items = (id) => api.get(\`\${base}/api/v1/orders/\${id}/items\`);`,
    'export const foreign = () => fetch("https://example.com/api/v1/orders/1");',
    'export const style = "/no/such/thing/at/all";',
    "",
  ].join("\n"),
  "client.py": 'def one(order_id):\n    return requests.get(f"{BASE}/api/v1/orders/{order_id}")\n',
  "long.ts": 'export const place = () =>\n  fetch("/reports/7", {\n    body: "{}",\n    method: "POST",\n  });\n',
  "reports.js": [
    'const reports = require("express")();',
    "reports.get(",
    '  "/reports/:id",',
    "  (request, response) => response.end(),",
    ");",
    'reports.post("/reports/:key", (request, response) => response.end());',
    "",
  ].join("\n"),
  "probes.yaml": "probes:\n  - path: /api/v1/orders/7\n",
  ".env": "ORDER_URL=http://localhost:3000/api/v1/orders/7\n",
  "notes.md": "Ask `GET /api/v1/orders/7`, or open http://localhost:9/api/v2/invoices/2024-17.\n",
  "openapi.yaml": [
    'openapi: "3.0.3"',
    "info: { title: Orders, version: '1' }",
    "paths:",
    "  /api/v1/orders/{id}:",
    "    get:",
    '      responses: { "200": { description: ok } }',
    "",
  ].join("\n"),
  "api.http": `@base = http://localhost:3000\n@id = 8472\n\nGET ${base}/api/v1/orders/{{id}}/items?page=1\n`,
};

describe("from a URL to the route", () => {
  let remove: () => Promise<void>;

  before(async () => {
    await activated();
    remove = await writeScratch("uses", files);
  });

  after(async () => {
    await commands.executeCommand("workbench.action.closeAllEditors");
    await remove();
  });

  /** The place in a line that holds the text, just behind the start of what is within. */
  async function place(path: string, text: string, within: string) {
    const { document } = await openAt(path, text);
    const line = lineOf(document, text);
    return { uri: document.uri, position: new Position(line, document.lineAt(line).text.indexOf(within) + 2) };
  }

  /** Where the definition leads to, as file and the text of the line. */
  async function definition(path: string, text: string, within = text): Promise<readonly string[]> {
    const { uri, position } = await place(path, text, within);
    const found = await commands.executeCommand<(Location | LocationLink)[]>(
      "vscode.executeDefinitionProvider",
      uri,
      position,
    );
    return showPlaces(found);
  }

  async function showPlaces(found: readonly (Location | LocationLink)[]): Promise<readonly string[]> {
    const lines = await Promise.all(
      found.map(async (one) => {
        const [uri, range] = "uri" in one ? [one.uri, one.range] : [one.targetUri, one.targetRange];
        const { text } = (await workspace.openTextDocument(uri)).lineAt(range.start.line);
        return `${uri.path.split("/").at(-1)} ${text.trim().slice(0, 24).trim()}`;
      }),
    );
    return lines;
  }

  const order = ['orders.js orders.get("/:id", (requ'];

  it("leads from code in any language", async () => {
    assert.deepEqual(await definition("uses/client.js", "one =", "/api/v1"), order);
    assert.deepEqual(await definition("uses/client.js", "cancel =", "/orders/"), []);
    assert.deepEqual(await definition("uses/client.js", "items =", "/api/v1"), ['orders.js orders.get("/:id/items",']);
    assert.deepEqual(await definition("uses/client.py", "requests.get", "/api/v1"), order);
  });

  it("leads from data that writes a path without quotes", async () => {
    assert.deepEqual(await definition("uses/probes.yaml", "path:", "/api/v1"), order);
    assert.deepEqual(await definition("uses/.env", "ORDER_URL", "/api/v1"), order);
  });

  it("takes the path of a registration over several lines for what it is, and for no use of the route", async () => {
    await untilIndexed("uses/reports.js", "//");
    const { uri, position } = await place("uses/reports.js", '"/reports/:id"', "/reports");
    const found = await commands.executeCommand<Location[]>("vscode.executeReferenceProvider", uri, position);
    assert.deepEqual(
      found.map(({ range }) => range.start.line),
      [2],
    );
    // The call, whose method stands two lines below its URL, leads to the other route of the path.
    assert.deepEqual(await definition("uses/long.ts", "fetch(", "/reports"), ['reports.js reports.post("/reports/:']);
  });

  it("leads from prose", async () => {
    assert.deepEqual(await definition("uses/notes.md", "Ask", "/api/v1"), order);
    assert.deepEqual(await definition("uses/notes.md", "Ask", "/api/v2"), ['invoices.js invoices.get("/:number",']);
  });

  it("leads from an OpenAPI document, by its paths and by its operations", async () => {
    await untilIndexed("uses/openapi.yaml", "#");
    assert.deepEqual(await definition("uses/openapi.yaml", "/api/v1/orders/{id}"), order);
    assert.deepEqual(await definition("uses/openapi.yaml", "    get:", "get"), order);
  });

  it("leads from the path of a request, and from its variables to where they are defined", async () => {
    const line = "GET {{base}}";
    assert.deepEqual(await definition("uses/api.http", line, "/api/v1"), ['orders.js orders.get("/:id/items",']);
    assert.deepEqual(await definition("uses/api.http", line, "/items"), ['orders.js orders.get("/:id/items",']);
    assert.deepEqual(await definition("uses/api.http", line, "{{id}}"), ["api.http @id = 8472"]);
    assert.deepEqual(await definition("uses/api.http", line, "?page"), []);
  });

  it("leads nowhere from foreign hosts, other paths, and where routers are mounted", async () => {
    assert.deepEqual(await definition("uses/client.js", "foreign =", "/api/v1"), []);
    assert.deepEqual(await definition("uses/client.js", "style =", "/no/such"), []);
    assert.deepEqual(await definition("service/app.js", '"/api/v1"', "/api/v1"), []);
  });

  it("leads from the path of a registration to what uses the route", async () => {
    const { uri, position } = await place("service/routes/orders.js", 'get("/:id",', "/:id");
    const found = await commands.executeCommand<Location[]>("vscode.executeReferenceProvider", uri, position);
    // A language finds equal texts anywhere; what this extension finds lies in these folders.
    const own = found.filter(({ uri: { path } }) => /\/(uses|service)\//.test(path));
    const shown = await showPlaces(own);
    assert.deepEqual(
      [...new Set(shown)],
      [
        'orders.js orders.get("/:id", (requ',
        ".env ORDER_URL=http://localho",
        "client.js export const one = (id)",
        'client.py return requests.get(f"{B',
        "notes.md Ask `GET /api/v1/orders/",
        "probes.yaml - path: /api/v1/orders/7",
      ],
    );
    assert.equal(found.filter((one) => one.uri.path.endsWith("orders.http")).length, 2, "both requests that reach it");
  });

  it("finds the same from a request", async () => {
    const { uri, position } = await place("uses/api.http", "GET {{base}}", "/api/v1");
    const found = await commands.executeCommand<Location[]>("vscode.executeReferenceProvider", uri, position);
    const names = (await showPlaces(found)).map((text) => text.split(" ")[0]);
    assert.ok(names.includes("client.js"), String(names));
    assert.ok(names.includes("api.http"), String(names));
  });
});
