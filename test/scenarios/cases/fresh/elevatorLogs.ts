import type { Scenario } from "../../scenario.ts";

const issues: Scenario = {
  name: "defect-in-the-elevator-log",
  files: {
    "package.json": `{ "name": "elevator-log", "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    "src/config.ts": `export const config = {
  port: Number(process.env.PORT ?? 3000),
  rest: { root: "/rest", release: 3 },
};
`,
    "src/index.ts": `import Fastify from "fastify";
import { config } from "./config.ts";
import defects from "./defects.ts";

const app = Fastify({ caseSensitive: true });
const { root, release } = config.rest;
app.register(defects, { prefix: \`\${root}/\${release}/defects\` });
await app.listen({ port: config.port });
`,
    "src/defects.ts": `import type { FastifyInstance } from "fastify";

const defects = [
  { key: "LIFT-12", floor: 4, text: "door reopens" },
  { key: "LIFT-13", floor: 0, text: "lamp" },
];

export default async function routes(app: FastifyInstance) {
  app.get("/", async () => defects.map(({ key }) => key));
  app.get<{ Params: { key: string } }>("/:key", async ({ params }, reply) => {
    const defect = defects.find(({ key }) => key === params.key);
    if (!defect) return reply.code(404).send({ errorMessages: ["Defect does not exist"] });
    return defect;
  });
}
`,
    "bots/reminder.py": `import json
from urllib.request import urlopen

LOG = "http://localhost:PORT_OF_api/rest/2"


def defect(key):
    with urlopen(f"{LOG}/defects/{key}") as answer:
        return json.load(answer)


if __name__ == "__main__":
    print(defect("LIFT-12")["text"])
`,
  },
  servers: [{ name: "api", entry: "src/index.ts" }],
  ask: ["--url", "http://localhost:PORT_OF_api/rest/2/defects/LIFT-12"],
  facts: ["GET /rest/2/defects/LIFT-12 404", "GET /rest/3/defects/LIFT-12 200", "GET /rest/3/defects/LIFT-99 404"],
  truth: {
    outcome: "not-found",
    kinds: ["version-moved"],
    links: [
      { file: "src/config.ts", text: "release: 3" },
      { file: "src/index.ts", text: "app.register(defects" },
      { file: "src/defects.ts", text: '"/:key"' },
      { file: "bots/reminder.py", text: "/rest/2" },
    ],
    fixes: [{ url: "/rest/3/defects/LIFT-12" }],
  },
};

/** Elevator logs: a release that is a bare number. */
export const elevatorLogs: readonly Scenario[] = [issues];
