import type { Scenario } from "../../scenario.ts";

const scores: Scenario = {
  name: "scores-of-a-class",
  files: {
    "package.json": `{
  "name": "quiz-scores",
  "version": "3.1.4",
  "main": "src/index.js",
  "scripts": { "start": "node src/index.js" },
  "dependencies": { "express": "^5.1.0" }
}
`,
    "src/index.js": `const express = require("express");
const { version } = require("../package.json");
const scores = require("./scores");

const [major] = version.split(".");
const app = express();

app.use(express.json());
app.use(\`/v\${major}/scores\`, scores);
app.get("/version", (req, res) => res.json({ version }));

app.listen(process.env.PORT || 3000);
`,
    "src/scores.js": `const { Router } = require("express");

const router = Router();
const byClass = { "7b": [{ pupil: "Ida", points: 14 }], "8a": [] };

router.get("/:class", (req, res) => {
  const scores = byClass[req.params.class];
  if (!scores) return res.status(404).json({ reason: "class" });
  return res.json(scores);
});

module.exports = router;
`,
    "CHANGELOG.md": `## 3.0.0

- points are numbers now, no more strings

## 2.4.0

- classes can be renamed
`,
    "board/board.js": `const root = "/v2/scores";

export const load = (name) => fetch(\`\${root}/\${name}\`).then((answer) => answer.json());
`,
    "board.http": `@quiz = http://localhost:PORT_OF_api

### which one runs?
GET {{quiz}}/version

### as the board asks
# @name board
GET {{quiz}}/v2/scores/7b
`,
  },
  servers: [{ name: "api", entry: "src/index.js" }],
  ask: ["board.http#board"],
  facts: ["GET /version 200", "GET /v2/scores/7b 404", "GET /v3/scores/7b 200", "GET /v3/scores/9z 404"],
  truth: {
    outcome: "not-found",
    kinds: ["version-moved"],
    links: [
      { file: "src/index.js", text: "/scores`, scores" },
      { file: "src/scores.js", text: 'router.get("/:class"' },
      { file: "board/board.js", text: "/v2/scores" },
    ],
    fixes: [{ url: "/v3/scores/7b" }],
  },
};

const questions: Scenario = {
  name: "questions-of-a-quiz",
  files: {
    "package.json": `{ "name": "quizzes", "type": "module", "dependencies": { "fastify": "^5.2.0" } }
`,
    "src/app.ts": `import Fastify from "fastify";
import { quizRoutes } from "./quizRoutes.ts";
import { schools } from "./schools.ts";

const app = Fastify();
app.get("/schools", async () => Object.keys(schools));
app.register(quizRoutes, { prefix: "/schools/:school/quizzes" });
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/quizRoutes.ts": `import type { FastifyInstance } from "fastify";
import { schools } from "./schools.ts";

interface Params {
  school: string;
  quiz: string;
}

export async function quizRoutes(app: FastifyInstance) {
  app.get<{ Params: Params }>("/", async ({ params }) => {
    return (schools[params.school]?.quizzes ?? []).map(({ key, title }) => ({ key, title }));
  });

  app.get<{ Params: Params }>("/:quiz/questions", async ({ params }, reply) => {
    const quiz = schools[params.school]?.quizzes.find(({ key }) => key === params.quiz);
    if (!quiz) return reply.status(404).send({ error: { code: "E_QUIZ" } });
    return quiz.questions;
  });
}
`,
    "src/schools.ts": `interface Quiz {
  key: string;
  title: string;
  questions: string[];
}

export const schools: Record<string, { quizzes: Quiz[] }> = {
  riverside: {
    quizzes: [{ key: "kx81", title: "Fractions", questions: ["1/2 + 1/4?"] }],
  },
  hillcrest: {
    quizzes: [
      { key: "pw20", title: "Rivers", questions: ["Which is the longest?"] },
      { key: "mb47", title: "Bones", questions: ["How many?"] },
    ],
  },
};
`,
    "quizzes.http": `@base = http://localhost:PORT_OF_api
@school = riverside

### schools
GET {{base}}/schools

### quizzes of ours
GET {{base}}/schools/{{school}}/quizzes/

### Bones
# @name bones
GET {{base}}/schools/{{school}}/quizzes/mb47/questions
`,
  },
  servers: [{ name: "api", entry: "src/app.ts" }],
  ask: ["quizzes.http#bones"],
  facts: [
    "GET /schools 200",
    "GET /schools/riverside/quizzes/ 200",
    "GET /schools/riverside/quizzes/kx81/questions 200",
    "GET /schools/riverside/quizzes/mb47/questions 404",
    "GET /schools/hillcrest/quizzes/mb47/questions 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-project"],
    links: [
      { file: "src/quizRoutes.ts", text: '"/:quiz/questions"' },
      { file: "src/quizRoutes.ts", text: "quizzes.find(" },
      { file: "src/schools.ts", text: '"mb47"' },
      { file: "quizzes.http", text: "@school" },
    ],
    fixes: [{ url: "/schools/hillcrest/quizzes/mb47/questions" }],
  },
};

/** Quizzes of schools: scores, and questions of one. */
export const quizzes: readonly Scenario[] = [scores, questions];
