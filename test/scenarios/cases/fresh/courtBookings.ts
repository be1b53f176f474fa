import type { Scenario } from "../../scenario.ts";

const court: Scenario = {
  name: "booking-of-a-court",
  files: {
    "package.json": `{
  "name": "court-bookings",
  "type": "module",
  "version": "4.1.0",
  "scripts": { "start": "node src/main.ts", "test": "node --test" },
  "dependencies": { "express": "^5.1.0" }
}
`,
    "README.md": `# Court bookings

\`npm start\` serves the API on port 3000. Requests for trying it out are in \`http/\`.

| Environment | Who uses it |
|---|---|
| dev | us |
| test | the clubs' secretaries |
| live | everybody |
`,
    "src/main.ts": `import express from "express";
import { authenticate } from "./authenticate.ts";
import { bookingRoutes } from "./bookings/routes.ts";
import { courtRoutes } from "./courts/routes.ts";

const app = express();
app.use(express.json());
app.get("/health", (_req, res) => {
  res.json({ status: "UP" });
});
app.use("/api", authenticate);
app.use("/api/courts", courtRoutes());
app.use("/api/bookings", bookingRoutes());
app.listen(Number(process.env.PORT ?? 3000));
`,
    "src/authenticate.ts": `import type { RequestHandler } from "express";

export const authenticate: RequestHandler = (req, res, next) => {
  if (req.get("authorization")?.startsWith("Bearer ")) {
    next();
    return;
  }
  res.status(401).json({ error: "sign in first" });
};
`,
    "src/courts/routes.ts": `import { Router } from "express";

export function courtRoutes(): Router {
  const router = Router();
  router.get("/", (_req, res) => {
    res.json([{ number: 1, surface: "clay" }, { number: 2, surface: "grass" }]);
  });
  return router;
}
`,
    "src/bookings/routes.ts": `import { Router } from "express";
import { bookings } from "./bookings.ts";

export function bookingRoutes(): Router {
  const router = Router();
  router.get("/", (_req, res) => {
    res.json(bookings());
  });
  router.get("/:reference", (req, res) => {
    const booking = bookings().find(({ reference }) => reference === req.params.reference);
    if (!booking) {
      res.status(404).json({ error: "booking not found" });
      return;
    }
    res.json(booking);
  });
  return router;
}
`,
    "src/bookings/bookings.ts": `import { readFileSync } from "node:fs";

interface Booking {
  readonly reference: string;
  readonly court: number;
  readonly from: string;
}

const file = process.env.BOOKINGS ?? "data/dev.json";

export const bookings = (): readonly Booking[] => JSON.parse(readFileSync(file, "utf8"));
`,
    "data/dev.json": `[{ "reference": "CB-0001", "court": 1, "from": "2026-05-01T10:00" }]
`,
    "data/test.json": `[
  { "reference": "CB-7731", "court": 2, "from": "2026-06-12T18:00" },
  { "reference": "CB-7732", "court": 1, "from": "2026-06-13T09:00" }
]
`,
    "data/live.json": `[
  { "reference": "CB-9100", "court": 1, "from": "2026-06-12T08:00" },
  { "reference": "CB-9101", "court": 2, "from": "2026-06-12T10:00" }
]
`,
    "http/http-client.env.json": `{
  "dev": { "baseUrl": "http://localhost:PORT_OF_dev", "club": "north" },
  "test": { "baseUrl": "http://localhost:PORT_OF_test", "club": "north" },
  "live": { "baseUrl": "http://localhost:PORT_OF_live", "club": "north" }
}
`,
    "http/http-client.private.env.json": `{
  "dev": { "token": "dev-token-1" },
  "test": { "token": "test-token-1" },
  "live": { "token": "live-token-1" }
}
`,
    "http/bookings.http": `### What is booked
GET {{baseUrl}}/api/bookings
Authorization: Bearer {{token}}

### The booking of the secretary
# @name secretary
GET {{baseUrl}}/api/bookings/CB-7731
Authorization: Bearer {{token}}
Accept: application/json
`,
  },
  servers: [
    { name: "dev", entry: "src/main.ts" },
    { name: "test", entry: "src/main.ts", env: { BOOKINGS: "data/test.json" } },
    { name: "live", entry: "src/main.ts", env: { BOOKINGS: "data/live.json" } },
  ],
  ask: ["http/bookings.http#secretary", "--env", "live"],
  facts: [
    "live:GET /api/bookings/CB-7731 404 | Authorization: Bearer live-token-1",
    "test:GET /api/bookings/CB-7731 200 | Authorization: Bearer test-token-1",
    "dev:GET /api/bookings/CB-7731 404 | Authorization: Bearer dev-token-1",
    "live:GET /api/bookings/CB-7731 401",
  ],
  credentials: [
    { value: "dev-token-1", servers: ["dev"] },
    { value: "test-token-1", servers: ["test"] },
    { value: "live-token-1", servers: ["live"] },
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-environment"],
    links: [
      { file: "http/http-client.env.json", text: '"live"' },
      { file: "http/http-client.env.json", text: '"test"' },
    ],
    fixes: [{ url: "http://localhost:PORT_OF_test/api/bookings/CB-7731" }],
  },
};

const lesson: Scenario = {
  name: "lesson-with-a-trainer",
  files: {
    "package.json": `{ "name": "lessons", "type": "module", "dependencies": { "fastify": "^5.2.0" } }
`,
    "openapi.yaml": `openapi: 3.1.0
info:
  title: Lessons
  version: 1.3.0
servers:
  - url: http://localhost:PORT_OF_api/lessons/v1
paths:
  /trainers:
    get:
      operationId: listTrainers
      responses:
        "200": { description: All trainers }
  /trainers/{trainerId}/lessons:
    get:
      operationId: lessonsOfTrainer
      parameters:
        - { name: trainerId, in: path, required: true, schema: { type: string } }
      responses:
        "200": { description: Lessons of one trainer }
        "404": { description: No such trainer }
`,
    "src/index.ts": `import Fastify from "fastify";
import { trainerRoutes } from "./trainers.ts";

const app = Fastify();
app.setErrorHandler((error, _request, reply) => {
  reply.code(500).send({ code: "UNEXPECTED" });
});
await app.register(trainerRoutes, { prefix: "/lessons/v1" });
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/trainers.ts": `import type { FastifyInstance } from "fastify";
import { lessons, trainers } from "./schedule.ts";

export async function trainerRoutes(app: FastifyInstance) {
  app.get("/trainers", async () => trainers);
  app.get<{ Params: { trainerId: string } }>("/trainers/:trainerId/lessons", async (request, reply) => {
    const { trainerId } = request.params;
    if (!trainers.some(({ id }) => id === trainerId)) return reply.code(404).send({ code: "NO_SUCH_TRAINER" });
    return lessons.filter(({ trainer }) => trainer === trainerId);
  });
}
`,
    "src/schedule.ts": `export const trainers = [{ id: "t-ana", name: "Ana" }, { id: "t-leo", name: "Leo" }];
export const lessons = [{ trainer: "t-ana", day: "Tuesday", hour: 17 }];
`,
    "src/generated/client.ts": `/* Generated from openapi.yaml. */
export class LessonsClient {
  private readonly baseUrl: string;

  constructor(baseUrl: string) {
    this.baseUrl = baseUrl;
  }

  async lessonsOfTrainer(trainerId: string): Promise<unknown> {
    const response = await fetch(\`\${this.baseUrl}/trainers/\${encodeURIComponent(trainerId)}/lessons\`);
    return response.json();
  }
}
`,
    "bot/config.json": `{
  "lessons": "http://localhost:PORT_OF_api/lessons",
  "language": "en"
}
`,
    "bot/remind.ts": `import { readFileSync } from "node:fs";
import { LessonsClient } from "../src/generated/client.ts";

const config = JSON.parse(readFileSync(new URL("./config.json", import.meta.url), "utf8"));
console.log(await new LessonsClient(config.lessons).lessonsOfTrainer("t-ana"));
`,
    "bot/remind.http": `# what the bot asks
@lessons = http://localhost:PORT_OF_api/lessons

# @name ana
GET {{lessons}}/trainers/t-ana/lessons
`,
  },
  servers: [{ name: "api", entry: "src/index.ts" }],
  ask: ["bot/remind.http#ana"],
  facts: [
    "GET /lessons/trainers/t-ana/lessons 404",
    "GET /lessons/v1/trainers/t-ana/lessons 200",
    "GET /lessons/v1/trainers/t-max/lessons 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["version-moved"],
    links: [
      { file: "src/trainers.ts", text: '"/trainers/:trainerId/lessons"' },
      { file: "src/index.ts", text: 'prefix: "/lessons/v1"' },
      { file: "openapi.yaml", text: "/trainers/{trainerId}/lessons:" },
    ],
    fixes: [{ url: "/lessons/v1/trainers/t-ana/lessons" }],
  },
};

/** Courts of tennis clubs, with all that lies around a service: three environments, a description of the API, notes, tests. */
export const courtBookings: readonly Scenario[] = [court, lesson];
