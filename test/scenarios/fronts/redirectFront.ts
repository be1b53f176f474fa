import { createServer } from "node:http";
import { forward } from "./forward.ts";

/** A front that answers paths matching FROM with a redirect to TO (`$1` and so on are groups), and passes all others to UPSTREAM if there is one. */
const { PORT, FROM = "", TO = "", STATUS = "301", UPSTREAM = "" } = process.env;
const from = new RegExp(FROM);

createServer((request, response) => {
  const target = request.url ?? "/";
  if (from.test(target)) {
    response.writeHead(Number(STATUS), { location: target.replace(from, TO) }).end();
    return;
  }
  if (UPSTREAM === "") {
    response.writeHead(404, { "content-type": "text/plain" }).end("This name is no longer in use.");
    return;
  }
  forward(request, response, { port: UPSTREAM, target });
}).listen(PORT);
