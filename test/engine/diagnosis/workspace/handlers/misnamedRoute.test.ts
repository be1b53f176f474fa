import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { investigate, verdictOf } from "../../investigate.ts";

const handler = "export async function GET() {\n  return Response.json({ tons: 40 });\n}\n";
const silo = {
  "package.json": '{ "dependencies": { "next": "16", "react": "19" } }',
  "app/layout.js": "export default ({ children }) => children;\n",
};

/** Answers as Next.js does that has no route for the path. */
const ask = (files: Readonly<Record<string, string>>) =>
  investigate({
    files: { ...silo, ...files },
    server: (_request, response) => {
      response.writeHead(404, { "content-type": "text/html; charset=utf-8", "x-powered-by": "Next.js" });
      response.end("<!DOCTYPE html><title>404: This page could not be found.</title>");
    },
    http: "GET ORIGIN/api/silos/7/fill\n",
  });

describe("a handler of Next.js in a file that is no route by its name", () => {
  const files = {
    "app/api/silos/[no]/fill/routes.js": "app/api/silos/[no]/fill/route.js",
    "src/app/(yard)/api/silos/[no]/fill/index.ts": "src/app/(yard)/api/silos/[no]/fill/route.ts",
    "app/api/silos/[...rest].js": null,
    "app/api/silos/[no]/fill.js": "app/api/silos/[no]/fill/route.js",
  };
  for (const [file, right] of Object.entries(files)) {
    it(`is ${right === null ? "not " : ""}named: ${file}`, async () => {
      const diagnosis = await ask({ [file]: handler });
      if (right === null) {
        assert.notEqual(diagnosis.verdict.kind, "not-registered");
        return;
      }
      assert.equal(verdictOf(diagnosis), "route-not-served/not-registered", diagnosis.verdict.summary);
      assert.ok(diagnosis.verdict.summary.includes(`it takes the name ${right} alone`), diagnosis.verdict.summary);
      assert.deepEqual(
        [diagnosis.fixes[0]?.kind, diagnosis.fixes[0]?.title],
        ["register-route", `Rename ${file} to ${right}`],
      );
      assert.ok(diagnosis.links.some((link) => link.file === file && link.line === 1));
    });
  }

  it("is none where a route takes it from there, where it handles other methods, or where the name is one of Next.js's own", async () => {
    const inFolder = (name: string) => `app/api/silos/[no]/fill/${name}`;
    for (const others of [
      { [inFolder("read.js")]: handler, "app/api/all/route.js": 'export { GET } from "../silos/[no]/fill/read";\n' },
      { [inFolder("routes.js")]: handler.replace("GET", "POST") },
      { [inFolder("default.js")]: handler },
    ]) {
      const { verdict } = await ask(others);
      assert.notEqual(verdict.kind, "not-registered", `${Object.keys(others)[0]}: ${verdict.summary}`);
    }
  });
});
