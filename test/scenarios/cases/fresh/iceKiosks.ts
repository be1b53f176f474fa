import type { Scenario } from "../../scenario.ts";

const flavours: Scenario = {
  name: "flavours-of-a-kiosk",
  files: {
    "package.json": `{ "name": "ice-kiosks", "private": true, "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    "src/server.ts": `import Fastify from "fastify";
import { hosts } from "./hosts.ts";

const flavours = ["lemon", "sorrel", "rye bread"];

const app = Fastify();

app.get("/healthz", async () => "ok");

app.route({
  method: "GET",
  url: "/flavours",
  constraints: { host: hosts.kiosk },
  handler: async () => flavours,
});

await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/hosts.ts": `export const hosts = {
  kiosk: "kiosk.ice.test",
  office: "office.ice.test",
};
`,
    "docs/hosts": `127.0.0.1 kiosk.ice.test office.ice.test
`,
    "kiosk.http": `@server = http://localhost:PORT_OF_ice

###
GET {{server}}/healthz

###
# @name flavours
GET {{server}}/flavours
`,
  },
  servers: [{ name: "ice", entry: "src/server.ts" }],
  ask: ["kiosk.http#flavours"],
  facts: ["GET /healthz 200", "GET /flavours 404", "GET /flavours 200 | Host: kiosk.ice.test"],
  truth: {
    outcome: "not-found",
    kinds: ["host-unmatched"],
    links: [
      { file: "src/server.ts", text: 'url: "/flavours"' },
      { file: "src/server.ts", text: "constraints: {" },
      { file: "src/server.ts", text: "app.route({" },
      { file: "src/hosts.ts", text: "kiosk:" },
    ],
  },
};

/** At the ice kiosks. */
export const iceKiosks: readonly Scenario[] = [flavours];
