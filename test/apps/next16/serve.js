const { spawnSync } = require("node:child_process");
const { createServer } = require("node:http");
const next = require("next");

process.env.NEXT_TELEMETRY_DISABLED = "1";
const { status } = spawnSync(process.execPath, [require.resolve("next/dist/bin/next"), "build"], { cwd: __dirname });
if (status !== 0) {
  process.exit(status ?? 1);
}
const app = next({ dev: false, dir: __dirname, hostname: "127.0.0.1" });
app.prepare().then(() => {
  const server = createServer(app.getRequestHandler());
  server.listen(0, "127.0.0.1", () => {
    console.log(JSON.stringify({ port: server.address().port, routes: [] }));
  });
});
