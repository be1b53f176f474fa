import { createServer } from "node:http";
import { forward } from "./forward.ts";

/** The development server of a bundler: passes paths under PREFIX to UPSTREAM, with STRIP replaced by nothing, and answers a page to all others. */
const { PORT, PREFIX = "/api", STRIP = "", UPSTREAM = "" } = process.env;

createServer((request, response) => {
  const target = request.url ?? "/";
  if (!target.startsWith(PREFIX)) {
    response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><div id='root'></div>");
    return;
  }
  const rest = STRIP !== "" && target.startsWith(STRIP) ? target.slice(STRIP.length) || "/" : target;
  forward(request, response, { port: UPSTREAM, target: rest });
}).listen(PORT);
