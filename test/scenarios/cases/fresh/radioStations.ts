import type { Scenario } from "../../scenario.ts";

const programme: Scenario = {
  name: "programme-of-the-night-station",
  files: {
    "package.json": `{ "name": "stations", "private": true, "type": "module", "scripts": { "start": "node front.mjs" } }
`,
    "front.mjs": `import { createServer } from "node:http";
import { day } from "./sites/day.mjs";
import { night } from "./sites/night.mjs";

const sites = new Map([
  ["day.stations.test", day],
  ["night.stations.test", night],
]);

createServer((request, response) => {
  const [name] = (request.headers.host ?? "").split(":");
  const site = sites.get(name);
  if (site === undefined) {
    response.writeHead(404, { "content-type": "text/plain" });
    response.end("no site\\n");
    return;
  }
  site(request, response);
}).listen(process.env.PORT ?? 8080);
`,
    "sites/day.mjs": `export function day(request, response) {
  response.writeHead(200, { "content-type": "application/json" });
  response.end(JSON.stringify({ station: "day", now: "Morning music" }));
}
`,
    "sites/night.mjs": `const programme = ["Piano", "Audio drama", "Whale song"];

export function night(request, response) {
  if (request.url === "/programme") {
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify(programme));
  } else {
    response.writeHead(404, { "content-type": "application/json" });
    response.end(JSON.stringify({ error: "not on air" }));
  }
}
`,
    "docs/running.md": `\`npm start\`, then open http://night.stations.test (the names are in the hosts file of the studio).
`,
    "studio.http": `### tonight, from my own desk
# @name tonight
GET http://localhost:PORT_OF_front/programme
`,
  },
  servers: [{ name: "front", entry: "front.mjs" }],
  ask: ["studio.http#tonight"],
  facts: ["GET /programme 404", "GET /programme 200 | Host: night.stations.test"],
  truth: {
    outcome: "not-found",
    kinds: ["host-unmatched"],
    links: [
      { file: "front.mjs", text: '["night.stations.test", night]' },
      { file: "front.mjs", text: "const site = sites.get(name);" },
      { file: "front.mjs", text: "const sites = new Map" },
      { file: "sites/night.mjs", text: 'request.url === "/programme"' },
    ],
  },
};

/** At the radio stations. */
export const radioStations: readonly Scenario[] = [programme];
