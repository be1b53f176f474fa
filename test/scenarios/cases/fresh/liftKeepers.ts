import type { Scenario } from "../../scenario.ts";

const shift: Scenario = {
  name: "shift-of-a-keeper",
  files: {
    "package.json": `{ "name": "shifts", "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    "openapi.json": `{
  "openapi": "3.0.3",
  "info": { "title": "Shifts", "version": "1" },
  "paths": {
    "/keepers/{keeper}/shifts/{date}": {
      "get": {
        "parameters": [
          { "name": "keeper", "in": "path", "required": true, "schema": { "type": "string" } },
          { "name": "date", "in": "path", "required": true, "schema": { "type": "string", "format": "date" } }
        ],
        "responses": { "200": { "description": "The shift" }, "404": { "description": "No shift on that day" } }
      }
    }
  }
}
`,
    "src/index.ts": `import Fastify from "fastify";
import { Roster } from "./roster.ts";

const roster = new Roster();
const app = Fastify();

app.get<{ Params: { keeper: string } }>("/keepers/:keeper/shifts", async ({ params }) => roster.of(params.keeper));
app.get<{ Params: { keeper: string; date: string } }>("/keepers/:keeper/shifts/:date", async ({ params }, reply) => {
  const shift = roster.on(params.keeper, params.date);
  if (shift === undefined) return reply.code(404).send({ code: "NO_SHIFT", message: \`No shift of \${params.keeper} on \${params.date}\` });
  return shift;
});

await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/roster.ts": `interface Shift {
  readonly date: string;
  readonly hours: string;
}

const shifts: Readonly<Record<string, readonly Shift[]>> = {
  joris: [
    { date: "2026-06-08", hours: "06-14" },
    { date: "2026-06-09", hours: "06-14" },
  ],
  mina: [{ date: "2026-06-08", hours: "14-22" }],
};

export class Roster {
  of(keeper: string): readonly Shift[] {
    return shifts[keeper] ?? [];
  }

  on(keeper: string, date: string): Shift | undefined {
    return this.of(keeper).find((shift) => shift.date === date);
  }
}
`,
    "shifts.http": `@bridge = http://localhost:PORT_OF_api

# @name sunday
GET {{bridge}}/keepers/joris/shifts/2026-06-14
`,
  },
  servers: [{ name: "api", entry: "src/index.ts" }],
  ask: ["shifts.http#sunday"],
  facts: [
    "GET /keepers/joris/shifts 200",
    "GET /keepers/joris/shifts/2026-06-14 404",
    "GET /keepers/joris/shifts/2026-06-08 200",
    "GET /other 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "src/index.ts", text: '"/keepers/:keeper/shifts/:date"' }],
  },
};

/** Keepers of a lift bridge: a shift that nobody planned. */
export const liftKeepers: readonly Scenario[] = [shift];
