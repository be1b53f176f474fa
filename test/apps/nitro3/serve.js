import { createServer } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, createNitro, prepare } from "nitro";

const out = join(import.meta.dirname, "../../../out/apps/nitro3");
const nitro = await createNitro({
  rootDir: import.meta.dirname,
  preset: "node-middleware",
  buildDir: join(out, "build"),
  output: { dir: out },
  typescript: { generateTsConfig: false },
  logLevel: 0,
});
await prepare(nitro);
await build(nitro);
await nitro.close();
const { middleware } = await import(pathToFileURL(join(out, "server/index.mjs")).href);
const server = createServer(middleware);
server.listen(0, "127.0.0.1", () => {
  console.log(JSON.stringify({ port: server.address().port, routes: [] }));
});
