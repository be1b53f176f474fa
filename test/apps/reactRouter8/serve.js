import { createServer } from "vite";

const server = await createServer({
  server: { port: 0, host: "127.0.0.1", watch: null },
  logLevel: "silent",
});
await server.listen();
console.log(JSON.stringify({ port: server.httpServer.address().port, routes: [] }));
