import type { Scenario } from "../../scenario.ts";

const forge: Scenario = {
  name: "repository-at-the-forge",
  files: {
    "README.md": `# Release notes

Collects the tags of our repositories at the forge.
`,
    "tags.py": `import os

import requests

FORGE = os.environ.get("FORGE", "http://localhost:PORT_OF_forge")
headers = {"Authorization": f"Bearer {os.environ['FORGE_TOKEN']}"} if "FORGE_TOKEN" in os.environ else {}

for repository in ("harbour/charts", "harbour/pilot-rota"):
    answer = requests.get(f"{FORGE}/repos/{repository}/tags", headers=headers, timeout=10)
    print(repository, [tag["name"] for tag in answer.json()] if answer.ok else answer.status_code)
`,
    "http-client.env.json": `{ "forge": { "forge": "http://localhost:PORT_OF_forge" } }
`,
    "http-client.private.env.json": `{ "forge": { "forgeToken": "fg_9c41ab77e0" } }
`,
    ".gitignore": "http-client.private.env.json\n",
    "forge.http": `### charts
GET {{forge}}/repos/harbour/charts/tags

### who am I there
GET {{forge}}/user
Authorization: Bearer {{forgeToken}}

### the rota
# @name rota
GET {{forge}}/repos/harbour/pilot-rota/tags
Accept: application/json
`,
  },
  deployed: {
    "forge.js": `import Fastify from "fastify";

const app = Fastify();
const missing = { message: "Not Found", documentation_url: "https://docs.forge.example/rest" };
const signedIn = (request) => request.headers.authorization === "Bearer fg_9c41ab77e0";

app.setNotFoundHandler((_request, reply) => reply.code(404).send(missing));
app.get("/user", async (request, reply) => (signedIn(request) ? { login: "pilot" } : reply.code(401).send({ message: "Requires authentication" })));
app.get("/repos/:owner/:repository/tags", async (request, reply) => {
  const { repository } = request.params;
  if (repository === "charts") return [{ name: "v3" }];
  if (repository === "pilot-rota" && signedIn(request)) return [{ name: "v1" }];
  return reply.code(404).send(missing);
});
await app.listen({ port: Number(process.env.PORT) });
`,
  },
  servers: [{ name: "forge", entry: "deployed:forge.js" }],
  ask: ["forge.http#rota", "--env", "forge"],
  credentials: [{ value: "fg_9c41ab77e0", servers: ["forge"] }],
  facts: [
    "GET /repos/harbour/charts/tags 200",
    "GET /repos/harbour/pilot-rota/tags 404",
    "GET /repos/harbour/pilot-rota/tags 200 | Authorization: Bearer fg_9c41ab77e0",
    "GET /repos/harbour/nothing/tags 404 | Authorization: Bearer fg_9c41ab77e0",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-resource", "masked-endpoint"],
    links: [
      { file: "forge.http", text: "pilot-rota/tags" },
      { file: "forge.http", text: "Authorization: Bearer" },
      { file: "tags.py", text: "/repos/{repository}/tags" },
      { file: "tags.py", text: "harbour/pilot-rota" },
    ],
    fixes: [{ kind: "edit-request" }],
  },
};

/** A forge: a repository that is there for those who are signed in. */
export const forges: readonly Scenario[] = [forge];
