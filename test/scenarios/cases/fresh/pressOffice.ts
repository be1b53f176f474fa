import type { Scenario } from "../../scenario.ts";

const release: Scenario = {
  name: "release-of-a-press-office",
  files: {
    "package.json": `{ "name": "press-office", "private": true, "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "src/server.ts": `import express from "express";
import { ReleaseShelf } from "./releases.ts";

const shelf = new ReleaseShelf(() => Date.now());
const app = express();

app.get("/press/releases", (_req, res) => {
  res.json(shelf.published().map(({ key, headline }) => ({ key, headline })));
});

app.get("/press/releases/:key", (req, res) => {
  const release = shelf.open(req.params.key);
  if (release === null) {
    res.status(404).json({ error: { code: "RELEASE_UNKNOWN" } });
    return;
  }
  res.json(release);
});

app.listen(process.env.PORT ?? 3000);
`,
    "src/releases.ts": `import releases from "../content/releases.json" with { type: "json" };

interface Release {
  readonly key: string;
  readonly headline: string;
  readonly embargo: string;
}

export class ReleaseShelf {
  private readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
  }

  published(): readonly Release[] {
    return releases.filter(({ embargo }) => Date.parse(embargo) <= this.now());
  }

  open(key: string): Release | null {
    return this.published().find((release) => release.key === key) ?? null;
  }
}
`,
    "tsconfig.json": `{ "compilerOptions": { "target": "es2022", "module": "nodenext", "resolveJsonModule": true, "erasableSyntaxOnly": true, "noEmit": true } }
`,
    "content/releases.json": `[
  { "key": "2026-bridge-reopens", "headline": "Bridge reopens", "embargo": "2026-03-01T09:00:00Z" },
  { "key": "2026-new-ferry", "headline": "A new ferry", "embargo": "2026-06-20T09:00:00Z" },
  { "key": "2031-tunnel-plans", "headline": "Plans for the tunnel", "embargo": "2031-01-08T09:00:00Z" }
]
`,
    "press.http": `@press = http://localhost:PORT_OF_press/press

### ferry
GET {{press}}/releases/2026-new-ferry

### preview for the mayor
# @name mayor
GET {{press}}/releases/2031-tunnel-plans
`,
  },
  servers: [{ name: "press", entry: "src/server.ts" }],
  ask: ["press.http#mayor"],
  facts: ["GET /press/releases/2026-new-ferry 200", "GET /press/releases/2031-tunnel-plans 404"],
  truth: {
    outcome: "not-found",
    kinds: ["not-yet-visible"],
    links: [
      { file: "content/releases.json", text: "2031-tunnel-plans" },
      { file: "src/releases.ts", text: "Date.parse(embargo)" },
      { file: "src/server.ts", text: 'app.get("/press/releases/:key"' },
    ],
  },
};

/** Of the press office. */
export const pressOffice: readonly Scenario[] = [release];
