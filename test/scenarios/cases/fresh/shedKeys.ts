import type { Scenario } from "../../scenario.ts";

const tickets: Scenario = {
  name: "cable-car-ticket-at-the-counter",
  files: {
    "package.json": `{ "name": "cable-car", "private": true, "type": "module", "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^1.13.0", "fastify": "^5.0.0" } }
`,
    "counter/index.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";

const tickets = process.env.TICKETS ?? "http://localhost:PORT_OF_tickets/v1";
const app = new Hono();

app.get("/", (c) => c.text("counter"));

app.all("/counter/*", async (c) => {
  const rest = c.req.path.slice("/counter/".length);
  return fetch(\`\${tickets}\${rest}\`, { method: c.req.method });
});

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 8080) });
`,
    "tickets/index.js": `import Fastify from "fastify";

const tickets = { T9: { id: "T9", way: "up" }, T10: { id: "T10", way: "both" } };
const app = Fastify();

app.get("/v1/tickets/:id", async (request, reply) => {
  const ticket = tickets[request.params.id];
  return ticket ?? reply.code(404).send({ problem: "unknown ticket" });
});

await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "README.md": `# Cable car

\`counter\` (http://localhost:PORT_OF_counter) is what the counter asks, \`tickets\` (http://localhost:PORT_OF_tickets) is behind it.
`,
    "counter.http": `### up
# @name up
GET http://localhost:PORT_OF_counter/counter/tickets/T9
`,
  },
  servers: [
    { name: "tickets", entry: "tickets/index.js" },
    {
      name: "counter",
      entry: "counter/index.ts",
      env: { TICKETS: "http://localhost:PORT_OF_tickets/v1" },
      passesOn: true,
    },
  ],
  ask: ["counter.http#up"],
  facts: [
    "counter:GET /counter/tickets/T9 404",
    "tickets:GET /v1/tickets/T9 200",
    "counter:GET /counter//tickets/T9 200",
    "counter:GET /x 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-joins-wrong"],
    links: [
      { file: "counter/index.ts", text: "return fetch(" },
      { file: "counter/index.ts", text: "const tickets" },
      { file: "counter/index.ts", text: "const rest" },
    ],
    fixes: [{ kind: "edit-rewrite" }, { kind: "edit-route" }],
  },
};

const templateOf = (more: string) => `AWSTemplateFormatVersion: "2010-09-09"
Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: prod
  ListSheds:
    Type: AWS::Serverless::Function
    Properties:
      Handler: sheds.list
      Runtime: nodejs22.x
      Events:
        Http:
          Type: Api
          Properties:
            RestApiId: !Ref Api
            Path: /sheds
            Method: get
${more}`;
const keysFunction = `  ListKeys:
    Type: AWS::Serverless::Function
    Properties:
      Handler: sheds.keys
      Runtime: nodejs22.x
      Events:
        Http:
          Type: Api
          Properties:
            RestApiId: !Ref Api
            Path: /sheds/{shed}/keys
            Method: get
`;
const sheds: Scenario = {
  name: "keys-of-a-garden-shed",
  history: [{ message: "Sheds", files: { "template.yaml": templateOf("") } }],
  files: {
    "template.yaml": templateOf(keysFunction),
    "sheds.js": `const sheds = [{ id: "s1", plot: 14 }, { id: "s2", plot: 3 }];

exports.list = async () => ({ statusCode: 200, body: JSON.stringify(sheds) });

exports.keys = async (event) => ({
  statusCode: 200,
  body: JSON.stringify({ shed: event.pathParameters.shed, keys: ["Ute", "Jan"] }),
});
`,
    "README.md": `# Sheds

\`sam deploy\` puts what is on main into the stage \`prod\`.
`,
    "sheds.http": `@api = http://localhost:PORT_OF_gateway/prod

### sheds
GET {{api}}/sheds

### who has a key
# @name keys
GET {{api}}/sheds/s1/keys
`,
  },
  deployed: {
    "gateway.mjs": `import { createServer } from "node:http";
import { randomUUID } from "node:crypto";

createServer((request, response) => {
  const fields = { "content-type": "application/json", "x-amzn-requestid": randomUUID(), "x-amz-apigw-id": "Kq1ZcF0uFiAEV7w=" };
  const { pathname } = new URL(request.url, "http://gateway");
  if (request.method === "GET" && pathname === "/prod/sheds") {
    response.writeHead(200, fields).end('[{"id":"s1","plot":14},{"id":"s2","plot":3}]');
    return;
  }
  if (!pathname.startsWith("/prod/")) {
    response.writeHead(403, { ...fields, "x-amzn-errortype": "ForbiddenException" }).end('{"message":"Forbidden"}');
    return;
  }
  response.writeHead(403, { ...fields, "x-amzn-errortype": "MissingAuthenticationTokenException" });
  response.end('{"message":"Missing Authentication Token"}');
}).listen(process.env.PORT);
`,
  },
  servers: [{ name: "gateway", entry: "deployed:gateway.mjs" }],
  ask: ["sheds.http#keys"],
  facts: ["GET /prod/sheds 200", "GET /prod/sheds/s1/keys 403", "GET /prod/other 403", "GET /sheds 403"],
  truth: {
    outcome: "soft-not-found",
    kinds: ["not-deployed"],
    links: [{ file: "template.yaml", text: "Path: /sheds/{shed}/keys" }],
  },
};

/** Keys of a shed that a stage does not have yet, a ticket whose path a gateway of one's own glues wrongly. */
export const shedKeys: readonly Scenario[] = [tickets, sheds];
