import type { Scenario } from "../../scenario.ts";

const thread: Scenario = {
  name: "thread-in-the-club",
  files: {
    "package.json": `{
  "name": "club-messages",
  "type": "module",
  "dependencies": { "express": "^5.0.0" }
}
`,
    "src/main.js": `import express from "express";
import { sendJson } from "./json.js";
import { threads } from "./threads.js";

const app = express();

app.get("/api/threads", (req, res) => {
  sendJson(res, [...threads.values()]);
});

app.get("/api/threads/:id", (req, res) => {
  const thread = threads.get(req.params.id);
  if (!thread) {
    return sendJson(res.status(404), { error: "Thread does not exist" });
  }
  return sendJson(res, thread);
});

app.listen(Number(process.env.PORT ?? 3000));
`,
    "src/json.js": `/** Snowflake ids go out as numbers, as the mobile clients expect them. */
export function sendJson(res, value) {
  const text = JSON.stringify(value, (_key, field) => (typeof field === "bigint" ? JSON.rawJSON(String(field)) : field));
  res.type("application/json").send(text);
}
`,
    "src/threads.js": `const rows = [
  { id: 1189998819991197253n, title: "Training on Thursday", posts: 14 },
  { id: 1190004421376540817n, title: "Lost jersey", posts: 3 },
];

export const threads = new Map(rows.map((row) => [String(row.id), row]));
`,
    "web/threads.js": `export async function openFirst() {
  const list = await fetch("/api/threads").then((response) => response.json());
  const [first] = list;
  return fetch(\`/api/threads/\${first.id}\`).then((response) => response.json());
}
`,
    "threads.http": `@base=http://localhost:PORT_OF_api/api

### list
GET {{base}}/threads

### as the browser asks
# @name opened
GET {{base}}/threads/1189998819991197200
`,
  },
  servers: [{ name: "api", entry: "src/main.js" }],
  ask: ["threads.http#opened"],
  facts: [
    "GET /api/threads 200",
    "GET /api/threads/1189998819991197200 404",
    "GET /api/threads/1189998819991197253 200",
    "GET /api/other 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["precision-loss"],
    links: [
      { file: "web/threads.js", text: "first.id" },
      { file: "threads.http", text: "1189998819991197200" },
    ],
    fixes: [{ url: "/api/threads/1189998819991197253" }],
  },
};

const channel: Scenario = {
  name: "channel-of-the-coach",
  files: {
    "package.json": `{
  "name": "channels",
  "dependencies": { "express": "^5.1.0" }
}
`,
    "index.js": `const express = require("express");
const channels = require("./channels");

const app = express();
app.use("/channels", channels);
app.use((req, res) => res.status(404).json({ error: "Not found" }));

app.listen(process.env.PORT || 3000);
`,
    "channels.js": `const { Router } = require("express");

const router = Router();
const channels = { coach: { members: 2 }, juniors: { members: 31 } };

router.get("/:name", (req, res, next) => {
  const channel = channels[req.params.name];
  if (!channel) return next();
  res.json({ name: req.params.name, ...channel });
});

module.exports = router;
`,
    "channels.http": `# @name coach
GET http://localhost:PORT_OF_api/channels/coach
`,
  },
  servers: [{ name: "api", entry: "index.js" }],
  ask: ["channels.http:2"],
  facts: ["GET /channels/coach 200", "GET /channels/board 404"],
  truth: { outcome: "answered", kinds: [] },
};

/** A messenger of a sports club: a thread whose number was rounded, and a channel that is there. */
export const messengers: readonly Scenario[] = [thread, channel];
