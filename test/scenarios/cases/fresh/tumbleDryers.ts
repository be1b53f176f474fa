import type { Scenario } from "../../scenario.ts";

const dryer: Scenario = {
  name: "dryer-at-the-edge",
  files: {
    "compose.yaml": `services:
  edge:
    image: traefik:v3.2
    command:
      - --providers.docker=true
      - --providers.docker.exposedbydefault=false
      - --entrypoints.web.address=:80
    ports:
      - "PORT_OF_edge:80"

  dryers:
    build: ./dryers
    labels:
      traefik.enable: "true"
      traefik.http.routers.dryers.rule: PathPrefix(\`/dryers-api\`)
      traefik.http.routers.dryers.entrypoints: web
      traefik.http.services.dryers.loadbalancer.server.port: "3000"
`,
    "dryers/package.json": `{ "name": "dryers", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^14.0.0" } }
`,
    "dryers/index.js": `import Koa from "koa";
import { router } from "./router.js";

const app = new Koa();
app.use(router.routes()).use(router.allowedMethods());
app.listen(process.env.PORT ?? 3000);
`,
    "dryers/router.js": `import Router from "@koa/router";

const dryers = [
  { id: "d-1", minutes: 0 },
  { id: "d-2", minutes: 34 },
];

export const router = new Router();

router.get("/dryers", (ctx) => {
  ctx.body = dryers;
});
router.get("/dryers/:id", (ctx) => {
  const dryer = dryers.find(({ id }) => id === ctx.params.id);
  if (!dryer) ctx.throw(404, "There is no such dryer");
  ctx.body = dryer;
});
`,
    "dryers.http": `### how long?
# @name dryer
GET http://localhost:PORT_OF_edge/dryers-api/dryers/d-2
`,
  },
  servers: [
    { name: "dryers", entry: "dryers/index.js" },
    {
      name: "edge",
      entry: "front:ruleProxy",
      env: { SERVER: "traefik", RULES: '[{ "from": "^/dryers-api", "port": "PORT_OF_dryers" }]' },
    },
  ],
  ask: ["dryers.http#dryer"],
  facts: [
    "edge:GET /dryers-api/dryers/d-2 404",
    "dryers:GET /dryers/d-2 200",
    "edge:GET /dryers/d-2 404",
    "edge:GET /other 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-keeps-prefix"],
    links: [
      { file: "compose.yaml", text: "routers.dryers.rule" },
      { file: "dryers/router.js", text: 'router.get("/dryers/:id"' },
    ],
    fixes: [{ kind: "edit-rewrite" }],
  },
};

/** Dryers behind an edge router that keeps their prefix. */
export const tumbleDryers: readonly Scenario[] = [dryer];
