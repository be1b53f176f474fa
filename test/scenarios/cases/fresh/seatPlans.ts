import type { Scenario } from "../../scenario.ts";

const seats: Scenario = {
  name: "seats-on-the-laptop",
  files: {
    "README.md": `# Seat plans

\`npm run dev\` starts the page (vite) beside the service. In the theatre Caddy does what vite does here.
`,
    "package.json": `{
  "name": "seat-plans",
  "type": "module",
  "scripts": { "dev": "node dev.mjs", "service": "node service/index.mjs" },
  "dependencies": { "express": "^5.0.0" },
  "devDependencies": { "vite": "^8.0.0" }
}
`,
    "dev.mjs": `import { createServer } from "vite";

const server = await createServer({ clearScreen: false, server: { port: Number(process.env.PORT), watch: null, hmr: false } });
await server.listen();
`,
    "vite.config.js": `import { defineConfig } from "vite";

const service = process.env.SERVICE ?? "http://localhost:PORT_OF_service";

export default defineConfig({
  server: {
    host: "localhost",
    proxy: {
      "/api": {
        target: service,
        changeOrigin: true,
        pathRewrite: { "^/api": "" },
      },
    },
  },
});
`,
    "index.html": `<!doctype html>
<title>Seats</title>
<div id="plan"></div>
<script type="module" src="/src/plan.js"></script>
`,
    "src/plan.js": `const evening = new URLSearchParams(location.search).get("evening") ?? "2026-12-05";
const seats = await (await fetch(\`/api/evenings/\${evening}/seats\`)).json();

document.querySelector("#plan").replaceChildren(
  ...seats.map(({ row, seat, free }) => Object.assign(document.createElement("span"), { textContent: row + seat, className: free ? "free" : "taken" })),
);
`,
    "service/index.mjs": `import express from "express";

const evenings = { "2026-12-05": [{ row: "A", seat: 1, free: true }, { row: "A", seat: 2, free: false }] };
const app = express();

app.get("/evenings", (_req, res) => res.json(Object.keys(evenings)));
app.get("/evenings/:evening/seats", (req, res) => {
  const seats = evenings[req.params.evening];
  if (!seats) return res.status(404).json({ error: "no performance" });
  res.json(seats);
});

app.listen(process.env.PORT ?? 4000);
`,
    "seats.http": `### as the page asks
# @name seats
GET http://localhost:PORT_OF_page/api/evenings/2026-12-05/seats
`,
  },
  servers: [
    { name: "service", entry: "service/index.mjs" },
    { name: "page", entry: "dev.mjs", env: { SERVICE: "http://localhost:PORT_OF_service" }, passesOn: true },
  ],
  ask: ["seats.http#seats"],
  facts: [
    "page:GET /api/evenings/2026-12-05/seats 404",
    "service:GET /evenings/2026-12-05/seats 200",
    "service:GET /api/evenings/2026-12-05/seats 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-keeps-prefix"],
    links: [
      { file: "vite.config.js", text: "pathRewrite" },
      { file: "vite.config.js", text: '"/api": {' },
    ],
    fixes: [{ kind: "edit-rewrite" }],
  },
};

/** Seat plans: a rewrite that the development server does not know by that name. */
export const seatPlans: readonly Scenario[] = [seats];
