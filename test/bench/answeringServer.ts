import { createServer } from "node:http";

// The server that both sides of a bench ask, in a process of its own.
const page = JSON.stringify({ error: "not found", path: "/users/42", hint: "x".repeat(400) });
const server = createServer((_incoming, outgoing) => {
  outgoing.writeHead(404, { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(page) });
  outgoing.end(page);
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.(typeof address === "object" && address !== null ? address.port : 0);
});
process.on("disconnect", () => process.exit(0));
