import { createServer } from "node:http";
import { forward } from "./forward.ts";

/** A proxy that passes requests to UPSTREAM as HTTP/1.0 proxies do: without the fields that belong to one connection. */
const { PORT, UPSTREAM = "" } = process.env;

const server = createServer((request, response) => {
  forward(request, response, { port: UPSTREAM, target: request.url ?? "/", dropped: ["connection", "upgrade"] });
});
server.listen(PORT);
