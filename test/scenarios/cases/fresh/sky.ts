import type { Scenario } from "../../scenario.ts";

const styles: Scenario = {
  name: "styles-of-the-planetarium",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "main.py": `import os

import uvicorn
from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

app = FastAPI()
app.mount("/static", StaticFiles(directory="static"), name="static")


@app.get("/shows")
def shows():
    return ["Rings", "Dust"]


uvicorn.run(app, port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "static/manifest.json": '{ "main.css": "main.5d41e2a7.css", "stars.js": "stars.90ab13cc.js" }\n',
    "static/main.5d41e2a7.css": "body { color: white }\n",
    "static/stars.90ab13cc.js": "export const stars = 9000;\n",
    "sky.http": `@sky = http://localhost:PORT_OF_api

### shows
GET {{sky}}/shows

### from a cached page
# @name style
GET {{sky}}/static/main.b7720f1c.css
`,
  },
  servers: [{ name: "api", entry: "main.py", needs: "fastapi" }],
  ask: ["sky.http#style"],
  facts: ["GET /static/main.b7720f1c.css 404", "GET /static/main.5d41e2a7.css 200", "GET /shows 200"],
  truth: {
    outcome: "not-found",
    kinds: ["stale-asset"],
    fixes: [{ url: "/static/main.5d41e2a7.css" }],
  },
};

const orbits: Scenario = {
  name: "orbit-through-the-proxy",
  files: {
    "package.json": '{ "name": "orbits", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "nginx/conf.d/orbits.conf": `upstream orbits {
  server 127.0.0.1:PORT_OF_api;
}

server {
  listen PORT_OF_web;

  location /sky {
    proxy_pass http://orbits/;
  }
}
`,
    "orbits.http": `@sky = http://localhost:PORT_OF_web/sky

### one orbit
# @name orbit
GET {{sky}}/orbits/iss
`,
    "server.js": `import express from "express";
import { orbits } from "./orbits.js";

const app = express();
app.use("/orbits", orbits);
app.listen(process.env.PORT ?? 3000);
`,
    "orbits.js": `import { Router } from "express";

const known = { iss: { km: 420 }, hubble: { km: 540 } };

export const orbits = Router();
orbits.get("/:body", (req, res) => (known[req.params.body] ? res.json(known[req.params.body]) : res.status(404).json({ error: "not tracked" })));
`,
  },
  servers: [
    { name: "api", entry: "server.js" },
    {
      name: "web",
      entry: "front:ruleProxy",
      env: { RULES: JSON.stringify([{ from: "^/sky", to: "/", port: "PORT_OF_api" }]) },
    },
  ],
  ask: ["orbits.http#orbit"],
  facts: ["web:GET /sky/orbits/iss 404", "api:GET /orbits/iss 200", "api:GET //orbits/iss 404"],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-joins-wrong"],
    links: [
      { file: "nginx/conf.d/orbits.conf", text: "proxy_pass" },
      { file: "nginx/conf.d/orbits.conf", text: "location /sky" },
    ],
  },
};

const tickets: Scenario = {
  name: "tickets-under-a-base-path",
  files: {
    "package.json":
      '{ "name": "planetarium-tickets", "dependencies": { "next": "15.1.0", "react": "19.0.0", "react-dom": "19.0.0" } }',
    "next.config.mjs": `/** @type {import("next").NextConfig} */
const config = {
  basePath: "/tickets",
  reactStrictMode: true,
};

export default config;
`,
    "app/layout.tsx":
      'export default function Layout({ children }) {\n  return <html lang="en"><body>{children}</body></html>;\n}\n',
    "app/page.tsx": "export default function Page() {\n  return <main />;\n}\n",
    "app/api/seats/[show]/route.ts": `export async function GET(_request: Request, { params }: { params: Promise<{ show: string }> }) {
  const { show } = await params;
  return Response.json({ show, free: 31 });
}
`,
    "components/Seats.tsx": `"use client";
import { useEffect, useState } from "react";

export function Seats({ show }: { show: string }) {
  const [free, setFree] = useState<number>();
  useEffect(() => {
    void fetch("/api/seats/" + show).then((response) => response.json()).then(({ free }) => setFree(free));
  }, [show]);
  return <p>{free}</p>;
}
`,
    "tickets.http": `### what the page asks for
# @name seats
GET http://localhost:PORT_OF_site/api/seats/rings
Accept: application/json
`,
  },
  deployed: {
    "next.mjs": `import { createServer } from "node:http";

const missing = "<!DOCTYPE html><html><head><title>404: This page could not be found.</title></head><body></body></html>";

createServer((request, response) => {
  const [, show] = /^\\/tickets\\/api\\/seats\\/([a-z]+)$/.exec(request.url) ?? [];
  if (show) {
    const fields = { "content-type": "application/json", vary: "rsc, next-router-state-tree, next-router-prefetch" };
    return response.writeHead(200, fields).end(JSON.stringify({ show, free: 31 }));
  }
  if (request.url === "/tickets") return response.writeHead(200, { "content-type": "text/html", "x-powered-by": "Next.js" }).end("<!DOCTYPE html><html></html>");
  response.writeHead(404, { "content-type": "text/html; charset=utf-8", "x-powered-by": "Next.js", "cache-control": "private, no-cache, no-store, max-age=0, must-revalidate" }).end(missing);
}).listen(process.env.PORT);
`,
  },
  servers: [{ name: "site", entry: "deployed:next.mjs" }],
  ask: ["tickets.http#seats"],
  facts: ["GET /api/seats/rings 404", "GET /tickets/api/seats/rings 200", "GET / 404"],
  truth: {
    outcome: "not-found",
    kinds: ["base-path"],
    links: [
      { file: "next.config.mjs", text: "basePath" },
      { file: "components/Seats.tsx", text: '"/api/seats/" + show' },
      { file: "app/api/seats/[show]/route.ts", text: "export async function GET" },
    ],
    fixes: [{ url: "/tickets/api/seats/rings" }],
  },
};

/** Styles, orbits and tickets of a planetarium. */
export const sky: readonly Scenario[] = [styles, orbits, tickets];
