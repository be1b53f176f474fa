import type { Scenario } from "../../scenario.ts";

const letters: Scenario = {
  name: "letter-in-another-drawer",
  files: {
    "package.json": `{ "name": "drawers", "private": true, "type": "module", "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^1.13.0" } }
`,
    "src/app.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { signedIn } from "./signedIn.ts";
import { findLetter, lettersOf } from "./letters.ts";

const app = new Hono<{ Variables: { user: string } }>();
app.use("/letters/*", signedIn);

app.get("/letters", signedIn, (c) => c.json(lettersOf(c.get("user"))));
app.get("/letters/:id", (c) => {
  const letter = findLetter(Number(c.req.param("id")));
  if (!letter || letter.ownerId !== c.get("user")) {
    return c.json({ error: "letter not found" }, 404);
  }
  return c.json(letter);
});

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "src/signedIn.ts": `import { createMiddleware } from "hono/factory";

export const signedIn = createMiddleware<{ Variables: { user: string } }>(async (c, next) => {
  const user = c.req.header("x-user");
  if (!user) return c.json({ error: "sign in first" }, 401);
  c.set("user", user);
  await next();
});
`,
    "src/letters.ts": `const letters = [
  { id: 81, ownerId: "ruth", to: "the city" },
  { id: 82, ownerId: "emil", to: "the tax office" },
];

export const lettersOf = (user: string) => letters.filter(({ ownerId }) => ownerId === user);
export const findLetter = (id: number) => letters.find((letter) => letter.id === id);
`,
    "letters.http": `@api = http://localhost:PORT_OF_api

### mine
GET {{api}}/letters
X-User: emil

### to the city
# @name city
GET {{api}}/letters/81
X-User: emil
`,
  },
  servers: [{ name: "api", entry: "src/app.ts" }],
  ask: ["letters.http#city"],
  facts: [
    "GET /letters 200 | X-User: emil",
    "GET /letters/81 404 | X-User: emil",
    "GET /letters/82 200 | X-User: emil",
    "GET /letters/81 200 | X-User: ruth",
    "GET /letters/99 404 | X-User: emil",
    "GET /letters/81 401",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-resource"],
    links: [
      { file: "src/app.ts", text: "letter.ownerId !==" },
      { file: "src/letters.ts", text: "id: 81" },
      { file: "src/app.ts", text: 'app.get("/letters/:id"' },
    ],
  },
};

const queue: Scenario = {
  name: "queue-at-the-bakery-live",
  files: {
    "requirements.txt": "aiohttp\n",
    "bakery/queue.py": `import os

from aiohttp import web


async def tickets(request):
    return web.json_response({"next": 41})


async def live(request):
    socket = web.WebSocketResponse()
    await socket.prepare(request)
    await socket.send_json({"now": 40})
    async for _ in socket:
        pass
    return socket


def main():
    app = web.Application()
    app.router.add_get("/tickets", tickets)
    app.router.add_get("/live/queue", live)
    web.run_app(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)


if __name__ == "__main__":
    main()
`,
    "apache/bakery.conf": `<VirtualHost *:80>
  ServerName bakery.example

  ProxyPreserveHost On
  ProxyPass        / http://127.0.0.1:PORT_OF_app/
  ProxyPassReverse / http://127.0.0.1:PORT_OF_app/
</VirtualHost>
`,
    "screen/queue.js": `const socket = new WebSocket(\`ws://\${location.host}/live/queue\`);
socket.onmessage = ({ data }) => {
  document.querySelector("#now").textContent = JSON.parse(data).now;
};
`,
    "bakery.http": `@bakery = http://localhost:PORT_OF_web

### tickets
GET {{bakery}}/tickets

### the screen
# @name screen
GET {{bakery}}/live/queue
Connection: Upgrade
Upgrade: websocket
Sec-WebSocket-Version: 13
Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
`,
  },
  servers: [
    { name: "app", entry: "bakery/queue.py", needs: "aiohttp" },
    { name: "web", entry: "front:headerFilter", env: { UPSTREAM: "PORT_OF_app" }, passesOn: true },
  ],
  ask: ["bakery.http#screen"],
  facts: [
    "web:GET /tickets 200",
    "web:GET /live/queue 400 | Connection: Upgrade | Upgrade: websocket | Sec-WebSocket-Version: 13 | Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    "app:GET /live/queue 101 | Connection: Upgrade | Upgrade: websocket | Sec-WebSocket-Version: 13 | Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
  ],
  truth: {
    outcome: "soft-not-found",
    kinds: ["upgrade-lost"],
    links: [{ file: "apache/bakery.conf", text: "ProxyPass        " }],
    fixes: [{ kind: "edit-rewrite" }],
  },
};

const handbook: Scenario = {
  name: "handbook-of-a-fire-brigade",
  files: {
    "requirements.txt": "aiohttp\nmkdocs\n",
    "mkdocs.yml": `site_name: Handbook
docs_dir: pages
site_dir: site
nav:
  - Start: index.md
  - Hoses: hoses.md
`,
    "pages/index.md": `# Handbook
`,
    "pages/hoses.md": `# Hoses

Dry them first.
`,
    "site/index.html": `<!doctype html><html lang="en"><title>Handbook</title><a href="hoses/">Hoses</a></html>
`,
    "site/hoses/index.html": `<!doctype html><html lang="en"><title>Hoses</title><p>Dry them first.</p></html>
`,
    "serve.py": `import os

from aiohttp import web

app = web.Application()
app.router.add_static("/handbook", "site")
web.run_app(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
    "handbook.http": `@brigade = http://localhost:PORT_OF_web

### start
GET {{brigade}}/handbook/index.html

### hoses
# @name hoses
GET {{brigade}}/handbook/hoses/
`,
  },
  servers: [{ name: "web", entry: "serve.py", needs: "aiohttp" }],
  ask: ["handbook.http#hoses"],
  facts: [
    "GET /handbook/index.html 200",
    "GET /handbook/hoses/ 403",
    "GET /handbook/hoses/index.html 200",
    "GET /handbook/none/index.html 404",
  ],
  truth: {
    outcome: "soft-not-found",
    kinds: ["directory-index"],
    links: [
      { file: "site/hoses/index.html", text: "Dry them first" },
      { file: "serve.py", text: "add_static" },
      { file: "handbook.http", text: "/handbook/hoses/" },
    ],
    fixes: [{ url: "/handbook/hoses/index.html" }],
  },
};

const goods: Scenario = {
  name: "goods-of-a-hosted-shop",
  files: {
    "package.json": `{ "name": "shop-sync", "private": true, "type": "module" }
`,
    "sync/shop.config.js": `export const shop = {
  origin: process.env.SHOP_ORIGIN ?? "http://localhost:PORT_OF_shop",
  version: "2024-04",
};
`,
    "sync/goods.js": `import { shop } from "./shop.config.js";

export async function goods() {
  const answer = await fetch(\`\${shop.origin}/admin/api/\${shop.version}/products.json\`);
  if (!answer.ok) throw new Error(\`products: \${answer.status}\`);
  return (await answer.json()).products;
}
`,
    "shop.http": `@shop = http://localhost:PORT_OF_shop

### the shop
GET {{shop}}/admin/api/2026-01/shop.json

### as goods.js asks
# @name goods
GET {{shop}}/admin/api/2024-04/products.json
`,
  },
  deployed: {
    "shop.mjs": `import Fastify from "fastify";

const app = Fastify();
for (const version of ["2025-10", "2026-01"]) {
  app.get(\`/admin/api/\${version}/shop.json\`, async () => ({ shop: { name: "Kiesel & Co" } }));
  app.get(\`/admin/api/\${version}/products.json\`, async () => ({ products: [{ id: 8, title: "Skipping stone" }] }));
}
app.setNotFoundHandler((_request, reply) => reply.code(404).send({ errors: "Not Found" }));
await app.listen({ port: Number(process.env.PORT) });
`,
  },
  servers: [{ name: "shop", entry: "deployed:shop.mjs" }],
  ask: ["shop.http#goods"],
  facts: [
    "GET /admin/api/2026-01/shop.json 200",
    "GET /admin/api/2024-04/products.json 404",
    "GET /admin/api/2026-01/products.json 200",
    "GET /admin/api/2026-01/none.json 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["version-moved"],
    links: [
      { file: "sync/shop.config.js", text: "2024-04" },
      { file: "shop.http", text: "2024-04" },
      { file: "sync/goods.js", text: "products.json" },
    ],
    fixes: [{ url: "/admin/api/2026-01/products.json" }],
  },
};

/** A letter in another's drawer, a screen whose socket a proxy cuts off, a folder of a handbook that may not be listed, goods of a shop under a version of the past. */
export const letterDrawers: readonly Scenario[] = [letters, queue, handbook, goods];
