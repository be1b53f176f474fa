import type { Scenario } from "../../scenario.ts";

const manual: Scenario = {
  name: "manual-of-a-lathe",
  files: {
    "package.json": `{ "name": "manuals", "type": "module", "scripts": { "build": "node scripts/build.js", "start": "node serve.js" } }
`,
    "serve.js": `import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const types = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".svg": "image/svg+xml" };
const root = new URL("./site/", import.meta.url).pathname;

createServer(async (request, response) => {
  const { pathname } = new URL(request.url, "http://manuals");
  const file = join(root, normalize(decodeURIComponent(pathname)));
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) {
    response.writeHead(404, { "Content-Type": "text/html; charset=utf-8" });
    return response.end("<h1>No such page</h1>");
  }
  response.writeHead(200, { "Content-Type": types[extname(file)] ?? "application/octet-stream" });
  createReadStream(file).pipe(response);
}).listen(process.env.PORT ?? 8000);
`,
    "site/index.html": `<!doctype html>
<title>Manuals</title>
<a href="/lathes/cl-300/">CL-300</a>
`,
    "site/lathes/cl-300/index.html": `<!doctype html>
<title>CL-300</title>
<p>Read before use.</p>
`,
    "site/lathes/cl-300/spare-parts.html": `<!doctype html>
<title>Spare parts</title>
`,
    "links.http": `@manuals = http://localhost:PORT_OF_site

### front page
GET {{manuals}}/index.html

### the link of the front page
# @name lathe
GET {{manuals}}/lathes/cl-300/
`,
  },
  servers: [{ name: "site", entry: "serve.js" }],
  ask: ["links.http#lathe"],
  facts: [
    "GET /index.html 200",
    "GET /lathes/cl-300/ 404",
    "GET /lathes/cl-300/index.html 200",
    "GET /lathes/cl-300/spare-parts.html 200",
    "GET / 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["directory-index"],
    links: [
      { file: "site/lathes/cl-300/index.html", text: "doctype" },
      { file: "serve.js", text: "isFile()" },
      { file: "site/index.html", text: "href" },
    ],
    fixes: [{ url: "/lathes/cl-300/index.html" }],
  },
};

const contact: Scenario = {
  name: "whom-to-tell-of-a-hole",
  files: {
    "package.json": `{ "name": "portal", "type": "module", "dependencies": { "express": "^5.1.0" } }
`,
    "src/index.js": `import express from "express";
import { fileURLToPath } from "node:url";
import { machines } from "./machines.js";

const pub = fileURLToPath(new URL("../public", import.meta.url));
const app = express();
app.use("/api/machines", machines);
app.use(express.static(pub));
app.listen(process.env.PORT ?? 3000);
`,
    "src/machines.js": `import { Router } from "express";

export const machines = Router();
machines.get("/", (req, res) => res.json(["cl-300", "mk-12"]));
`,
    "public/robots.txt": `User-agent: *
Disallow: /api/
`,
    "public/.well-known/security.txt": `Contact: mailto:security@machines.example
Expires: 2027-06-30T00:00:00.000Z
`,
    "audit.http": `@portal = http://localhost:PORT_OF_web

### robots
GET {{portal}}/robots.txt

### finding 3 of the audit
# @name finding
GET {{portal}}/.well-known/security.txt
`,
  },
  servers: [{ name: "web", entry: "src/index.js" }],
  ask: ["audit.http#finding"],
  facts: ["GET /robots.txt 200", "GET /.well-known/security.txt 404", "GET /api/machines 200"],
  truth: {
    outcome: "not-found",
    kinds: ["server-filter"],
    links: [
      { file: "src/index.js", text: "express.static(" },
      { file: "public/.well-known/security.txt", text: "Contact" },
    ],
  },
};

/** Manuals of machines: their pages and what a scanner for security looks for. */
export const manuals: readonly Scenario[] = [manual, contact];
