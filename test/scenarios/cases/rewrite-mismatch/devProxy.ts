import type { Scenario } from "../../scenario.ts";

const dashboard: Scenario = {
  name: "dashboard-in-development",
  files: {
    "package.json":
      '{ "name": "dashboard", "type": "module", "dependencies": { "express": "^5.0.0" }, "devDependencies": { "vite": "^7.0.0" } }',
    "vite.config.ts": `import { defineConfig } from "vite";

export default defineConfig({
  server: {
    port: 5173,
    proxy: {
      "/api": {
        target: "http://localhost:PORT_OF_api",
        changeOrigin: true,
        rewrite: (path) => path.replace(/^\\/api/, ""),
      },
    },
  },
});
`,
    "http-client.env.json": `{
  "browser": { "origin": "http://localhost:PORT_OF_web" },
  "direct": { "origin": "http://localhost:PORT_OF_api" }
}`,
    "dashboard.http": `# @name widgets
GET {{origin}}/api/widgets/visits
Accept: application/json
`,
    "backend/server.js": `import express from "express";

const api = express.Router();
api.get("/widgets", (_req, res) => res.json(["visits", "sales"]));
api.get("/widgets/:widget", (req, res) => res.json({ widget: req.params.widget, value: 12 }));

const app = express();
app.use("/api", api);
app.listen(process.env.PORT ?? 3001);
`,
  },
  servers: [
    { name: "api", entry: "backend/server.js" },
    { name: "web", entry: "front:devProxy", env: { UPSTREAM: "PORT_OF_api", PREFIX: "/api", STRIP: "/api" } },
  ],
  ask: ["dashboard.http#widgets", "--env", "browser"],
  facts: ["web:GET /api/widgets/visits 404", "api:GET /api/widgets/visits 200", "api:GET /widgets/visits 404"],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-strips-prefix"],
    links: [
      { file: "vite.config.ts", text: "rewrite:" },
      { file: "vite.config.ts", text: '"/api": {' },
    ],
  },
};

const kiosk: Scenario = {
  name: "kiosk-in-development",
  files: {
    "package.json":
      '{ "name": "kiosk", "type": "module", "dependencies": { "fastify": "^5.0.0" }, "devDependencies": { "vite": "^7.0.0" } }',
    "vite.config.js": `export default {
  server: {
    proxy: { "/backend": "http://localhost:PORT_OF_api" },
  },
};
`,
    "kiosk.http": `# @name seats
GET http://localhost:PORT_OF_web/backend/shows/18/seats
`,
    "service/main.js": `import fastify from "fastify";

const app = fastify();
app.get("/shows", async () => [{ id: 18 }]);
app.get("/shows/:show/seats", async ({ params }) => ({ show: params.show, free: 40 }));
app.listen({ port: Number(process.env.PORT ?? 4400) });
`,
  },
  servers: [
    { name: "api", entry: "service/main.js" },
    { name: "web", entry: "front:devProxy", env: { UPSTREAM: "PORT_OF_api", PREFIX: "/backend" } },
  ],
  ask: ["kiosk.http#seats"],
  facts: ["web:GET /backend/shows/18/seats 404", "api:GET /shows/18/seats 200", "web:GET / 200"],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-keeps-prefix"],
    links: [
      { file: "vite.config.js", text: '"/backend"' },
      { file: "service/main.js", text: '"/shows/:show/seats"' },
    ],
  },
};

const atlas: Scenario = {
  name: "atlas-page",
  files: {
    "package.json": '{ "name": "atlas", "dependencies": { "express": "^5.0.0", "react-router": "^7.0.0" } }',
    "atlas.http": `### start page
# @name start
GET http://localhost:PORT_OF_site/
Accept: text/html

### link from a newsletter
# @name country
GET http://localhost:PORT_OF_site/countries/mali/rivers
Accept: text/html
`,
    "web/routes.jsx": `import { createBrowserRouter } from "react-router";
import { Countries } from "./countries.jsx";
import { Rivers } from "./rivers.jsx";

export const router = createBrowserRouter([
  { path: "/", element: <Countries /> },
  { path: "/countries/:country/rivers", element: <Rivers /> },
]);
`,
    "web/countries.jsx": "export const Countries = () => <ul />;\n",
    "web/rivers.jsx": "export const Rivers = () => <ol />;\n",
    "serve.js": `const express = require("express");

const app = express();
app.use(express.static("build"));
app.listen(process.env.PORT || 8080);
`,
    "build/index.html":
      '<!doctype html><html><body><div id="root"></div><script type="module" src="/main-Ba82kd01.js"></script></body></html>',
    "build/main-Ba82kd01.js": 'document.getElementById("root");',
  },
  servers: [{ name: "site", entry: "serve.js" }],
  ask: ["atlas.http#country"],
  facts: ["GET / 200", "GET /countries/mali/rivers 404"],
  truth: {
    outcome: "not-found",
    kinds: ["spa-fallback"],
    links: [
      { file: "web/routes.jsx", text: '"/countries/:country/rivers"' },
      { file: "serve.js", text: "express.static" },
    ],
  },
};

const pharmacy: Scenario = {
  name: "pharmacy-stock",
  files: {
    "package.json": '{ "name": "pharmacy", "dependencies": { "express": "^5.0.0" } }',
    "pharmacy.http": `@pharmacy = http://localhost:PORT_OF_site

### stock of one product
# @name stock
GET {{pharmacy}}/api/stock/ibuprofen
Accept: application/json
`,
    "index.js": `const path = require("node:path");
const express = require("express");

const app = express();
const page = path.join(__dirname, "web", "index.html");
app.use(express.static(path.join(__dirname, "web")));
app.get("/*rest", (req, res) => res.sendFile(page));
app.use("/api", require("./api"));
app.listen(process.env.PORT || 8080);
`,
    "api.js": `const router = require("express").Router();

router.get("/stock/:product", (req, res) => res.json({ product: req.params.product, boxes: 7 }));
module.exports = router;
`,
    "web/index.html":
      '<!doctype html><html><head><title>Pharmacy</title></head><body><div id="app"></div><script src="/app.js"></script></body></html>',
    "web/app.js": "console.log(1);",
  },
  servers: [{ name: "site", entry: "index.js" }],
  ask: ["pharmacy.http#stock"],
  facts: ["GET /api/stock/ibuprofen 200", "GET /anything 200"],
  truth: {
    outcome: "soft-not-found",
    kinds: ["spa-fallback", "after-catch-all"],
    links: [
      { file: "index.js", text: 'app.get("/*rest"' },
      { file: "api.js", text: 'router.get("/stock/:product"' },
    ],
  },
};

const manual: Scenario = {
  name: "manual-chapter",
  files: {
    "package.json": '{ "name": "manual", "private": true }',
    "manual.http": `@manual = http://localhost:PORT_OF_site

### cover
# @name cover
GET {{manual}}/

### chapter
# @name chapter
GET {{manual}}/chapters/installing/
`,
    "dist/index.html": "<!doctype html><title>Manual</title><a href='/chapters/installing/'>Installing</a>",
    "dist/chapters/installing/index.html": "<!doctype html><title>Installing</title>",
  },
  servers: [{ name: "site", entry: "front:staticHost", env: { ROOT: "dist" } }],
  ask: ["manual.http#chapter"],
  facts: ["GET /chapters/installing/ 404", "GET /chapters/installing/index.html 200", "GET / 200"],
  truth: {
    outcome: "not-found",
    kinds: ["directory-index"],
    fixes: [{ url: "/chapters/installing/index.html" }],
  },
};

/** Requests that a development proxy, a static host or its fallback sends elsewhere. */
export const devProxy: readonly Scenario[] = [dashboard, kiosk, atlas, pharmacy, manual];
