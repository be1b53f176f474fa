import { sveltekit } from "@sveltejs/kit/vite";
import { createServer } from "vite";

const server = await createServer({
  configFile: false,
  plugins: [await sveltekit()],
  server: { port: 0, host: "127.0.0.1", watch: null },
  optimizeDeps: { noDiscovery: true },
  logLevel: "silent",
});
await server.listen();
console.log(JSON.stringify({ port: server.httpServer.address().port, routes: [] }));
