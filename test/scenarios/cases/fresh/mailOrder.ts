import type { Scenario } from "../../scenario.ts";

const invoice: Scenario = {
  name: "invoice-by-mail-order",
  files: {
    "package.json": `{ "name": "mail-order", "private": true, "type": "module", "main": "main.js" }
`,
    "main.js": `import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import * as controllers from "./controllers/index.js";

const routes = JSON.parse(readFileSync(new URL("./routes.json", import.meta.url), "utf8"));

function find(method, path) {
  for (const { verb, url, to } of routes) {
    const names = [];
    const source = url.replace(/:(\\w+)/g, (_, name) => (names.push(name), "([^/]+)"));
    const hit = verb === method && new RegExp(\`^\${source}$\`).exec(path);
    if (hit) return { to, params: Object.fromEntries(names.map((name, i) => [name, hit[i + 1]])) };
  }
  return null;
}

createServer((req, res) => {
  const found = find(req.method, req.url.split("?")[0]);
  const [name, action] = found?.to.split("#") ?? [];
  const run = controllers[name]?.[action];
  if (typeof run !== "function") {
    res.writeHead(404, { "content-type": "application/json" }).end('{"error":"page_not_found"}');
    return;
  }
  res.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(run(found.params)));
}).listen(process.env.PORT ?? 7000);
`,
    "routes.json": `[
  { "verb": "GET", "url": "/orders/:no", "to": "orders#show" },
  { "verb": "GET", "url": "/orders/:no/invoice", "to": "orders#invoice" },
  { "verb": "GET", "url": "/catalogues", "to": "catalogues#list" }
]
`,
    "controllers/index.js": `export * as catalogues from "./catalogues.js";
export * as orders from "./orders.js";
`,
    "controllers/orders.js": `export function show({ no }) {
  return { no, lines: 3, total: 84.9 };
}

export function printInvoice({ no }) {
  return { invoice: \`I-\${no}\`, total: 84.9 };
}
`,
    "controllers/catalogues.js": `export const list = () => ["Spring 2027", "Garden"];
`,
    "orders.http": `@shop = http://localhost:PORT_OF_shop

### order
GET {{shop}}/orders/20015

### its invoice
# @name invoice
GET {{shop}}/orders/20015/invoice
`,
  },
  servers: [{ name: "shop", entry: "main.js" }],
  ask: ["orders.http#invoice"],
  facts: ["GET /orders/20015 200", "GET /orders/20015/invoice 404", "GET /catalogues 200"],
  truth: {
    outcome: "not-found",
    kinds: ["missing-handler"],
    links: [
      { file: "routes.json", text: "orders#invoice" },
      { file: "controllers/orders.js", text: "printInvoice" },
      { file: "main.js", text: "controllers[name]?.[action]" },
    ],
  },
};

/** Of the mail order house. */
export const mailOrder: readonly Scenario[] = [invoice];
