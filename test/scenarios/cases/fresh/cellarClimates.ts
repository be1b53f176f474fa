import type { Scenario } from "../../scenario.ts";

const pathname: Scenario = {
  name: "sensor-behind-a-long-address",
  files: {
    "package.json": `{ "name": "cellar-climate", "type": "module", "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^1.13.0" } }
`,
    "gateway/server.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";

const readings: Record<string, number> = { cellar: 11.5, attic: 19 };
const sensors = new Hono();
sensors.get("/sensors", (c) => c.json(Object.keys(readings)));
sensors.get("/sensors/:name", (c) => {
  const name = c.req.param("name");
  return name in readings ? c.json({ name, celsius: readings[name] }) : c.json({ error: "no sensor" }, 404);
});

const app = new Hono().route("/gateway/climate", sensors);
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "display/config.ts": `export const GATEWAY = process.env.GATEWAY ?? "http://localhost:PORT_OF_gateway/gateway/climate";
`,
    "display/sensors.ts": `import { GATEWAY } from "./config.ts";

function address(path: string, query: Record<string, string> = {}): URL {
  const url = new URL(GATEWAY);
  url.pathname = path;
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}

export async function celsius(sensor: string): Promise<number> {
  const response = await fetch(address(\`/sensors/\${sensor}\`, { unit: "c" }));
  if (!response.ok) throw new Error(\`\${response.status} for \${response.url}\`);
  return (await response.json()).celsius;
}

console.log(await celsius(process.argv[2] ?? "cellar"));
`,
  },
  servers: [{ name: "gateway", entry: "gateway/server.ts" }],
  ask: ["--url", "http://localhost:PORT_OF_gateway/sensors/cellar?unit=c"],
  facts: [
    "GET /sensors/cellar?unit=c 404",
    "GET /gateway/climate/sensors/cellar?unit=c 200",
    "GET /gateway/climate/sensors/x 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["dropped-segment"],
    links: [
      { file: "display/sensors.ts", text: "url.pathname = path" },
      { file: "display/sensors.ts", text: "new URL(GATEWAY)" },
      { file: "display/config.ts", text: "GATEWAY = " },
      { file: "display/sensors.ts", text: "fetch(address(" },
    ],
    fixes: [{ url: "/gateway/climate/sensors/cellar?unit=c" }],
  },
};

/** Climates of cellars: an address whose path is set anew. */
export const cellarClimates: readonly Scenario[] = [pathname];
