import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { build } from "esbuild";
import { type DemoService, prepareDemo, startDemoService } from "../../src/node/demo.ts";
import { bundles } from "../build.ts";

const root = join(import.meta.dirname, "../..");
const source = join(root, "media/demo");
let folder: string;
let program: string;
let service: DemoService;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "demo-"));
  program = join(folder, "service.cjs");
  const bundle = bundles.find((options) => options.outfile === "dist/demo/service.cjs");
  assert.ok(bundle);
  await build({ ...bundle, outfile: program });
  service = await startDemoService(program);
});

after(async () => {
  service?.stop();
  await rm(folder, { recursive: true, force: true });
});

const get = (path: string, method = "GET") => fetch(service.baseUrl + path, { method });

describe("the demo service", () => {
  it("serves orders under version 1 only", async () => {
    assert.equal((await get("/api/v1/orders/8472")).status, 200);
    assert.equal((await get("/api/v1/orders/8472/items")).status, 200);
    assert.equal(((await (await get("/api/v1/orders")).json()) as unknown[]).length, 4);
    const miss = await get("/api/v2/orders/8472");
    assert.equal(miss.status, 404);
    assert.match(await miss.text(), /Cannot GET \/api\/v2\/orders\/8472/);
  });

  it("serves invoices under version 2", async () => {
    assert.equal((await get("/api/v2/invoices/2026-0311")).status, 200);
  });

  it("answers an unknown order from the handler, as JSON", async () => {
    const miss = await get("/api/v1/orders/9999");
    assert.equal(miss.status, 404);
    assert.equal(((await miss.json()) as { error: string }).error, "order_not_found");
  });

  it("cancels by POST only", async () => {
    assert.equal((await get("/api/v1/orders/8470/cancel")).status, 404);
    assert.equal((await get("/api/v1/orders/8470/cancel", "POST")).status, 200);
  });

  it("never mounts the refunds it has", async () => {
    assert.match(await readFile(join(source, "service/routes/refunds.js"), "utf8"), /refunds\.get/);
    assert.equal((await get("/api/v1/refunds")).status, 404);
  });
});

describe("startDemoService", () => {
  it("rejects with what the program printed when it cannot start", async () => {
    const broken = join(folder, "broken.cjs");
    await writeFile(broken, 'console.error("no luck"); process.exit(3);');
    await assert.rejects(startDemoService(broken), /exit code 3\. no luck/);
  });

  it("starts a service that ends with the process that started it", async () => {
    const script = `const { startDemoService } = await import(${JSON.stringify(join(root, "src/node/demo.ts"))});
      console.log((await startDemoService(${JSON.stringify(program)})).baseUrl);`;
    const starter = spawn(process.execPath, ["--input-type=module", "-e", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [line] = (await once(starter.stdout, "data")) as [Buffer];
    const address = line.toString().trim();
    assert.equal((await fetch(`${address}/health`)).status, 200);
    starter.kill("SIGKILL");
    await once(starter, "exit");
    // The service notices on its own; the connection that stays open tells when it has gone.
    await assert.rejects(async () => {
      for (;;) {
        await (await fetch(`${address}/health`)).text();
      }
    });
  });
});

describe("prepareDemo", () => {
  it("copies the workspace and points its environment at the service", async () => {
    const target = join(folder, "nested/workspace");
    await prepareDemo({ source, target, baseUrl: service.baseUrl });
    const environments = JSON.parse(await readFile(join(target, "http-client.env.json"), "utf8"));
    assert.equal(environments.dev.baseUrl, service.baseUrl);
    assert.match(
      await readFile(join(target, "requests/orders.http"), "utf8"),
      /^GET \{\{baseUrl}}\/api\/v2\/orders\/8472$/m,
    );
    await prepareDemo({ source, target, baseUrl: "http://localhost:1" });
    assert.match(await readFile(join(target, "http-client.env.json"), "utf8"), /"baseUrl": "http:\/\/localhost:1"/);
  });

  it("leaves the shipped workspace as it was", async () => {
    assert.match(await readFile(join(source, "http-client.env.json"), "utf8"), /"baseUrl": "http:\/\/localhost:3000"/);
  });
});
