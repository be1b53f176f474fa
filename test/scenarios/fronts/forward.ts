import { type IncomingMessage, request, type ServerResponse } from "node:http";

/** Sends a request on to another server of this machine under the given target, and its answer back; `dropped` fields are not passed on. */
export function forward(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  to: { readonly port: string; readonly target: string; readonly dropped?: readonly string[] },
): void {
  const dropped = (to.dropped ?? []).map((name) => name.toLowerCase());
  const headers = Object.fromEntries(Object.entries(incoming.headers).filter(([name]) => !dropped.includes(name)));
  const upstream = request(
    { host: "localhost", port: to.port, method: incoming.method ?? "GET", path: to.target, headers },
    (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(outgoing);
    },
  );
  upstream.on("error", () => outgoing.writeHead(502).end("Bad gateway"));
  incoming.pipe(upstream);
}
