import type { Scenario } from "../../scenario.ts";

const costumes: Scenario = {
  name: "costume-of-an-opera-house",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "serve.py": `import os

import uvicorn

from wardrobe.app import app

uvicorn.run(app, port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "wardrobe/__init__.py": "",
    "wardrobe/app.py": `from fastapi import FastAPI

from wardrobe.houses import router

app = FastAPI()
app.include_router(router, prefix="/houses")
`,
    "wardrobe/houses.py": `from fastapi import APIRouter, HTTPException

from wardrobe.stock import STOCK

router = APIRouter()


@router.get("")
def houses():
    return sorted(STOCK)


@router.get("/{house}/costumes")
def costumes(house: str):
    return sorted(STOCK.get(house, {}))


@router.get("/{house}/costumes/{number}")
def costume(house: str, number: str):
    found = STOCK.get(house, {}).get(number)
    if found is None:
        raise HTTPException(404, f"costume {number} not found")
    return found
`,
    "wardrobe/stock.py": `STOCK = {
    "north": {"K-301": {"role": "Tosca"}, "K-302": {"role": "Scarpia"}},
    "south": {"K-411": {"role": "Carmen"}, "K-412": {"role": "Don José"}},
}
`,
    "costumes.http": `@wardrobe = http://localhost:PORT_OF_api

### all houses
GET {{wardrobe}}/houses

### the red dress
# @name dress
GET {{wardrobe}}/houses/north/costumes/K-411
`,
  },
  servers: [{ name: "api", entry: "serve.py", needs: "fastapi" }],
  ask: ["costumes.http#dress"],
  facts: [
    "GET /houses 200",
    "GET /houses/north/costumes/K-411 404",
    "GET /houses/south/costumes/K-411 200",
    "GET /houses/north/costumes/K-301 200",
    "GET /houses/south/costumes/K-301 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-project"],
    links: [{ file: "wardrobe/houses.py", text: '@router.get("/{house}/costumes/{number}")' }],
    fixes: [{ url: "/houses/south/costumes/K-411" }],
  },
};

const clubs: Scenario = {
  name: "improv-club",
  files: {
    "package.json": '{ "name": "improv", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "server.js": `import Fastify from "fastify";
import { clubs } from "./clubs/routes.js";

const app = Fastify();
app.register(clubs, { prefix: "/clubs" });
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "clubs/routes.js": `import { find, names } from "./store.js";

export async function clubs(app) {
  app.get("/", async () => names());
  app.get("/:club", async (request, reply) => {
    const { row, successor } = find(request.params.club);
    if (row) return row;
    return reply.code(404).send(successor ? { error: "club_closed", joined: "/clubs/" + successor } : { error: "club_unknown" });
  });
}
`,
    "clubs/store.js": `const rows = new Map([
  ["yes-and", { name: "Yes, and", members: 24 }],
  ["third-bell", { name: "Third bell", members: 11 }],
]);
const joined = new Map([["offbook", "yes-and"]]);

export const names = () => [...rows.keys()];
export const find = (club) => ({ row: rows.get(club), successor: joined.get(club) });
`,
    "clubs.http": `@improv = http://localhost:PORT_OF_api

### clubs
GET {{improv}}/clubs/

### on last year's poster
# @name poster
GET {{improv}}/clubs/offbook
`,
  },
  servers: [{ name: "api", entry: "server.js" }],
  ask: ["clubs.http#poster"],
  facts: ["GET /clubs/ 200", "GET /clubs/offbook 404", "GET /clubs/yes-and 200", "GET /clubs/nobody 404"],
  truth: {
    outcome: "not-found",
    kinds: ["merged"],
    links: [
      { file: "clubs/routes.js", text: 'app.get("/:club"' },
      { file: "clubs/store.js", text: '["offbook", "yes-and"]' },
    ],
    fixes: [{ url: "/clubs/yes-and" }],
  },
};

const vouchers: Scenario = {
  name: "voucher-for-the-circus",
  files: {
    "package.json": '{ "name": "circus", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "config/features.json": '{\n  "seatMap": true,\n  "vouchers": false\n}\n',
    "src/main.js": `import { createApp } from "./app.js";

const app = await createApp();
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/features.js": `import { readFileSync } from "node:fs";

export const features = JSON.parse(readFileSync(new URL("../config/features.json", import.meta.url), "utf8"));
`,
    "src/app.js": `import Fastify from "fastify";
import { features } from "./features.js";
import { seats } from "./modules/seats.js";
import { vouchers } from "./modules/vouchers.js";

export async function createApp() {
  const app = Fastify();
  if (features.seatMap) {
    await app.register(seats, { prefix: "/seats" });
  }
  if (features.vouchers) {
    await app.register(vouchers, { prefix: "/vouchers" });
  }
  return app;
}
`,
    "src/modules/seats.js": `export async function seats(app) {
  app.get("/:show", async (request) => ({ show: request.params.show, free: ["A1", "A2"] }));
}
`,
    "src/modules/vouchers.js": `const issued = { "XM-2026-10": { euro: 50 } };

export async function vouchers(app) {
  app.get("/:code", async (request, reply) => issued[request.params.code] ?? reply.code(404).send({ error: "no voucher" }));
}
`,
    "circus.http": `@circus = http://localhost:PORT_OF_api

### seats
GET {{circus}}/seats/evening

### what grandma gave
# @name grandma
GET {{circus}}/vouchers/XM-2026-10
`,
  },
  servers: [{ name: "api", entry: "src/main.js" }],
  ask: ["circus.http#grandma"],
  facts: ["GET /seats/evening 200", "GET /vouchers/XM-2026-10 404", "GET /none 404"],
  truth: {
    outcome: "not-found",
    kinds: ["feature-off"],
    links: [
      { file: "src/app.js", text: "if (features.vouchers)" },
      { file: "src/app.js", text: "app.register(vouchers" },
      { file: "config/features.json", text: '"vouchers"' },
      { file: "src/modules/vouchers.js", text: 'app.get("/:code"' },
    ],
  },
};

/** An opera's wardrobe, improvisation clubs and a circus. */
export const stages: readonly Scenario[] = [costumes, clubs, vouchers];
