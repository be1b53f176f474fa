import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { investigate, verdictOf } from "../../investigate.ts";

const workspace = (versioning: string, controller: string) => ({
  "package.json": '{ "dependencies": { "@nestjs/core": "11.0.0" } }',
  "src/main.ts": `import { VersioningType } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { KilnsModule } from "./kilns.module";
const app = await NestFactory.create(KilnsModule);
app.enableVersioning(${versioning});
await app.listen(3000);
`,
  "src/kilns.module.ts": `import { Module } from "@nestjs/common";
import { FiringsController } from "./firings.controller";
@Module({ controllers: [FiringsController] })
export class KilnsModule {}
`,
  "src/firings.controller.ts": `import { Controller, Get, Param, Version } from "@nestjs/common";
@Controller(${controller})
export class FiringsController {
  @Version("1")
  @Get("last")
  last() {}

  @Get(":id")
  one(@Param("id") id: string) {}

  @Get(":id/curve")
  @Version("3")
  curve(@Param("id") id: string) {}
}
`,
});
const header = '{ type: VersioningType.HEADER, header: "X-Kiln-Version" }';
const media = '{ type: VersioningType.MEDIA_TYPE, key: "v=" }';

/** A service that finds what is asked for where the field holds the version. */
const ask = (files: Readonly<Record<string, string>>, path: string, field: string, version: string) =>
  investigate({
    files,
    server: ({ headers, url }, response) => {
      const isFound = url === path && headers[field] === version;
      response.writeHead(isFound ? 200 : 404, { "content-type": "application/json" });
      response.end(isFound ? '{"top":1240}' : `{"message":"Cannot GET ${url}","error":"Not Found","statusCode":404}`);
    },
    http: `GET ORIGIN${path}\n`,
  });

describe("versions of Nest that travel in a field", () => {
  const cases: readonly (readonly [versioning: string, path: string, field: string, version: string])[] = [
    [header, "/firings/f1", "x-kiln-version", "2"],
    [header, "/firings/f1/curve", "x-kiln-version", "3"],
    [media, "/firings/f1", "accept", "application/json;v=2"],
  ];
  for (const [versioning, path, field, version] of cases) {
    it(`${path} is asked with ${field}: ${version}`, async () => {
      const diagnosis = await ask(workspace(versioning, '{ path: "firings", version: "2" }'), path, field, version);
      assert.equal(verdictOf(diagnosis), "route-drift/version-selector", diagnosis.verdict.summary);
      assert.ok(diagnosis.verdict.summary.includes("firings.controller.ts"), diagnosis.verdict.summary);
    });
  }

  it("are not asked for where the controller names none", async () => {
    const { probes } = await ask(workspace(header, '"firings"'), "/firings/f1", "x-kiln-version", "2");
    assert.ok(!probes.some(({ varies }) => varies === "negotiation"));
  });
});
