import type { Scenario } from "../../scenario.ts";

const quotation: Scenario = {
  name: "quotation-of-the-day",
  files: {
    "package.json": `{
  "name": "quotations",
  "version": "1.0.0",
  "main": "src/functions/*.js",
  "scripts": { "start": "func start" },
  "dependencies": { "@azure/functions": "^4.5.0" }
}
`,
    "host.json": `{
  "version": "2.0",
  "logging": {
    "applicationInsights": { "samplingSettings": { "isEnabled": true } }
  },
  "extensions": {
    "http": {
      "routePrefix": ""
    }
  }
}
`,
    "src/functions/quotations.js": `const { app } = require("@azure/functions");
const { quotations } = require("../data");

app.http("listQuotations", {
  methods: ["GET"],
  authLevel: "anonymous",
  route: "quotations",
  handler: async () => ({ jsonBody: quotations }),
});

app.http("getQuotation", {
  methods: ["GET"],
  authLevel: "anonymous",
  route: "quotations/{id}",
  handler: async (request) => {
    const quotation = quotations.find(({ id }) => id === Number(request.params.id));
    return quotation ? { jsonBody: quotation } : { status: 404, jsonBody: { error: "quotation not found" } };
  },
});
`,
    "src/data.js": `exports.quotations = [
  { id: 7, text: "Less is more." },
  { id: 8, text: "Form follows function." },
];
`,
    "quotations.http": `@functions = http://localhost:PORT_OF_functions/api

###
# @name one
GET {{functions}}/quotations/7
`,
  },
  deployed: {
    "host.cjs": `const { createServer } = require("node:http");

const quotations = [
  { id: 7, text: "Less is more." },
  { id: 8, text: "Form follows function." },
];

createServer((request, response) => {
  const [path] = request.url.split("?");
  const send = (status, body) => {
    response.writeHead(status, { server: "Kestrel", "content-type": "application/json; charset=utf-8" });
    response.end(JSON.stringify(body));
  };
  if (path === "/") {
    response.writeHead(200, { server: "Kestrel", "content-type": "text/html" });
    return response.end("<!DOCTYPE html><title>Azure Functions</title><p>Your Functions 4.0 app is up and running</p>");
  }
  if (path === "/quotations") return send(200, quotations);
  const [, id] = /^\\/quotations\\/([^/]+)$/.exec(path) ?? [];
  if (id !== undefined) {
    const quotation = quotations.find((one) => one.id === Number(id));
    return quotation ? send(200, quotation) : send(404, { error: "quotation not found" });
  }
  response.writeHead(404, { server: "Kestrel", "content-length": "0" }).end();
}).listen(process.env.PORT);
`,
  },
  servers: [{ name: "functions", entry: "deployed:host.cjs" }],
  ask: ["quotations.http#one"],
  facts: ["GET /api/quotations/7 404", "GET /quotations/7 200", "GET /quotations 200", "GET /quotations/70 404"],
  truth: {
    outcome: "not-found",
    kinds: ["base-path"],
    links: [
      { file: "host.json", text: "routePrefix" },
      { file: "src/functions/quotations.js", text: '"getQuotation"' },
      { file: "src/functions/quotations.js", text: 'route: "quotations/{id}"' },
    ],
    fixes: [{ url: "/quotations/7" }],
  },
};

const assetlinks: Scenario = {
  name: "proof-of-the-app",
  files: {
    "package.json": `{
  "name": "quote-site",
  "type": "module",
  "dependencies": { "express": "^5.1.0" }
}
`,
    "server.js": `import express from "express";
import { api } from "./api.js";

const app = express();
app.disable("x-powered-by");
app.use(express.static("public", { maxAge: "1h" }));
app.use("/api", api);
app.listen(process.env.PORT ?? 3000);
`,
    "api.js": `import { Router } from "express";

export const api = Router();
api.get("/quotes/today", (_req, res) => res.json({ text: "Less is more." }));
`,
    "public/index.html": `<!doctype html>
<title>Quote of the day</title>
<p id="quote"></p>
`,
    "public/robots.txt": `User-agent: *
Allow: /
`,
    "public/.well-known/assetlinks.json": `[{ "relation": ["delegate_permission/common.handle_all_urls"], "target": { "namespace": "android_app", "package_name": "example.quotes" } }]
`,
    "site.http": `### start page
GET http://localhost:PORT_OF_site/

### asked by phones
# @name links
GET http://localhost:PORT_OF_site/.well-known/assetlinks.json
`,
  },
  servers: [{ name: "site", entry: "server.js" }],
  ask: ["site.http#links"],
  facts: ["GET / 200", "GET /robots.txt 200", "GET /.well-known/assetlinks.json 404", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["server-filter"],
    links: [
      { file: "server.js", text: "express.static(" },
      { file: "public/.well-known/assetlinks.json", text: "delegate_permission" },
    ],
  },
};

/** Quotations: a function without its prefix, and a file that proves who owns the site. */
export const quotations: readonly Scenario[] = [quotation, assetlinks];
