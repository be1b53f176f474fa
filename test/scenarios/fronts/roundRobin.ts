import { createServer } from "node:http";
import { forward } from "./forward.ts";

/** A load balancer: passes requests to the ports of UPSTREAMS in turn. */
const { PORT, UPSTREAMS = "" } = process.env;
const ports = UPSTREAMS.split(",");
let turn = 0;

createServer((request, response) => {
  const port = ports[turn++ % ports.length] ?? "";
  forward(request, response, { port, target: request.url ?? "/" });
}).listen(PORT);
