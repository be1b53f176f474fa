import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

/** A workspace on disk whose application is running; `log` holds every request that reached it, as `METHOD target`. */
export interface Shop {
  readonly folder: string;
  readonly origin: string;
  readonly log: readonly string[];
  /** What the application read from the content of each order that was added. */
  readonly bodies: readonly unknown[];
  write(file: string, content: string | Uint8Array): Promise<void>;
  close(): Promise<void>;
}

const files: Readonly<Record<string, string>> = {
  "package.json": '{ "name": "shop", "type": "module", "dependencies": { "express": "5" } }',
  "src/app.js": `import express from "express";
import { orders } from "./orders.js";

export { bodies } from "./orders.js";
export const app = express();
app.use(express.json());
app.use("/api/v1/orders", orders);
`,
  "src/orders.js": `import { Router } from "express";

const known = new Map([["8472", { id: "8472", total: 12 }], ["8473", { id: "8473", total: 3 }]]);

export const orders = Router();

orders.get("/", (request, response) => response.json([...known.values()]));

orders.get("/:id", (request, response) => {
  const order = known.get(request.params.id);
  if (!order) return response.status(404).json({ error: "order not found" });
  response.json(order);
});

export const bodies = [];

orders.post("/", (request, response) => {
  bodies.push(request.body);
  response.status(201).json({ id: "1" });
});
`,
};

/** Writes a small Express application with its request files into a new folder, and runs that very application. */
export async function openShop(): Promise<Shop> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "shop-")));
  const write = async (file: string, content: string | Uint8Array) => {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), content);
  };
  await Promise.all(Object.entries(files).map(([file, text]) => write(file, text)));
  await symlink(join(import.meta.dirname, "../../node_modules"), join(folder, "node_modules"), "junction");
  const { app, bodies }: { app: RequestListener; bodies: readonly unknown[] } = await import(
    pathToFileURL(join(folder, "src/app.js")).href
  );
  const log: string[] = [];
  const server = createServer((request, response) => {
    log.push(`${request.method} ${request.url}`);
    app(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A tester who picks single tests by name runs no hook at the end, and must not be left waiting.
  server.unref();
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await write("http-client.env.json", JSON.stringify({ dev: { baseUrl: origin } }));
  await write("api.http", requestFile);
  return {
    folder,
    origin,
    log,
    bodies,
    write,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const requestFile = `### One order
# @name getOrder
GET {{baseUrl}}/api/v1/orders/8472
Accept: application/json

### The old version
# @name oldOrder
GET {{baseUrl}}/api/v2/orders/8472

### A tenant that nobody defined
# @name tenantOrder
GET {{baseUrl}}/api/v1/{{tenant}}/orders

### Add one
# @name addOrder
POST {{baseUrl}}/api/v1/orders
Content-Type: application/json
Authorization: Bearer CANARY-8d1f0c

{ "total": 3 }
`;
