import type { Scenario } from "../../scenario.ts";

const models: Scenario = {
  name: "models-of-the-reading-aloud-service",
  files: {
    "package.json": `{
  "name": "read-aloud",
  "private": true,
  "type": "module",
  "scripts": { "start": "node src/server.ts" },
  "dependencies": { "@hono/node-server": "^1.13.0", "hono": "^4.6.0" }
}
`,
    "src/server.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { speech } from "./speech.ts";

const app = new Hono().basePath("/api/voice/v4");
app.route("/", speech);

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 8787) });
`,
    "src/speech.ts": `import { Hono } from "hono";

const voices = [
  { id: "marla-2", language: "en" },
  { id: "pim-1", language: "nl" },
];

export const speech = new Hono();

speech.get("/models", (c) => c.json({ object: "list", data: voices }));
speech.get("/models/:id", (c) => {
  const voice = voices.find((v) => v.id === c.req.param("id"));
  return voice ? c.json(voice) : c.json({ error: { code: "model_not_found" } }, 404);
});
speech.post("/audio/speech", async (c) => c.json({ queued: true }, 202));
`,
    "client/voice.ts": `const base = process.env.VOICE_BASE_URL;

export async function listModels(): Promise<unknown> {
  const answer = await fetch(\`\${base}/v1/models\`);
  return answer.json();
}
`,
    "client/.env": `VOICE_BASE_URL=http://localhost:PORT_OF_api/api/voice/v4
`,
    "client/voice.http": `@base = {{$dotenv VOICE_BASE_URL}}

### models, as the client asks for them
# @name models
GET {{base}}/v1/models
Accept: application/json
`,
  },
  servers: [{ name: "api", entry: "src/server.ts" }],
  ask: ["client/voice.http#models"],
  facts: [
    "GET /api/voice/v4/v1/models 404",
    "GET /api/voice/v4/models 200",
    "GET /v1/models 404",
    "GET /api/voice/v1/models 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["duplicated-segment"],
    links: [
      { file: "client/voice.http", text: "GET {{base}}/v1/models" },
      { file: "client/voice.http", text: "@base" },
      { file: "client/.env", text: "VOICE_BASE_URL" },
      { file: "src/speech.ts", text: 'speech.get("/models",' },
    ],
    fixes: [{ url: "/api/voice/v4/models" }],
  },
};

/** A voice service: its client adds a version to a base that has one. */
export const readAloud: readonly Scenario[] = [models];
