import type { Scenario } from "../../scenario.ts";

const drawing: Scenario = {
  name: "drawing-of-a-herb",
  files: {
    "package.json": `{ "name": "herbs", "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "app/server.js": `import express from "express";
import { herbs } from "./herbs.js";

const app = express();
app.get("/uploads/:name", (req, res) => {
  const drawing = herbs.get(req.params.name);
  if (drawing === undefined) return res.status(404).send("No such drawing");
  res.type("image/svg+xml").send(drawing);
});
app.get("/uploads", (_req, res) => res.json([...herbs.keys()]));
app.listen(process.env.PORT ?? 3000);
`,
    "app/herbs.js": `export const herbs = new Map([
  ["sage.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"/>'],
  ["list", "sage.svg"],
]);
`,
    "nginx/herbalist.conf": `server {
  listen 80;
  root /usr/share/nginx/html;

  location / {
    try_files $uri /index.html;
  }

  location /uploads/ {
    proxy_pass http://127.0.0.1:PORT_OF_app;
  }

  location ~* \\.(png|jpe?g|svg|ico)$ {
    expires 30d;
    try_files $uri =404;
  }
}
`,
    "web/index.html": `<!doctype html>
<title>Herbs</title>
<img src="/uploads/sage.svg" alt="Sage" />
`,
    "herbs.http": `@site = http://localhost:PORT_OF_web

### list
GET {{site}}/uploads/list

### drawing
# @name sage
GET {{site}}/uploads/sage.svg
`,
  },
  deployed: {
    "edge.mjs": `import { createServer, request } from "node:http";

const page = "<html>\\r\\n<head><title>404 Not Found</title></head>\\r\\n<body>\\r\\n<center><h1>404 Not Found</h1></center>\\r\\n<hr><center>nginx/1.27.3</center>\\r\\n</body>\\r\\n</html>\\r\\n";

createServer((incoming, outgoing) => {
  const [path] = incoming.url.split("?");
  if (/\\.(png|jpe?g|svg|ico)$/i.test(path)) {
    return outgoing.writeHead(404, { server: "nginx/1.27.3", "content-type": "text/html" }).end(page);
  }
  if (path.startsWith("/uploads/")) {
    const sent = request({ host: "localhost", port: process.env.UPSTREAM, method: incoming.method, path: incoming.url, headers: incoming.headers }, (answer) => {
      outgoing.writeHead(answer.statusCode, { ...answer.headers, server: "nginx/1.27.3" });
      answer.pipe(outgoing);
    });
    return incoming.pipe(sent);
  }
  outgoing.writeHead(200, { server: "nginx/1.27.3", "content-type": "text/html" }).end("<!doctype html><title>Herbs</title>");
}).listen(process.env.PORT);
`,
  },
  servers: [
    { name: "app", entry: "app/server.js" },
    { name: "web", entry: "deployed:edge.mjs", env: { UPSTREAM: "PORT_OF_app" }, passesOn: true },
  ],
  ask: ["herbs.http#sage"],
  facts: [
    "web:GET /uploads/list 200",
    "web:GET /uploads/sage.svg 404",
    "app:GET /uploads/sage.svg 200",
    "web:GET /uploads/none 404",
    "web:GET / 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["rewrite-rule"],
    links: [
      { file: "nginx/herbalist.conf", text: "location ~*" },
      { file: "nginx/herbalist.conf", text: "try_files $uri =404" },
      { file: "nginx/herbalist.conf", text: "location /uploads/" },
    ],
    fixes: [{ kind: "edit-rewrite" }],
  },
};

const remedy: Scenario = {
  name: "remedy-that-nobody-has",
  files: {
    "package.json": `{ "name": "remedies", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^14.0.0" } }
`,
    "src/index.ts": `import Koa from "koa";
import { RemedyController } from "./RemedyController.ts";
import { RemedyShelf } from "./RemedyShelf.ts";

const controller = new RemedyController(new RemedyShelf());
const app = new Koa();
app.use(controller.router.routes());
app.use(controller.router.allowedMethods());
app.listen(Number(process.env.PORT ?? 3000));
`,
    "src/RemedyController.ts": `import Router from "@koa/router";
import type { RemedyShelf } from "./RemedyShelf.ts";

export class RemedyController {
  readonly router = new Router({ prefix: "/shelf" });
  private readonly shelf: RemedyShelf;

  constructor(shelf: RemedyShelf) {
    this.shelf = shelf;
    this.router.get("/remedies", (ctx) => {
      ctx.body = this.shelf.all();
    });
    this.router.get("/remedies/:id", (ctx) => {
      const remedy = this.shelf.find(Number(ctx.params.id));
      if (remedy === null) {
        ctx.throw(404, "No remedy of that number");
        return;
      }
      ctx.body = remedy;
    });
  }
}
`,
    "src/RemedyShelf.ts": `export interface Remedy {
  readonly id: number;
  readonly herb: string;
}

export class RemedyShelf {
  readonly #remedies: readonly Remedy[] = [
    { id: 11, herb: "Sage" },
    { id: 12, herb: "Thyme" },
  ];

  all(): readonly Remedy[] {
    return this.#remedies;
  }

  find(id: number): Remedy | null {
    return this.#remedies.find((remedy) => remedy.id === id) ?? null;
  }
}
`,
    "remedies.http": `@shelf = http://localhost:PORT_OF_api/shelf

GET {{shelf}}/remedies

###
# @name missing
GET {{shelf}}/remedies/21
`,
  },
  servers: [{ name: "api", entry: "src/index.ts" }],
  ask: ["remedies.http#missing"],
  facts: ["GET /shelf/remedies 200", "GET /shelf/remedies/21 404", "GET /shelf/remedies/12 200", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "src/RemedyController.ts", text: '"/remedies/:id"' }],
  },
};

/** A herbalist: a picture that a rule for pictures takes, a remedy that nobody has. */
export const herbalists: readonly Scenario[] = [drawing, remedy];
