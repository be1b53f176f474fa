import type { Scenario } from "../../scenario.ts";

const grid: Scenario = {
  name: "grid-of-a-crossword",
  files: {
    "README.md": `# Crosswords

    make dev      # service on its port, page on the other with Vite
`,
    Makefile: `dev:
	cd service && uvicorn main:app --port PORT_OF_api &
	cd page && npx vite --port PORT_OF_page
`,
    "service/requirements.txt": "fastapi\nuvicorn\n",
    "service/main.py": `import os

import uvicorn
from fastapi import FastAPI

from puzzles.routes import router

app = FastAPI(title="Crosswords")
app.include_router(router, prefix="/puzzles")

if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "service/puzzles/__init__.py": "",
    "service/puzzles/routes.py": `from fastapi import APIRouter, HTTPException

router = APIRouter()
GRIDS = {"2026-11-21": ["#..#", "....", ".#.."], "2026-11-22": ["....", "#..#", "...."]}


@router.get("")
def days():
    return sorted(GRIDS)


@router.get("/{day}/grid")
def grid(day: str):
    if day not in GRIDS:
        raise HTTPException(404, "No puzzle on this day")
    return {"rows": GRIDS[day]}
`,
    "page/package.json": `{ "name": "page", "private": true, "type": "module", "devDependencies": { "vite": "^6.0.0", "vue": "^3.5.0" } }
`,
    "page/vite.config.ts": `import { defineConfig } from "vite";

export default defineConfig({
  server: {
    proxy: {
      "/api": {
        target: "http://localhost:PORT_OF_api",
        rewrite: (path) => path.replace(/^\\/api/, ""),
      },
    },
  },
});
`,
    "page/.env.development": "VITE_SERVICE=/service\n",
    "page/.env.production": "VITE_SERVICE=https://service.crosswords.test\n",
    "page/src/puzzle.ts": `const service = import.meta.env.VITE_SERVICE;

export async function loadGrid(day: string): Promise<string[]> {
  const response = await fetch(\`\${service}/puzzles/\${day}/grid\`);
  const { rows } = await response.json();
  return rows;
}
`,
    "page/index.html": `<!doctype html>
<div id="root"></div>
<script type="module" src="/src/main.ts"></script>
`,
    "crosswords.http": `@page = http://localhost:PORT_OF_page

### the page
GET {{page}}/

### grid of Sunday, as the page asks for it
# @name sunday
GET {{page}}/service/puzzles/2026-11-22/grid
Accept: application/json
`,
  },
  servers: [
    { name: "api", entry: "service/main.py", needs: "fastapi" },
    { name: "page", entry: "front:devProxy", env: { PREFIX: "/api", STRIP: "/api", UPSTREAM: "PORT_OF_api" } },
  ],
  ask: ["crosswords.http#sunday"],
  facts: [
    "page:GET / 200",
    "page:GET /service/puzzles/2026-11-22/grid 200",
    "page:GET /api/puzzles/2026-11-22/grid 200",
    "page:GET /api/puzzles/2026-11-25/grid 404",
    "api:GET /puzzles/2026-11-22/grid 200",
  ],
  truth: {
    outcome: "soft-not-found",
    kinds: ["spa-fallback"],
    links: [
      { file: "page/vite.config.ts", text: '"/api": {' },
      { file: "page/.env.development", text: "VITE_SERVICE" },
      { file: "page/src/puzzle.ts", text: "await fetch(" },
    ],
    fixes: [{ url: "/api/puzzles/2026-11-22/grid" }, { kind: "edit-rewrite" }],
  },
};

/** Crosswords: a page, and the service that has the grids. */
export const puzzles: readonly Scenario[] = [grid];
