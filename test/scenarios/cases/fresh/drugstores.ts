import type { Scenario } from "../../scenario.ts";

const tag: Scenario = {
  name: "questions-by-a-tag",
  files: {
    "package.json": `{ "name": "questions", "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "server.js": `import express from "express";
import { byTag, tags } from "./questions.js";

const app = express();

app.get("/tags", (_req, res) => {
  res.json(tags());
});

app.get("/tags/:tag/questions", (req, res) => {
  const found = byTag(req.params.tag);
  if (found === null) {
    res.status(404).json({ error: \`no tag \${req.params.tag}\` });
    return;
  }
  res.json(found);
});

app.get("/tags/:tag", (req, res) => {
  const found = byTag(req.params.tag);
  if (found === null) {
    res.status(404).json({ error: \`no tag \${req.params.tag}\` });
    return;
  }
  res.json({ tag: req.params.tag, questions: found.length });
});

app.listen(process.env.PORT ?? 3000);
`,
    "questions.js": `const questions = [
  { id: 1, tag: "vitamin-d", text: "With or without food?" },
  { id: 2, tag: "children#fever", text: "From which temperature?" },
];

export const tags = () => [...new Set(questions.map(({ tag }) => tag))];

export function byTag(tag) {
  const found = questions.filter((question) => question.tag === tag);
  return found.length === 0 ? null : found;
}
`,
    "tags.http": `@api = http://localhost:PORT_OF_api

### tags
GET {{api}}/tags

### one of them
# @name fever
GET {{api}}/tags/children#fever
Accept: application/json
`,
  },
  servers: [{ name: "api", entry: "server.js" }],
  ask: ["tags.http#fever"],
  facts: [
    "GET /tags 200",
    "GET /tags/children 404",
    "GET /tags/children%23fever 200",
    "GET /tags/vitamin-d 200",
    "GET /other 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["id-encoding"],
    links: [
      { file: "tags.http", text: "children#fever" },
      { file: "server.js", text: 'app.get("/tags/:tag", ' },
    ],
    fixes: [{ url: "/tags/children%23fever" }],
  },
};

const prescription: Scenario = {
  name: "prescription-on-paper",
  files: {
    "package.json": `{ "name": "prescriptions", "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    "src/server.ts": `import Fastify from "fastify";
import { type Prescription, prescriptions } from "./prescriptions.ts";

const app = Fastify();
const find = (number: string): Prescription | undefined => prescriptions.find((one) => one.number === number);

app.get("/prescriptions", async () => ({ items: prescriptions }));
app.get<{ Params: { number: string } }>("/prescriptions/:number", async ({ params }, reply) => {
  return find(params.number) ?? reply.code(404).send({ message: "Prescription is not on file" });
});

await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/prescriptions.ts": `export interface Prescription {
  readonly number: string;
  readonly filled: boolean;
}

export const prescriptions: readonly Prescription[] = [
  { number: "0000481", filled: true },
  { number: "0000482", filled: false },
  { number: "0001120", filled: false },
];
`,
    "prescriptions.http": `### as the customer reads it out
# @name read
GET http://localhost:PORT_OF_api/prescriptions/482
`,
  },
  servers: [{ name: "api", entry: "src/server.ts" }],
  ask: ["prescriptions.http#read"],
  facts: ["GET /prescriptions 200", "GET /prescriptions/482 404", "GET /prescriptions/0000482 200", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["id-format"],
    links: [
      { file: "prescriptions.http", text: "/prescriptions/482" },
      { file: "src/server.ts", text: '"/prescriptions/:number"' },
    ],
    fixes: [{ url: "/prescriptions/0000482" }],
  },
};

const form: Scenario = {
  name: "form-of-the-pharmacy",
  files: {
    "package.json": `{ "name": "contact", "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "src/app.js": `import express from "express";
import { contact } from "./contact.js";

const app = express();
app.use(express.urlencoded({ extended: false }));
app.use("/contact", contact);
app.listen(process.env.PORT ?? 3000);
`,
    "src/contact.js": `import { Router } from "express";

const messages = [];

export const contact = Router();

contact.post("/", (req, res) => {
  messages.push(req.body);
  res.status(202).json({ received: messages.length });
});
`,
    "nginx/site.conf": `server {
  listen 80;
  absolute_redirect off;

  location /contact/ {
    proxy_pass http://127.0.0.1:PORT_OF_api/contact/;
  }

  location / {
    return 204;
  }
}
`,
    "contact.http": `@site = http://localhost:PORT_OF_web

### a message
# @name message
POST {{site}}/contact
Content-Type: application/x-www-form-urlencoded

email=anna%40example.org&text=Opening+hours
`,
  },
  deployed: {
    "edge.mjs": `import { createServer, request } from "node:http";

createServer((incoming, outgoing) => {
  const [path] = incoming.url.split("?");
  if (path === "/contact") {
    outgoing.writeHead(301, { server: "nginx/1.27.3", location: "/contact/", "content-type": "text/html" });
    return outgoing.end("<html>\\r\\n<head><title>301 Moved Permanently</title></head>\\r\\n<body>\\r\\n<center><h1>301 Moved Permanently</h1></center>\\r\\n<hr><center>nginx/1.27.3</center>\\r\\n</body>\\r\\n</html>\\r\\n");
  }
  if (!path.startsWith("/contact/")) return outgoing.writeHead(204, { server: "nginx/1.27.3" }).end();
  const sent = request({ host: "localhost", port: process.env.UPSTREAM, method: incoming.method, path: incoming.url, headers: incoming.headers }, (answer) => {
    outgoing.writeHead(answer.statusCode, { ...answer.headers, server: "nginx/1.27.3" });
    answer.pipe(outgoing);
  });
  incoming.pipe(sent);
}).listen(process.env.PORT);
`,
  },
  servers: [
    { name: "api", entry: "src/app.js" },
    { name: "web", entry: "deployed:edge.mjs", env: { UPSTREAM: "PORT_OF_api" }, passesOn: true },
  ],
  ask: ["contact.http#message", "--allow-unsafe"],
  facts: ["web:POST /contact 301", "web:GET /contact/ 404", "api:GET /contact/ 404", "web:GET / 204"],
  consented: ["POST /contact", "POST /contact/"],
  truth: {
    outcome: "not-found",
    kinds: ["redirect-changes-method"],
    links: [
      { file: "nginx/site.conf", text: "location /contact/" },
      { file: "nginx/site.conf", text: "proxy_pass" },
      { file: "src/contact.js", text: 'contact.post("/"' },
    ],
    fixes: [{ url: "/contact/", method: "POST" }],
  },
};

/** A pharmacy: a tag with a sharp in it, a prescription without its zeros, a form behind a slash. */
export const drugstores: readonly Scenario[] = [tag, prescription, form];
