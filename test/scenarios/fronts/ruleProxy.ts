import { createServer, type IncomingHttpHeaders, type IncomingMessage, request, type ServerResponse } from "node:http";

/**
 * A reverse proxy as SERVER names itself. RULES is a JSON list; the first rule whose `from` matches decides: with `port` the request goes there
 * under `to` (`$1` and so on are groups), with `status` alone the proxy answers by itself. What no rule matches is missing.
 */
interface Rule {
  readonly from: string;
  readonly to?: string;
  readonly port?: string;
  readonly status?: number;
}
const { PORT, RULES = "[]", SERVER = "nginx/1.27.0" } = process.env;
const rules = JSON.parse(RULES) as readonly Rule[];

createServer((incoming, outgoing) => {
  const target = incoming.url ?? "/";
  const rule = rules.find(({ from }) => new RegExp(from).test(target));
  if (rule?.port !== undefined) {
    pass(incoming, outgoing, rule.port, target.replace(new RegExp(rule.from), rule.to ?? "$&"));
    return;
  }
  refuse(outgoing, rule?.status ?? 404);
}).listen(PORT);

function pass(incoming: IncomingMessage, outgoing: ServerResponse, port: string, path: string): void {
  const method = incoming.method ?? "GET";
  const upstream = request({ host: "localhost", port, method, path, headers: incoming.headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, namesItself(answer.headers));
    answer.pipe(outgoing);
  });
  upstream.on("error", () => refuse(outgoing, 502));
  incoming.pipe(upstream);
}

/** nginx and Caddy put their own name over that of the service, Traefik does not. */
function namesItself(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return SERVER === "traefik" ? headers : { ...headers, server: SERVER };
}

/** nginx has a page of its own for every status, Traefik a line without a Server field, Caddy no content at all. */
function refuse(outgoing: ServerResponse, status: number): void {
  const title = `${status} ${{ 200: "OK", 403: "Forbidden", 404: "Not Found", 502: "Bad Gateway" }[status] ?? "Error"}`;
  if (SERVER === "traefik") {
    const fields = { "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff" };
    outgoing.writeHead(status, fields).end("404 page not found\n");
    return;
  }
  if (!SERVER.startsWith("nginx")) {
    outgoing.writeHead(status, { server: SERVER, "content-length": "0" }).end();
    return;
  }
  const page = `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>${SERVER}</center>\r\n</body>\r\n</html>\r\n`;
  outgoing.writeHead(status, { server: SERVER, "content-type": "text/html" }).end(page);
}
