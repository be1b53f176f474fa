import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readTable, type Workspace } from "./workspace.ts";

/** The problems of the one route for a runner, and the line of what keeps requests from it. */
async function problemsOf(files: Workspace): Promise<string> {
  const { routes } = await readTable(files);
  const found = routes.filter(({ path, fallback }) => path.includes("{bib}") && !fallback);
  assert.equal(found.length, 1, JSON.stringify(routes));
  return found.map(({ problems, culprit }) => `${problems.join()} ${culprit?.line ?? "-"}`).join();
}

const app = (lines: string) => ({
  "app.js": `import express from "express";
import { connect, pool } from "./store.js";
const app = express();
const missing = (req, res) => res.status(404).json({ code: "not_found" });
${lines}
app.listen(3000);`,
  "store.js": `export async function connect() { return new Map(); }\nexport const pool = makePool();`,
});

describe("what is registered once something else has ended", () => {
  const later: readonly string[] = [
    `connect().then((store) => {\n  app.get("/runners/:bib", (req, res) => res.json(store));\n});\napp.use(missing);`,
    `connect().then((store) => {\n  app.get("/runners/:bib", (req, res) => res.json(store));\n}).catch(() => process.exit(1));\napp.use(missing);`,
    `pool.once("open", () => {\n  app.get("/runners/:bib", (req, res) => res.json(1));\n});\napp.use(missing);`,
    `setImmediate(() => {\n  app.get("/runners/:bib", (req, res) => res.json(1));\n});\napp.use(missing);`,
  ];
  for (const lines of later) {
    it(`comes after the catch-all: ${lines.split("\n")[0]}`, async () => {
      const line = app(lines)["app.js"].split("\n").indexOf("app.use(missing);") + 1;
      assert.equal(await problemsOf(app(lines)), `after-catch-all ${line}`);
    });
  }

  const inTime: readonly string[] = [
    `connect().then((store) => {\n  app.get("/runners/:bib", (req, res) => res.json(store));\n  app.use(missing);\n});`,
    `app.get("/runners/:bib", (req, res) => res.json(1));\nconnect().then(() => app.use(missing));`,
    `["/runners/:bib"].forEach((path) => {\n  app.get(path, (req, res) => res.json(1));\n});\napp.use(missing);`,
  ];
  for (const lines of inTime) {
    it(`is served: ${lines.split("\n")[0]}`, async () => assert.equal(await problemsOf(app(lines)), " -"));
  }
});
