import type { Scenario } from "../../scenario.ts";

const glossary: Scenario = {
  name: "glossary-of-a-project",
  files: {
    "package.json": `{ "name": "translate-hub", "type": "module", "dependencies": { "express": "^5.1.0" } }
`,
    "README.md": `# translate-hub API

Versions are dates. Send \`Hub-Version: 2026-06-01\` to get the newest; without it you get the first one,
so that integrations of 2025 go on working.
`,
    "src/index.js": `import express from "express";
import { pickVersion } from "./versions/pick.js";
import { v20250110 } from "./versions/2025-01-10.js";
import { v20260601 } from "./versions/2026-06-01.js";

const app = express();
app.set("etag", false);
app.use(pickVersion({ "2025-01-10": v20250110, "2026-06-01": v20260601 }, "2025-01-10"));
app.use((req, res) => res.status(404).json({ error: { type: "not_found", message: "Unrecognized request URL." } }));
app.listen(process.env.PORT ?? 3000);
`,
    "src/versions/pick.js": `export function pickVersion(routers, fallback) {
  return (req, res, next) => {
    const version = req.get("Hub-Version") ?? fallback;
    const router = routers[version];
    if (!router) return res.status(400).json({ error: { type: "version", message: "No such version." } });
    res.set("Hub-Version", version);
    router(req, res, next);
  };
}
`,
    "src/versions/2025-01-10.js": `import { Router } from "express";
import { projects } from "../projects.js";

export const v20250110 = Router();
v20250110.get("/projects", (req, res) => res.json(Object.keys(projects)));
v20250110.get("/projects/:project", (req, res) => res.json({ name: req.params.project }));
`,
    "src/versions/2026-06-01.js": `import { Router } from "express";
import { projects } from "../projects.js";
import { v20250110 } from "./2025-01-10.js";

export const v20260601 = Router();
v20260601.get("/projects/:project/glossary", (req, res) => {
  const project = projects[req.params.project];
  if (!project) return res.status(404).json({ error: { type: "not_found", message: "No such project." } });
  res.json({ terms: project.terms });
});
v20260601.use(v20250110);
`,
    "src/projects.js": `export const projects = {
  website: { terms: [{ en: "cart", de: "Warenkorb" }] },
  app: { terms: [] },
};
`,
    "sdk/glossary.js": `export const glossary = (hub, project) =>
  fetch(\`\${hub}/projects/\${project}/glossary\`, { headers: { Authorization: \`Bearer \${process.env.HUB_TOKEN}\` } });
`,
    "hub.http": `@hub = http://localhost:PORT_OF_api

### projects
GET {{hub}}/projects

### glossary
# @name glossary
GET {{hub}}/projects/website/glossary
Accept: application/json
`,
  },
  servers: [{ name: "api", entry: "src/index.js" }],
  ask: ["hub.http#glossary"],
  facts: [
    "GET /projects 200",
    "GET /projects/website/glossary 404",
    "GET /projects/website/glossary 200 | Hub-Version: 2026-06-01",
    "GET /projects/none/glossary 404 | Hub-Version: 2026-06-01",
    "GET /projects 400 | Hub-Version: 1",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["version-selector"],
    links: [
      { file: "src/versions/2026-06-01.js", text: '"/projects/:project/glossary"' },
      { file: "src/versions/pick.js", text: 'req.get("Hub-Version")' },
      { file: "src/index.js", text: "app.use(pickVersion(" },
    ],
    fixes: [{ url: "/projects/website/glossary", kind: "edit-request" }],
  },
};

const locale: Scenario = {
  name: "locale-of-a-browser",
  files: {
    "package.json": `{ "name": "shop-texts", "type": "module", "dependencies": { "express": "^5.1.0" } }
`,
    "server.js": `import express from "express";

const app = express();
app.use("/locales", express.static("public/locales", { index: false, maxAge: "1h" }));
app.get("/ready", (req, res) => res.send("yes"));
app.listen(process.env.PORT ?? 3000);
`,
    "public/locales/de-DE.json": `{ "cart": "Warenkorb" }
`,
    "public/locales/en-US.json": `{ "cart": "Cart" }
`,
    "public/locales/pt-BR.json": `{ "cart": "Carrinho" }
`,
    "web/i18n.js": `export async function loadTexts(language = navigator.language) {
  const answer = await fetch(\`/locales/\${language.toLowerCase()}.json\`);
  return answer.ok ? answer.json() : {};
}
`,
    "texts.http": `@site = http://localhost:PORT_OF_site

### english
GET {{site}}/locales/en-US.json

### what the browser in Recife asked for
# @name recife
GET {{site}}/locales/pt-br.json
`,
  },
  servers: [{ name: "site", entry: "server.js" }],
  ask: ["texts.http#recife"],
  facts: [
    "GET /locales/en-US.json 200",
    "GET /locales/pt-br.json 404",
    "GET /locales/pt-BR.json 200",
    "GET /locales/xx.json 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["case"],
    links: [
      { file: "public/locales/pt-BR.json", text: "Carrinho" },
      { file: "server.js", text: "express.static(" },
      { file: "web/i18n.js", text: "toLowerCase()" },
    ],
    fixes: [{ url: "/locales/pt-BR.json" }],
  },
};

/** Translations: glossaries and the files of a language. */
export const translations: readonly Scenario[] = [glossary, locale];
