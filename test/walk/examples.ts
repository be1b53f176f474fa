import { once } from "node:events";
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../vscode/openDemo.ts";

/** A workspace of three services, each running from the very files that the editor shows. */
export interface Examples {
  readonly folder: string;
  close(): Promise<void>;
}

/** A client that moved to v2 before the service did. */
const orders = {
  "orders/app.js": `import express from "express";
import { orders } from "./orders.js";

export const app = express();
app.use("/api/v1/orders", orders);
`,
  "orders/orders.js": `import { Router } from "express";

const rows = new Map([["8471", { id: "8471", total: 12 }], ["8472", { id: "8472", total: 30 }]]);
export const orders = Router();

orders.get("/", (request, response) => response.json([...rows.values()]));

orders.get("/:id", (request, response) => {
  const order = rows.get(request.params.id);
  if (!order) return response.status(404).json({ error: "order not found" });
  response.json(order);
});
`,
  "orders/web/orderPage.js": `export const loadOrder = (id) => fetch("/api/v2/orders/" + id).then((answer) => answer.json());
`,
  "orders/client.http": `### What the client asks since its last release
GET {{base}}/api/v2/orders/8472
Accept: application/json
`,
};

/** A support link that names an object of one tenant, opened as another. */
const support = {
  "support/app.js": `import express from "express";

const objects = { "tenant-a": ["obj-5f3a91", "obj-5f3a92"], "tenant-b": ["obj-77c210"] };
const tokens = { "tenant-a": "Bearer a-token-41c7", "tenant-b": "Bearer b-token-9d02" };

export const app = express();

app.get("/objects/:objectId", (request, response) => {
  const tenant = request.get("x-tenant");
  if (request.get("authorization") !== tokens[tenant]) return response.status(401).json({ error: "sign in" });
  if (!objects[tenant].includes(request.params.objectId)) return response.status(404).json({ error: "no such object" });
  response.json({ id: request.params.objectId });
});
`,
  "support/link.http": `### The link of ticket 1184
GET {{base}}/objects/obj-5f3a91
X-Tenant: {{tenant}}
Authorization: {{token}}
`,
};

/** A record that was merged under a new slug, while search results and mail still use the old one. */
const catalog = {
  "catalog/app.js": `import express from "express";

const articles = [
  { slug: "oak-desk-120", title: "Oak desk", previousSlugs: ["oak-desk-classic"] },
  { slug: "pine-shelf-80", title: "Pine shelf", previousSlugs: [] },
];

export const app = express();

app.get("/articles", (request, response) => response.json(articles));

app.get("/articles/:slug", (request, response) => {
  const article = articles.find(({ slug }) => slug === request.params.slug);
  if (!article) return response.status(404).json({ error: "article not found" });
  response.json(article);
});
`,
  "catalog/article.http": `### From the search results of March
GET {{base}}/articles/oak-desk-classic
`,
  "catalog/search-results.json": `[
  { "title": "Oak desk", "url": "/articles/oak-desk-classic" },
  { "title": "Pine shelf", "url": "/articles/pine-shelf-80" }
]
`,
  "catalog/mail/offer.html": `<p>Our offer of the week:</p>
<a href="https://shop.test/articles/oak-desk-classic">Oak desk</a>
`,
};

/** Writes the three workspaces into one folder and runs their services. */
export async function openExamples(): Promise<Examples> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "examples-")));
  const write = async (file: string, text: string) => {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  };
  const files = {
    "package.json": '{ "type": "module", "dependencies": { "express": "5" } }',
    ...orders,
    ...support,
    ...catalog,
  };
  await Promise.all(Object.entries(files).map(([file, text]) => write(file, text)));
  await symlink(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  const services = await Promise.all(["orders", "support", "catalog"].map((name) => runService(folder, name)));
  const [shop, help, shelf] = services.map(({ origin }) => origin);
  const tenants = {
    "tenant-b": { base: help, tenant: "tenant-b", token: "Bearer b-token-9d02" },
    "tenant-a": { base: help, tenant: "tenant-a", token: "Bearer a-token-41c7" },
  };
  await write("orders/http-client.env.json", JSON.stringify({ production: { base: shop } }, null, 2));
  await write("support/http-client.env.json", JSON.stringify(tenants, null, 2));
  await write("catalog/http-client.env.json", JSON.stringify({ production: { base: shelf } }, null, 2));
  return {
    folder,
    async close() {
      await Promise.all(services.map(({ stop }) => stop()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function runService(folder: string, name: string) {
  const { app }: { app: RequestListener } = await import(pathToFileURL(join(folder, name, "app.js")).href);
  const server = createServer(app).listen(0, "localhost");
  await once(server, "listening");
  const stop = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  return { origin: `http://localhost:${(server.address() as AddressInfo).port}`, stop };
}
