import type { Scenario } from "../../scenario.ts";

const models: Scenario = {
  name: "models-of-a-gateway",
  files: {
    "package.json": `{ "name": "subtitle-translator", "type": "module", "scripts": { "start": "node src/cli.js" } }
`,
    ".env": `LLM_BASE_URL=http://localhost:PORT_OF_gateway
LLM_API_KEY=sk-local-7781
LLM_MODEL=small-translate
`,
    "src/cli.js": `import { readFileSync } from "node:fs";
import { translate } from "./translate.js";

const [file, language = "en"] = process.argv.slice(2);
console.log(await translate(readFileSync(file, "utf8"), language));
`,
    "src/translate.js": `const { LLM_BASE_URL, LLM_API_KEY, LLM_MODEL } = process.env;

export async function translate(text, language) {
  const response = await fetch(\`\${LLM_BASE_URL}/chat/completions\`, {
    method: "POST",
    headers: { authorization: \`Bearer \${LLM_API_KEY}\`, "content-type": "application/json" },
    body: JSON.stringify({
      model: LLM_MODEL,
      messages: [
        { role: "system", content: \`Translate into \${language}. Keep the time codes.\` },
        { role: "user", content: text },
      ],
    }),
  });
  const { choices } = await response.json();
  return choices[0].message.content;
}
`,
    "gateway.http": `### which models are there?
# @name models
GET {{$dotenv LLM_BASE_URL}}/models
Authorization: Bearer {{$dotenv LLM_API_KEY}}
`,
  },
  deployed: {
    "gateway.mjs": `import { createServer } from "node:http";

createServer((request, response) => {
  const send = (status, body) => response.writeHead(status, { "content-type": "application/json; charset=utf-8" }).end(JSON.stringify(body));
  if (request.headers.authorization !== "Bearer sk-local-7781") {
    return send(401, { error: { message: "Incorrect API key provided.", type: "invalid_request_error", code: "invalid_api_key" } });
  }
  if (request.url === "/v1/models") return send(200, { object: "list", data: [{ id: "small-translate", object: "model" }] });
  send(404, { detail: "Not Found" });
}).listen(process.env.PORT);
`,
  },
  servers: [{ name: "gateway", entry: "deployed:gateway.mjs" }],
  ask: ["gateway.http#models"],
  credentials: [{ value: "sk-local-7781", servers: ["gateway"] }],
  facts: [
    "GET /models 404 | Authorization: Bearer sk-local-7781",
    "GET /v1/models 200 | Authorization: Bearer sk-local-7781",
    "GET /v1/models 401",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["version-moved"],
    links: [
      { file: ".env", text: "LLM_BASE_URL" },
      { file: "gateway.http", text: "GET {{$dotenv LLM_BASE_URL}}/models" },
    ],
    fixes: [{ url: "/v1/models" }],
  },
};

const glossary: Scenario = {
  name: "glossary-of-a-customer",
  files: {
    "package.json": `{ "name": "glossary-sync", "type": "module" }
`,
    "sync/config.js": `export const GLOSSARY_API = process.env.GLOSSARY_API ?? "http://localhost:PORT_OF_api/v2";
`,
    "sync/glossaries.js": `import { GLOSSARY_API } from "./config.js";

const headers = { accept: "application/json" };

export async function listGlossaries() {
  const response = await fetch(\`\${GLOSSARY_API}/glossaries\`, { headers });
  return response.json();
}

export async function entriesOf(glossary) {
  const response = await fetch(\`\${GLOSSARY_API}/v2/glossaries/\${glossary}/entries\`, { headers });
  if (response.status === 404) return [];
  return response.json();
}
`,
    "sync/run.js": `import { entriesOf, listGlossaries } from "./glossaries.js";

for (const { id } of await listGlossaries()) {
  console.log(id, (await entriesOf(id)).length);
}
`,
  },
  deployed: {
    "api.mjs": `import { createServer } from "node:http";

const entries = { "g-law": [["plaintiff", "Kläger"]], "g-med": [] };

createServer((request, response) => {
  const send = (status, body) => response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  if (request.url === "/v2/glossaries") return send(200, Object.keys(entries).map((id) => ({ id })));
  const [, id] = /^\\/v2\\/glossaries\\/([^/]+)\\/entries$/.exec(request.url) ?? [];
  if (id !== undefined && entries[id]) return send(200, entries[id]);
  if (id !== undefined) return send(404, { message: "Glossary not found" });
  send(404, { message: "Not found" });
}).listen(process.env.PORT);
`,
  },
  servers: [{ name: "api", entry: "deployed:api.mjs" }],
  ask: ["--curl", "curl -s -H 'accept: application/json' http://localhost:PORT_OF_api/v2/v2/glossaries/g-law/entries"],
  facts: [
    "GET /v2/v2/glossaries/g-law/entries 404",
    "GET /v2/glossaries/g-law/entries 200",
    "GET /v2/glossaries 200",
    "GET /v2/glossaries/g-x/entries 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["duplicated-segment"],
    links: [
      { file: "sync/glossaries.js", text: "/v2/glossaries/" },
      { file: "sync/config.js", text: "GLOSSARY_API =" },
    ],
    fixes: [{ url: "/v2/glossaries/g-law/entries" }],
  },
};

const memory: Scenario = {
  name: "memory-of-a-translator",
  files: {
    "package.json": `{ "name": "memory-plugin", "type": "module" }
`,
    "plugin/settings.json": `{
  "server": "http://localhost:PORT_OF_api/tm/",
  "minimumMatch": 0.75
}
`,
    "plugin/memory.js": `import settings from "./settings.json" with { type: "json" };

export async function matches(memory, text) {
  const url = \`\${settings.server}/memories/\${memory}/matches?min=\${settings.minimumMatch}\`;
  const response = await fetch(url);
  if (!response.ok) throw new Error(\`\${url}: \${response.status}\`);
  const found = await response.json();
  return found.filter(({ source }) => source.includes(text));
}
`,
    "requests/memory.http": `# copied from the log of the plug-in
# @name log
GET http://localhost:PORT_OF_api/tm//memories/en-de/matches?min=0.75
`,
  },
  deployed: {
    "api.mjs": `import Fastify from "fastify";

const app = Fastify();
const memories = { "en-de": [{ source: "Good morning", target: "Guten Morgen" }] };

app.get("/tm/memories", async () => Object.keys(memories));
app.get("/tm/memories/:id/matches", async ({ params }, reply) => memories[params.id] ?? reply.code(404).send({ error: "memory not found" }));
await app.listen({ port: Number(process.env.PORT) });
`,
  },
  servers: [{ name: "api", entry: "deployed:api.mjs" }],
  ask: ["requests/memory.http#log"],
  facts: [
    "GET /tm//memories/en-de/matches?min=0.75 404",
    "GET /tm/memories/en-de/matches?min=0.75 200",
    "GET /tm/memories 200",
    "GET /other 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-joins-wrong"],
    links: [
      { file: "plugin/settings.json", text: '"server"' },
      { file: "plugin/memory.js", text: "const url" },
      { file: "requests/memory.http", text: "GET http" },
    ],
    fixes: [{ url: "/tm/memories/en-de/matches?min=0.75" }],
  },
};

/** Translators that only hold a client: models of a gateway, glossaries twice under their version, memories behind a slash too many. */
export const translators: readonly Scenario[] = [models, glossary, memory];
