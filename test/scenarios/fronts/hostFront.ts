import { createServer } from "node:http";
import { forward } from "./forward.ts";

/** An ingress: passes what is addressed to HOST on to UPSTREAM, and has a default answer for all other hosts. */
const { PORT, HOST = "", UPSTREAM = "" } = process.env;

createServer((request, response) => {
  const host = (request.headers.host ?? "").replace(/:\d+$/, "");
  if (host === HOST) {
    forward(request, response, { port: UPSTREAM, target: request.url ?? "/" });
    return;
  }
  response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("default backend - 404");
}).listen(PORT);
