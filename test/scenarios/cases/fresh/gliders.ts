import type { Scenario } from "../../scenario.ts";

const flights: Scenario = {
  name: "flights-at-the-desk",
  files: {
    "package.json": `{
  "name": "glider-flights",
  "type": "module",
  "scripts": { "dev": "serverless offline" },
  "devDependencies": { "serverless": "^3.40.0", "serverless-offline": "^13.9.0" }
}
`,
    "serverless.yml": `service: glider-flights

provider:
  name: aws
  runtime: nodejs20.x
  stage: \${opt:stage, 'dev'}

plugins:
  - serverless-offline

functions:
  flights:
    handler: src/flights.list
    events:
      - http: GET /flights
  flight:
    handler: src/flights.one
    events:
      - http: GET /flights/{id}
`,
    "src/flights.js": `const flights = [
  { id: "f-1", glider: "D-1234", minutes: 41 },
  { id: "f-2", glider: "D-5678", minutes: 112 },
];

export const list = async () => ({ statusCode: 200, body: JSON.stringify(flights) });

export const one = async ({ pathParameters }) => {
  const flight = flights.find(({ id }) => id === pathParameters.id);
  return { statusCode: flight ? 200 : 404, body: JSON.stringify(flight ?? { error: "flight not found" }) };
};
`,
    "flights.http": `@desk = http://localhost:PORT_OF_offline

### one flight
# @name flight
GET {{desk}}/flights/f-2
`,
  },
  deployed: {
    "offline.mjs": `import { createServer } from "node:http";

const flights = [
  { id: "f-1", glider: "D-1234", minutes: 41 },
  { id: "f-2", glider: "D-5678", minutes: 112 },
];

createServer((request, response) => {
  const send = (status, body) => {
    response.writeHead(status, { "content-type": "application/json; charset=utf-8", "cache-control": "no-cache" });
    response.end(JSON.stringify(body));
  };
  if (request.url === "/dev/flights") return send(200, flights);
  const [, id] = /^\\/dev\\/flights\\/([^/]+)$/.exec(request.url) ?? [];
  if (id !== undefined) {
    const flight = flights.find((one) => one.id === id);
    return send(flight ? 200 : 404, flight ?? { error: "flight not found" });
  }
  send(404, {
    currentRoute: \`\${request.method.toLowerCase()} - \${request.url}\`,
    error: "Serverless-offline: route not found.",
    existingRoutes: ["get - /dev/flights", "get - /dev/flights/{id}"],
    statusCode: 404,
  });
}).listen(process.env.PORT);
`,
  },
  servers: [{ name: "offline", entry: "deployed:offline.mjs" }],
  ask: ["flights.http#flight"],
  facts: ["GET /flights/f-2 404", "GET /dev/flights/f-2 200", "GET /dev/flights/f-9 404", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["base-path"],
    links: [
      { file: "serverless.yml", text: "stage:" },
      { file: "serverless.yml", text: "GET /flights/{id}" },
      { file: "serverless.yml", text: "handler: src/flights.one" },
      { file: "src/flights.js", text: "export const one" },
    ],
    fixes: [{ url: "/dev/flights/f-2" }],
  },
};

const winches: Scenario = {
  name: "winch-of-the-club",
  files: {
    "package.json": `{ "name": "winches", "main": "dist/src/functions/*.js", "dependencies": { "@azure/functions": "^4.5.0" } }
`,
    "host.json": `{
  "version": "2.0",
  "extensionBundle": {
    "id": "Microsoft.Azure.Functions.ExtensionBundle",
    "version": "[4.*, 5.0.0)"
  }
}
`,
    "src/functions/winches.ts": `import { app, type HttpRequest, type HttpResponseInit } from "@azure/functions";

const winches = [{ id: "north", pull: "280 kN" }];

export async function getWinch(request: HttpRequest): Promise<HttpResponseInit> {
  const winch = winches.find(({ id }) => id === request.params.id);
  return winch ? { jsonBody: winch } : { status: 404, jsonBody: { message: "No such winch" } };
}

app.http("getWinch", { methods: ["GET"], authLevel: "anonymous", route: "winches/{id}", handler: getWinch });
app.http("listWinches", { methods: ["GET"], authLevel: "anonymous", route: "winches", handler: async () => ({ jsonBody: winches }) });
`,
    "winches.http": `@host = http://localhost:PORT_OF_functions

### the winch at the north end
# @name north
GET {{host}}/winches/north
`,
  },
  deployed: {
    "host.mjs": `import { createServer } from "node:http";

const winches = [{ id: "north", pull: "280 kN" }];

createServer((request, response) => {
  const send = (status, body) => {
    response.writeHead(status, { server: "Kestrel", "content-type": "application/json; charset=utf-8" });
    response.end(JSON.stringify(body));
  };
  if (request.url === "/api/winches") return send(200, winches);
  const [, id] = /^\\/api\\/winches\\/([^/]+)$/.exec(request.url) ?? [];
  if (id !== undefined) {
    const winch = winches.find((one) => one.id === id);
    return winch ? send(200, winch) : send(404, { message: "No such winch" });
  }
  response.writeHead(404, { server: "Kestrel", "content-length": "0" }).end();
}).listen(process.env.PORT);
`,
  },
  servers: [{ name: "functions", entry: "deployed:host.mjs" }],
  ask: ["winches.http#north"],
  facts: ["GET /winches/north 404", "GET /api/winches/north 200", "GET /api/winches/south 404", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["base-path"],
    links: [
      { file: "src/functions/winches.ts", text: 'app.http("getWinch"' },
      { file: "host.json", text: '"version": "2.0"' },
      { file: "src/functions/winches.ts", text: "export async function getWinch" },
    ],
    fixes: [{ url: "/api/winches/north" }],
  },
};

const charts: Scenario = {
  name: "chart-of-the-region",
  files: {
    "nginx/default.conf": `server {
  listen 80;
  server_name _;

  location / {
    root /usr/share/nginx/html;
    index index.html;
  }

  location /charts/ {
    alias /srv/charts;
    autoindex off;
  }
}
`,
    Dockerfile: `FROM nginx:1.27-alpine
COPY site /usr/share/nginx/html
COPY charts /srv/charts
COPY nginx/default.conf /etc/nginx/conf.d/default.conf
`,
    "site/index.html": `<!doctype html>
<title>Charts</title>
<a href="/charts/alps.svg">Alps</a>
`,
    "charts/alps.svg": `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 4 2 0 4 4z"/></svg>
`,
    "scripts/publish.js": `import { cp } from "node:fs/promises";

await cp("charts", process.argv[2] ?? "/srv/charts", { recursive: true });
`,
    "charts.http": `@club = http://localhost:PORT_OF_web

### start page
GET {{club}}/

### chart
# @name alps
GET {{club}}/charts/alps.svg
`,
  },
  deployed: {
    "web.mjs": `import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";

const page = "<html>\\r\\n<head><title>404 Not Found</title></head>\\r\\n<body>\\r\\n<center><h1>404 Not Found</h1></center>\\r\\n<hr><center>nginx/1.27.3</center>\\r\\n</body>\\r\\n</html>\\r\\n";

createServer((request, response) => {
  const path = request.url.split("?")[0].replace(/\\/+/g, "/");
  const file = path.startsWith("/charts/") ? \`srv/charts\${path.slice("/charts/".length)}\` : \`html\${path === "/" ? "/index.html" : path}\`;
  if (!existsSync(file) || !statSync(file).isFile()) {
    return response.writeHead(404, { server: "nginx/1.27.3", "content-type": "text/html" }).end(page);
  }
  response.writeHead(200, { server: "nginx/1.27.3", "content-type": "text/html" }).end(readFileSync(file));
}).listen(process.env.PORT);
`,
    "html/index.html": `<!doctype html>
<title>Charts</title>
<a href="/charts/alps.svg">Alps</a>
`,
    "srv/charts/alps.svg": `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 4 2 0 4 4z"/></svg>
`,
  },
  servers: [{ name: "web", entry: "deployed:web.mjs" }],
  ask: ["charts.http#alps"],
  facts: ["GET / 200", "GET /charts/alps.svg 404", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["rewrite-rule", "proxy-joins-wrong"],
    links: [
      { file: "nginx/default.conf", text: "alias /srv/charts" },
      { file: "nginx/default.conf", text: "location /charts/" },
    ],
    fixes: [{ kind: "edit-rewrite" }],
  },
};

/** A gliding club: flights at a gateway on the desk, winches of functions, charts of a folder. */
export const gliders: readonly Scenario[] = [flights, winches, charts];
