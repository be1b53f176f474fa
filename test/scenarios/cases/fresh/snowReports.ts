import type { Scenario } from "../../scenario.ts";

const flag: Scenario = {
  name: "forecast-that-is-still-a-trial",
  files: {
    "package.json": `{ "name": "snow-report", "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    "src/main.ts": `import Fastify from "fastify";
import { slopes } from "./slopes.ts";
import { trials } from "./trials.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    trial?: keyof typeof trials;
  }
}

const app = Fastify();

app.addHook("onRequest", async (request, reply) => {
  const { trial } = request.routeOptions.config;
  if (trial !== undefined && !trials[trial]) reply.callNotFound();
});

app.get("/slopes", async () => slopes);
app.get("/slopes/:slope/forecast", { config: { trial: "forecast" } }, async (request) => ({
  slope: (request.params as { slope: string }).slope,
  centimetres: 12,
}));
app.get("/slopes/:slope/webcam", { config: { trial: "webcam" } }, async () => ({ url: "/cam/1.jpg" }));

await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/slopes.ts": `export const slopes = ["blue-1", "red-4"];
`,
    "src/trials.ts": `/** What is tried out, and whether it is on. */
export const trials = {
  forecast: false,
  webcam: true,
};
`,
    "snow.http": `@snow = http://localhost:PORT_OF_api/slopes

### camera
GET {{snow}}/red-4/webcam

### tomorrow
# @name tomorrow
GET {{snow}}/red-4/forecast
`,
  },
  servers: [{ name: "api", entry: "src/main.ts" }],
  ask: ["snow.http#tomorrow"],
  facts: ["GET /slopes 200", "GET /slopes/red-4/webcam 200", "GET /slopes/red-4/forecast 404"],
  truth: {
    outcome: "not-found",
    kinds: ["feature-off"],
    links: [
      { file: "src/trials.ts", text: "forecast: false" },
      { file: "src/main.ts", text: "!trials[trial]" },
      { file: "src/main.ts", text: 'config: { trial: "forecast" }' },
    ],
  },
};

/** Snow reports: what is tried out is told on the route and looked up in a hook. */
export const snowReports: readonly Scenario[] = [flag];
