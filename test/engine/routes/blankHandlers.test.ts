import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { blankHandlers } from "../../../src/engine/routes/languages/blankHandlers.ts";

/** What is to be blanked stands between `⟦` and `⟧`. */
const BLANKED: readonly (readonly [name: string, text: string])[] = [
  ["a function", "r.get(p, function (req, res) {⟦ ok(); ⟧});"],
  ["an arrow function", "r.get(p, async (ctx, next) => {⟦ ok(); ⟧});"],
  ["a lone parameter", "app.get(p, c => {⟦ ok(); ⟧});"],
  ["types", "export function show(req: Request<P>, res: Response): Promise<void> {⟦ ok(); ⟧}"],
  ["a method of a class", "class A { show(req, res) {⟦ ok(); ⟧} }"],
  ["blocks in the body", "f((req, res) => {⟦ if (a) { b({}); } ⟧});"],
  ["braces in texts", 'f((req, res) => {⟦ a(\'}\', "\\"}", `}$' + "{`{`}`); ⟧});"],
  ["braces in expressions", "f((req, res) => {⟦ a = /[}/]\\}/.test(b);\n c = (d) / 2;\n ⟧});"],
  ["braces in comments", "f((req, res) => {⟦ /* } */ a(); // }\n ⟧});"],
  ["two in a row", "f((req, res) => {⟦ a(); ⟧}); g((req, res) => {⟦ b(); ⟧});"],
];

const KEPT: readonly (readonly [name: string, text: string])[] = [
  ["a body that registers", "setup((req, res) => { router.use(users); });"],
  ["a body that hands on to a router", "app.use((req, res, next) => { if (req.user) v2(req, res, next); });"],
  ["a body that gives back a path", "const at = (ctx) => { return '/users/' + ctx.id; };"],
  ["a body that compares paths", "createServer((req, res) => { if (req.url === '/a') b(); });"],
  ["a function of something else", "const setup = (config) => { make(config); };"],
  ["a condition", "if (req) { make(); } while (ctx) { make(); }"],
  ["code in a comment", "// r.get(p, (req, res) => {\nmake();\n// });\n"],
  ["code in a text", "const code = `r.get(p, (req, res) => { ok(); })`;"],
  ["a text that ends nowhere", "f((req, res) => { ok(); }); const a = 'open;\n"],
  ["braces that do not match", "f((req, res) => { ok(); }); }"],
  ["a slash that may be either", "f((req, res) => { ok(); }); if (a) /'/.test(b);"],
];

describe("bodies of handlers", () => {
  for (const [name, marked] of BLANKED) {
    it(`are blanked: ${name}`, () => {
      const expected = marked.replace(/⟦([^⟧]*)⟧/g, (_, body: string) => body.replace(/[^\n]/g, " "));
      assert.equal(blankHandlers(marked.replace(/[⟦⟧]/g, "")), expected);
    });
  }
  for (const [name, text] of KEPT) it(`are kept: ${name}`, () => assert.equal(blankHandlers(text), text));

  it("leave every line of the sample apps where it was", () => {
    const root = join(import.meta.dirname, "../../apps");
    const files = globSync("**/*.{js,mjs,ts}", { cwd: root, exclude: ["**/node_modules"] });
    assert.ok(files.length > 10);
    for (const file of files) {
      const text = readFileSync(join(root, file), "utf8");
      const lengths = (whole: string) => whole.split("\n").map((line) => line.length);
      assert.deepEqual(lengths(blankHandlers(text)), lengths(text));
    }
  });
});
