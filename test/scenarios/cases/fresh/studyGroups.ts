import type { Scenario } from "../../scenario.ts";

const sharp: Scenario = {
  name: "questions-about-a-language",
  files: {
    "package.json": `{ "name": "study-group", "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "src/app.js": `import express from "express";
import { topics } from "./topics.js";

const app = express();

app.get("/topics", (_req, res) => {
  res.json([...topics.keys()]);
});

app.get("/topics/:name", (req, res) => {
  const questions = topics.get(req.params.name);
  if (questions === undefined) {
    return res.status(404).json({ error: "Nobody asked about this yet" });
  }
  res.json({ name: req.params.name, questions });
});

app.listen(process.env.PORT ?? 3000);
`,
    "src/topics.js": `export const topics = new Map([
  ["Rust", ["When does a borrow end?"]],
  ["F#", ["What is a computation expression?", "Why does the order of files matter?"]],
  ["Go", ["Who closes a channel?"]],
]);
`,
    "page/topics.js": `for (const name of await (await fetch("/topics")).json()) {
  const link = document.createElement("a");
  link.href = "/topics/" + name;
  link.textContent = name;
  document.querySelector("nav").append(link);
}
`,
    "study.http": `@group = http://localhost:PORT_OF_api

### Rust
GET {{group}}/topics/Rust

### the functional one
# @name functional
GET {{group}}/topics/F#
`,
  },
  servers: [{ name: "api", entry: "src/app.js" }],
  ask: ["study.http#functional"],
  facts: ["GET /topics/Rust 200", "GET /topics/F 404", "GET /topics/F%23 200"],
  truth: {
    outcome: "not-found",
    kinds: ["id-encoding"],
    links: [
      { file: "study.http", text: "/topics/F#" },
      { file: "src/topics.js", text: '"F#"' },
      { file: "src/app.js", text: '"/topics/:name"' },
      { file: "page/topics.js", text: '"/topics/" + name' },
    ],
    fixes: [{ url: "/topics/F%23" }],
  },
};

/** Study groups: a name that holds the sign of a fragment. */
export const studyGroups: readonly Scenario[] = [sharp];
