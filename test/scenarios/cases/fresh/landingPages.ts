import type { Scenario } from "../../scenario.ts";

const site: Scenario = {
  name: "landing-page-that-never-landed",
  files: {
    "package.json": `{
  "name": "landing",
  "private": true,
  "type": "module",
  "scripts": { "build": "vite build", "dev": "vite" },
  "devDependencies": { "vite": "^8.0.0" }
}
`,
    "vercel.json": `{
  "buildCommand": "npm run build",
  "outputDirectory": "public"
}
`,
    "vite.config.js": `import { defineConfig } from "vite";

export default defineConfig({ build: { outDir: "build", sourcemap: true } });
`,
    "index.html": `<!doctype html>
<title>Honey from the roof</title>
<main id="shop"></main>
<script type="module" src="/src/main.js"></script>
`,
    "src/main.js": `document.querySelector("#shop").textContent = "Sold out until June";
`,
    "site.http": `### what visitors get
# @name front
GET http://localhost:PORT_OF_edge/
Accept: text/html
`,
  },
  deployed: {
    "edge.js": `import { createServer } from "node:http";

createServer((_request, response) => {
  const id = \`fra1::\${Math.random().toString(36).slice(2, 7)}-1795430000000-6f1b2c3d4e5f\`;
  response.writeHead(404, {
    "cache-control": "public, max-age=0, must-revalidate",
    "content-type": "text/plain; charset=utf-8",
    server: "Vercel",
    "x-vercel-error": "NOT_FOUND",
    "x-vercel-id": id,
  });
  response.end(\`The page could not be found\\n\\nNOT_FOUND\\n\\n\${id}\\n\`);
}).listen(process.env.PORT);
`,
  },
  servers: [{ name: "edge", entry: "deployed:edge.js" }],
  ask: ["site.http#front"],
  facts: ["GET / 404", "GET /index.html 404", "GET /src/main.js 404"],
  truth: {
    outcome: "not-found",
    kinds: ["platform-missing"],
    links: [
      { file: "vercel.json", text: "outputDirectory" },
      { file: "vite.config.js", text: "outDir" },
    ],
  },
};

/** Landing pages: an output that is not where the platform looks for it. */
export const landingPages: readonly Scenario[] = [site];
