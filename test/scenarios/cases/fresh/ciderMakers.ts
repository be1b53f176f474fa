import type { Scenario } from "../../scenario.ts";

const scripts: Scenario = {
  name: "play-of-another-dramaturge",
  files: {
    "package.json": `{
  "name": "plays",
  "type": "module",
  "dependencies": { "@nestjs/common": "^11.0.0", "@nestjs/core": "^11.0.0", "@nestjs/platform-express": "^11.0.0" }
}
`,
    "tsconfig.json": `{ "compilerOptions": { "target": "es2022", "module": "esnext", "moduleResolution": "bundler", "experimentalDecorators": true } }
`,
    ".gitignore": `dist
`,
    "start.mjs": `import { build } from "esbuild";

await build({ entryPoints: ["src/main.ts"], outfile: "dist/main.mjs", bundle: true, packages: "external", platform: "node", format: "esm" });
await import("./dist/main.mjs");
`,
    "src/main.ts": `import "reflect-metadata";
import { Module } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { PlaysController } from "./plays/plays.controller";

@Module({ controllers: [PlaysController] })
class AppModule {}

const app = await NestFactory.create(AppModule, { logger: false });
await app.listen(process.env.PORT ?? 3000);
`,
    "src/plays/plays.controller.ts": `import { Controller, Get, Headers, NotFoundException, Param } from "@nestjs/common";
import { PlaysService } from "./plays.service";

@Controller("plays")
export class PlaysController {
  private readonly plays = new PlaysService();

  @Get()
  list(@Headers("x-user-id") userId: string) {
    return this.plays.listFor(userId);
  }

  @Get(":id")
  get(@Param("id") id: string, @Headers("x-user-id") userId: string) {
    const play = this.plays.findOne(id, userId);
    if (play === null) {
      throw new NotFoundException("Play not found");
    }
    return play;
  }
}
`,
    "src/plays/plays.service.ts": `import { plays, type Play } from "./plays.data";

export class PlaysService {
  listFor(userId: string): readonly Play[] {
    return plays.filter((play) => play.ownerId === userId);
  }

  findOne(id: string, userId: string): Play | null {
    const play = plays.find((each) => each.id === id);
    if (!play) return null;
    if (play.ownerId !== userId) return null;
    return play;
  }
}
`,
    "src/plays/plays.data.ts": `export interface Play {
  readonly id: string;
  readonly ownerId: string;
  readonly title: string;
}

export const plays: readonly Play[] = [
  { id: "p-310", ownerId: "u-ines", title: "The wet summer" },
  { id: "p-311", ownerId: "u-tom", title: "Three chairs" },
];
`,
    "plays.http": `@host = http://localhost:PORT_OF_api
@me = u-ines

### mine
GET {{host}}/plays
X-User-Id: {{me}}

### chairs
# @name chairs
GET {{host}}/plays/p-311
X-User-Id: {{me}}
`,
  },
  servers: [{ name: "api", entry: "start.mjs" }],
  ask: ["plays.http#chairs"],
  facts: [
    "GET /plays 200 | X-User-Id: u-ines",
    "GET /plays/p-310 200 | X-User-Id: u-ines",
    "GET /plays/p-311 404 | X-User-Id: u-ines",
    "GET /plays/p-311 200 | X-User-Id: u-tom",
    "GET /plays/p-400 404 | X-User-Id: u-ines",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-resource"],
    links: [
      { file: "src/plays/plays.service.ts", text: "play.ownerId !== userId" },
      { file: "src/plays/plays.data.ts", text: '"p-311"' },
      { file: "src/plays/plays.controller.ts", text: '@Get(":id")' },
    ],
  },
};

const rooms: Scenario = {
  name: "room-of-an-inn-from-the-laptop",
  files: {
    "package.json": `{ "name": "inns", "private": true, "type": "module", "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^1.13.0" } }
`,
    "src/inn.ts": `import { createMiddleware } from "hono/factory";

export const inn = createMiddleware<{ Variables: { inn: string } }>(async (c, next) => {
  const host = c.req.header("host") ?? "";
  const [name = ""] = host.split(".");
  c.set("inn", name);
  await next();
});
`,
    "src/rooms.ts": `export const rooms = [
  { inn: "linde", number: 3, beds: 2 },
  { inn: "linde", number: 4, beds: 1 },
  { inn: "adler", number: 9, beds: 4 },
];
`,
    "src/index.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { inn } from "./inn.ts";
import { rooms } from "./rooms.ts";

const app = new Hono<{ Variables: { inn: string } }>();
app.use(inn);

app.get("/rooms", (c) => c.json(rooms.filter((room) => room.inn === c.get("inn"))));
app.get("/rooms/:number", (c) => {
  const number = Number(c.req.param("number"));
  const room = rooms.find((each) => each.inn === c.get("inn") && each.number === number);
  return room ? c.json(room) : c.json({ error: "room not found" }, 404);
});

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "README.md": `# Inns

Every inn has a name of its own: linde.zimmer.example, adler.zimmer.example.
`,
    "rooms.http": `### the big one
# @name big
GET http://localhost:PORT_OF_api/rooms/9
`,
  },
  servers: [{ name: "api", entry: "src/index.ts" }],
  ask: ["rooms.http#big"],
  facts: [
    "GET /rooms 200",
    "GET /rooms/9 404",
    "GET /rooms/9 200 | Host: adler.zimmer.example",
    "GET /rooms/9 404 | Host: linde.zimmer.example",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-tenant"],
    links: [
      { file: "src/inn.ts", text: 'c.req.header("host")' },
      { file: "src/inn.ts", text: "host.split" },
      { file: "src/rooms.ts", text: "number: 9" },
      { file: "src/index.ts", text: 'app.get("/rooms/:number"' },
      { file: "README.md", text: "adler.zimmer.example" },
    ],
  },
};

const labels: Scenario = {
  name: "label-of-a-cider-maker",
  files: {
    Caddyfile: `cider.example {
	handle /labels/* {
		root * /srv/cider/labels
		file_server
	}

	handle {
		reverse_proxy 127.0.0.1:PORT_OF_app
	}
}
`,
    "compose.yaml": `services:
  caddy:
    image: caddy:2
    ports: ["80:80", "443:443"]
    volumes:
      - ./Caddyfile:/etc/caddy/Caddyfile:ro
      - ./labels:/srv/cider/labels:ro
  app:
    build: .
`,
    "labels/dry.svg": `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 3"><rect width="2" height="3"/></svg>
`,
    "labels/sweet.svg": `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 3"><circle r="1"/></svg>
`,
    "requirements.txt": "flask\n",
    "app.py": `import os

from flask import Flask, jsonify

app = Flask(__name__)


@app.get("/ciders")
def ciders():
    return jsonify([{"name": "dry", "label": "/labels/dry.svg"}, {"name": "sweet", "label": "/labels/sweet.svg"}])


if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "cider.http": `@cider = http://localhost:PORT_OF_web

###
GET {{cider}}/ciders

###
# @name dry
GET {{cider}}/labels/dry.svg
`,
  },
  servers: [
    { name: "app", entry: "app.py", needs: "flask" },
    {
      name: "web",
      entry: "front:ruleProxy",
      env: {
        SERVER: "Caddy",
        RULES: '[{ "from": "^/labels/", "status": 404 }, { "from": "^/", "port": "PORT_OF_app" }]',
      },
    },
  ],
  ask: ["cider.http#dry"],
  facts: [
    "web:GET /ciders 200",
    "web:GET /labels/dry.svg 404",
    "web:GET /labels/sweet.svg 404",
    "app:GET /labels/dry.svg 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["rewrite-rule"],
    links: [
      { file: "Caddyfile", text: "root * /srv/cider/labels" },
      { file: "Caddyfile", text: "handle /labels/*" },
    ],
    fixes: [{ kind: "edit-rewrite" }],
  },
};

/** A play of somebody else, guarded in a service; an inn told by the first word of the host; a label that Caddy looks for twice deep. */
export const ciderMakers: readonly Scenario[] = [scripts, rooms, labels];
