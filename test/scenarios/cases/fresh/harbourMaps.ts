import type { Scenario } from "../../scenario.ts";

const berth: Scenario = {
  name: "berth-on-the-harbour-map",
  files: {
    "package.json": `{
  "name": "harbour",
  "type": "module",
  "workspaces": ["service", "map"],
  "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^1.13.0" }
}
`,
    "service/server.js": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import berths from "./berths.json" with { type: "json" };

const api = new Hono();
api.get("/berths", (c) => c.json(berths));
api.get("/berths/:number", (c) => {
  const berth = berths.find(({ number }) => number === Number(c.req.param("number")));
  return berth ? c.json(berth) : c.json({ error: "no such berth" }, 404);
});

const app = new Hono();
app.route("/harbour/api", api);
app.get("/harbour/health", (c) => c.text("ok"));
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "service/berths.json": `[
  { "number": 3, "quay": "north", "length": 14 },
  { "number": 4, "quay": "north", "length": 18 }
]
`,
    "map/.env.development": `VITE_HARBOUR=http://localhost:PORT_OF_api/harbour/api
`,
    "map/src/http.ts": `const base = import.meta.env.VITE_HARBOUR;

export async function read<T>(path: string): Promise<T> {
  const response = await fetch(new URL(path, base));
  if (!response.ok) throw new Error(\`\${path}: \${response.status}\`);
  return response.json();
}
`,
    "map/src/berths.ts": `import { read } from "./http";

export interface Berth {
  number: number;
  quay: string;
  length: number;
}

export const all = () => read<Berth[]>("berths");
export const one = (number: number) => read<Berth>(\`berths/\${number}\`);
`,
  },
  servers: [{ name: "api", entry: "service/server.js" }],
  ask: ["--url", "http://localhost:PORT_OF_api/harbour/berths/4"],
  facts: ["GET /harbour/berths/4 404", "GET /harbour/api/berths/4 200", "GET /harbour/api/berths/9 404"],
  truth: {
    outcome: "not-found",
    kinds: ["dropped-segment"],
    links: [
      { file: "map/src/http.ts", text: "new URL(path, base)" },
      { file: "map/.env.development", text: "VITE_HARBOUR=" },
      { file: "map/src/berths.ts", text: "export const one =" },
    ],
    fixes: [{ url: "/harbour/api/berths/4" }],
  },
};

/** Harbour maps: a client that joins its base and its paths in another file than it names them. */
export const harbourMaps: readonly Scenario[] = [berth];
