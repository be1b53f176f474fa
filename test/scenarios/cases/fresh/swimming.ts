import type { Scenario } from "../../scenario.ts";

const logo: Scenario = {
  name: "logo-of-the-swimming-club",
  files: {
    "package.json": `{
  "name": "swimming-club",
  "dependencies": { "express": "^5.1.0" }
}
`,
    "index.js": `const path = require("node:path");
const express = require("express");
const results = require("./routes/results");

const app = express();

app.use(express.static(path.join(__dirname, "public")));
app.use("/results", results);

app.listen(process.env.PORT || 3000);
`,
    "routes/results.js": `const router = require("express").Router();

router.get("/", (req, res) => {
  res.json([{ event: "100 m freestyle", winner: "K. Adeyemi", time: "52.81" }]);
});

module.exports = router;
`,
    "public/index.html": `<!doctype html>
<title>Swimming club</title>
<link rel="stylesheet" href="/css/site.css" />
<h1>Results</h1>
`,
    "public/css/site.css": `h1 { color: navy; }
`,
    "public/img/logo.svg": `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><circle cx="2" cy="2" r="2" fill="navy"/></svg>
`,
    "mail/newsletter.html": `<p><img src="http://localhost:PORT_OF_web/public/img/logo.svg" alt="Swimming club" /></p>
<p>Results of the weekend are online.</p>
`,
    "site.http": `### results
GET http://localhost:PORT_OF_web/results

### logo in the mail
# @name logo
GET http://localhost:PORT_OF_web/public/img/logo.svg
`,
  },
  servers: [{ name: "web", entry: "index.js" }],
  ask: ["site.http#logo"],
  facts: ["GET /public/img/logo.svg 404", "GET /img/logo.svg 200", "GET /results 200", "GET / 200", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["base-path", "path-moved", "rewrite-rule"],
    links: [
      { file: "index.js", text: "express.static(" },
      { file: "public/img/logo.svg", text: "<svg" },
      { file: "mail/newsletter.html", text: "/public/img/logo.svg" },
    ],
    fixes: [{ url: "/img/logo.svg" }],
  },
};

const handbook: Scenario = {
  name: "handbook-of-lifeguards",
  files: {
    "package.json": `{
  "name": "handbook",
  "type": "module",
  "dependencies": { "express": "^5.0.0" }
}
`,
    "server.js": `import express from "express";

const app = express();
app.get("/healthz", (_req, res) => res.send("ok"));
app.use(express.static("site"));
app.listen(process.env.PORT ?? 3000);
`,
    "site/index.html": `<!doctype html>
<title>Handbook</title>
<a href="rescue/">Rescue</a>
`,
    "site/rescue/index.html": `<!doctype html>
<title>Rescue</title>
<h1>Rescue</h1>
`,
    "nginx.conf": `events {}
http {
  server {
    listen 80;
    location /handbook/ {
      proxy_pass http://127.0.0.1:PORT_OF_docs/;
      proxy_set_header Host $http_host;
    }
    location = /robots.txt {
      return 200;
    }
  }
}
`,
    "pages.http": `@pool = http://localhost:PORT_OF_web

### contents
GET {{pool}}/handbook/

### chapter
# @name rescue
GET {{pool}}/handbook/rescue
Accept: text/html
`,
  },
  servers: [
    { name: "docs", entry: "server.js" },
    {
      name: "web",
      entry: "front:ruleProxy",
      env: {
        RULES:
          '[{ "from": "^/handbook/", "to": "/", "port": "PORT_OF_docs" }, { "from": "^/robots.txt$", "status": 200 }]',
      },
    },
  ],
  ask: ["pages.http#rescue"],
  facts: [
    "web:GET /handbook/ 200",
    "web:GET /handbook/rescue 301",
    "web:GET /rescue/ 404",
    "web:GET /handbook/rescue/ 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["redirect-drops-path"],
    links: [
      { file: "nginx.conf", text: "proxy_pass" },
      { file: "server.js", text: "express.static(" },
    ],
    fixes: [{ url: "/handbook/rescue/" }],
  },
};

const lane: Scenario = {
  name: "lane-of-a-group",
  files: {
    "package.json": `{
  "name": "lanes",
  "type": "module",
  "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^1.13.0" }
}
`,
    "src/index.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { bookings } from "./bookings.ts";

const app = new Hono();
app.get("/up", (c) => c.body(null, 204));
app.route("/bookings", bookings);

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "src/bookings.ts": `import { Hono } from "hono";

interface Booking {
  readonly id: number;
  readonly lane: number;
  readonly group: string;
}

const all = new Map<number, Booking>([[501, { id: 501, lane: 2, group: "Juniors" }]]);

export const bookings = new Hono();

bookings.get("/", (c) => c.json([...all.values()]));

bookings.get("/:id", (c) => {
  const booking = all.get(Number(c.req.param("id")));
  return booking ? c.json(booking) : c.json({ error: "Booking not found" }, 404);
});

bookings.put("/:id", async (c) => {
  const id = Number(c.req.param("id"));
  if (!all.has(id)) return c.json({ error: "Booking not found" }, 404);
  const changed = { ...(await c.req.json<Omit<Booking, "id">>()), id };
  all.set(id, changed);
  return c.json(changed);
});
`,
    "bookings.http": `@api = http://localhost:PORT_OF_api

### Move the juniors to lane 4
# @name move
PATCH {{api}}/bookings/501
Content-Type: application/json

{ "lane": 4, "group": "Juniors" }

### Bookings
GET {{api}}/bookings
`,
  },
  servers: [{ name: "api", entry: "src/index.ts" }],
  ask: ["bookings.http#move", "--allow-unsafe"],
  facts: ["PATCH /bookings/501 404", "GET /bookings/501 200", "GET /bookings 200", "GET /other 404"],
  consented: ["PATCH /bookings/501", "PUT /bookings/501"],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-method"],
    links: [{ file: "src/bookings.ts", text: 'bookings.put("/:id"' }],
    fixes: [{ url: "/bookings/501", method: "PUT" }],
  },
};

/** Swimming pools: the logo of a club, a handbook under a prefix, a lane to be changed, a member without a number. */
export const swimming: readonly Scenario[] = [logo, handbook, lane];
