import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findCondition } from "../../../../../src/engine/diagnosis/workspace/handlers/condition.ts";
import { readTable } from "../../../routes/workspace.ts";
import { filesOf } from "../../workspaceDiagnosis.ts";

const plugin = (name: string) =>
  `export const ${name} = async (app) => {\n  app.get("/${name}", async () => []);\n};\n`;
const main = (loop: string) =>
  `import Fastify from "fastify";\nimport { modules } from "./modules.js";\nconst app = Fastify();\n${loop}\nawait app.listen({ port: 3000 });\n`;
const modules = (entries: string) =>
  `import { berths } from "./berths.js";\nimport { cranes } from "./cranes.js";\nconst always = () => true;\nexport const modules = [\n${entries}\n];\n`;
const texts = {
  "main.js": main(
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source
    "for (const { prefix, plugin, enabled } of modules) {\n  if (!enabled(process.env)) continue;\n  await app.register(plugin, { prefix: `/port${prefix}` });\n}",
  ),
  "modules.js": modules(
    '  { prefix: "/a", plugin: berths, enabled: always },\n  { prefix: "/b", plugin: cranes, enabled: (env) => env.CRANES_ENABLED === "true" },',
  ),
  "berths.js": plugin("berths"),
  "cranes.js": plugin("cranes"),
};
const off = { ...texts, ".env": "CRANES_ENABLED=false\n" };

async function conditionAt(written: Readonly<Record<string, string>>, end: string): Promise<string | null> {
  const { routes } = await readTable(written);
  const route = routes.find(({ path }) => path.endsWith(end));
  assert.ok(route, `${end} is none of ${routes.map(({ path }) => path).join(", ")}`);
  const found = await findCondition(route, filesOf(written));
  const set = found?.set ? ` ${found.set.location.file}:${found.set.location.line} ${found.set.isServed}` : "";
  return found && `${found.location.file}:${found.location.line} ${found.kind}${set}`;
}

describe("a table of modules that a loop registers", () => {
  it("decides by the field of the entry that the loop asks, set in the environment", async () => {
    assert.equal(await conditionAt(off, "/cranes"), "modules.js:6 enclosing .env:1 false");
    const on = { ...texts, ".env": "CRANES_ENABLED=true\n" };
    assert.equal(await conditionAt(on, "/cranes"), "modules.js:6 enclosing .env:1 true");
  });

  it("says nothing of an entry that is always registered", async () => {
    assert.equal(await conditionAt(off, "/berths"), null);
  });

  it("says nothing where the loop leaves no entry out", async () => {
    const all = main("for (const { prefix, plugin } of modules) {\n  await app.register(plugin, { prefix });\n}");
    assert.equal(await conditionAt({ ...off, "main.js": all }, "/cranes"), null);
  });

  it("reads entries over several lines, and a plain false", async () => {
    const written = {
      ...texts,
      "main.js": main(
        "for (const one of modules) {\n  if (one.enabled) {\n    await app.register(one.plugin);\n  }\n}",
      ),
      "modules.js": modules(
        "  {\n    plugin: berths,\n    enabled: true,\n  },\n  {\n    plugin: cranes,\n    enabled: false,\n  },",
      ),
    };
    assert.equal(await conditionAt(written, "/cranes"), "modules.js:11 enclosing");
    assert.equal(await conditionAt(written, "/berths"), null);
  });
});
