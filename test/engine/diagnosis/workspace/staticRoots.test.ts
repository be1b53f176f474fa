import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findStaticRoots } from "../../../../src/engine/diagnosis/workspace/staticRoots.ts";

const lines: readonly (readonly [code: string, file: string, folder: string, mount: string])[] = [
  ['app.use(express.static("public"));', "a.js", "public", ""],
  ['app.use("/assets", express.static(path.join(__dirname, "..", "web", "dist")));', "a.js", "web/dist", "/assets"],
  ["app.use(serve('./static'));", "a.js", "static", ""],
  [
    'app.register(fastifyStatic, {\n  root: join(import.meta.dirname, "files"),\n  prefix: "/f/",\n});',
    "a.ts",
    "files",
    "/f",
  ],
  ['app.use("/img/*", serveStatic({ root: "./pictures" }));', "a.ts", "pictures", "/img"],
  ['ServeStaticModule.forRoot({ rootPath: join(__dirname, "client"), serveRoot: "/app" })', "a.ts", "client", "/app"],
  ['app.mount("/static", StaticFiles(directory="assets"), name="static")', "a.py", "assets", "/static"],
  ['app = Flask(__name__, static_folder="files")', "a.py", "files", "/files"],
];

describe("the folders that code serves as they are", () => {
  for (const [code, file, folder, mount] of lines) {
    it(code.split("\n")[0] ?? "", async () => {
      const [root, ...more] = await findStaticRoots([{ file, text: `// start\n${code}\n` }]);
      assert.deepEqual([root?.folder, root?.mount, root?.location.line, more.length], [folder, mount, 2, 0]);
    });
  }

  it("an import serves nothing, and a test nobody", async () => {
    const text = 'import serveStatic from "serve-static";\nconst fastifyStatic = require("@fastify/static");\n';
    assert.deepEqual(await findStaticRoots([{ file: "a.js", text }]), []);
    assert.deepEqual(await findStaticRoots([{ file: "test/a.js", text: 'express.static("public")' }]), []);
  });
});
