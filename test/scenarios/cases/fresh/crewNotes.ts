import type { Scenario } from "../../scenario.ts";

const note: Scenario = {
  name: "note-of-the-crew",
  files: {
    "package.json": `{ "name": "crew-notes", "type": "module", "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^1.13.0" } }
`,
    "src/main.ts": `import { serve } from "@hono/node-server";
import { createApp } from "./createApp.ts";
import { memoryNotes } from "./notes.ts";

serve({ fetch: createApp(memoryNotes()).fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "src/createApp.ts": `import { Hono } from "hono";
import { requestId } from "hono/request-id";
import type { Notes } from "./notes.ts";

export function createApp(notes: Notes) {
  const app = new Hono();
  app.use(requestId());
  app.get("/crews/:crew/notes", (c) => c.json(notes.of(c.req.param("crew"))));
  app.get("/crews/:crew/notes/:number", (c) => {
    const note = notes.one(c.req.param("crew"), Number(c.req.param("number")));
    if (note === null) return c.json({ error: "note_missing" }, 404);
    return c.json(note);
  });
  return app;
}
`,
    "src/notes.ts": `export interface Note {
  readonly number: number;
  readonly text: string;
}

export interface Notes {
  of(crew: string): readonly Note[];
  one(crew: string, number: number): Note | null;
}

export function memoryNotes(): Notes {
  const notes: Record<string, Note[]> = {
    early: [
      { number: 1, text: "Drill 3 is out for repair." },
      { number: 2, text: "Water pump replaced." },
    ],
    late: [{ number: 1, text: "Gate code changed." }],
  };
  return {
    of: (crew) => notes[crew] ?? [],
    one: (crew, number) => notes[crew]?.find((note) => note.number === number) ?? null,
  };
}
`,
    "notes.http": `@quarry = http://localhost:PORT_OF_api

### notes of the early crew
GET {{quarry}}/crews/early/notes

### the fifth
# @name fifth
GET {{quarry}}/crews/early/notes/5
`,
  },
  servers: [{ name: "api", entry: "src/main.ts" }],
  ask: ["notes.http#fifth"],
  facts: [
    "GET /crews/early/notes 200",
    "GET /crews/early/notes/5 404",
    "GET /crews/early/notes/2 200",
    "GET /crews/late/notes/5 404",
    "GET /other 404",
  ],
  truth: { outcome: "not-found", kinds: ["unknown-id"], links: [{ file: "src/createApp.ts", text: "/notes/:number" }] },
};

/** Notes of a crew: one that nobody wrote. */
export const crewNotes: readonly Scenario[] = [note];
