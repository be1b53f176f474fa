import type { Scenario } from "../../scenario.ts";
import { podcasts } from "./podcasts.ts";
import { recruiting } from "./recruiting.ts";
import { turnsOf } from "./turn.ts";

const vary = turnsOf([...recruiting, ...podcasts]);

/** Letters, interviews and podcasts, one thing turned in each. */
export const turnedHiring: readonly Scenario[] = [
  vary(
    "letter-of-a-candidate",
    "turned-letter-camel",
    {
      "requests.http": [["/coverletter", "/coverLetter"]],
      "web/src/api/candidates.ts": [["/coverletter", "/coverLetter"]],
    },
    { facts: ["GET /api/v2/candidates/881/coverLetter 404"] },
  ),
  vary(
    "letter-of-a-candidate",
    "turned-letter-word",
    { "requests.http": [["/coverletter", "/letter"]], "web/src/api/candidates.ts": [["/coverletter", "/letter"]] },
    { facts: ["GET /api/v2/candidates/881/letter 404"], truth: { kinds: ["path-typo", "path-moved"] } },
  ),
  vary(
    "letter-of-a-candidate",
    "turned-letter-enum",
    {
      "src/candidates/paths.ts": `export const paths = {
  profile: "/:id/profile",
  letter: "/:id/cover-letter",
  cv: "/:id/curriculum-vitae",
} as const;
`,
      "src/candidates/candidates.routes.ts": [
        ["import { type Candidate", 'import { paths } from "./paths.ts";\nimport { type Candidate'],
        ['"/:id/profile"', "paths.profile"],
        ['"/:id/cover-letter"', "paths.letter"],
        ['"/:id/curriculum-vitae"', "paths.cv"],
      ],
    },
    {
      truth: {
        links: [
          { file: "src/candidates/candidates.routes.ts", text: "paths.letter" },
          { file: "src/candidates/paths.ts", text: "cover-letter" },
        ],
      },
    },
  ),
  vary(
    "interviews-of-a-week",
    "turned-interviews-index",
    {
      "src/loadRoutes.js": null,
      "src/routes/interviews.route.js": null,
      "src/main.js": [
        ['import { loadRoutes } from "./loadRoutes.js";', 'import { routers } from "./routes/index.js";'],
        [
          'await loadRoutes(app, new URL("./routes/", import.meta.url));',
          "for (const router of routers) app.use(router.routes());",
        ],
      ],
      "src/routes/index.js": `export { default as offers } from "./offers.routes.js";
import offers from "./offers.routes.js";
import panels from "./panels.routes.js";

export const routers = [offers, panels];
`,
      "src/routes/interviews.routes.js": `import Router from "@koa/router";

const router = new Router({ prefix: "/api/interviews" });

router.get("/:week", (ctx) => {
  ctx.body = [{ candidate: 881, panel: "backend" }];
});

export default router;
`,
    },
    {
      truth: {
        links: [
          { file: "src/routes/interviews.routes.js", text: 'router.get("/:week"' },
          { file: "src/routes/index.js", text: "export const routers" },
        ],
      },
    },
  ),
  vary(
    "interviews-of-a-week",
    "turned-loader-folder",
    {
      "src/loadRoutes.js": `import { readdirSync, statSync } from "node:fs";

export async function loadRoutes(app, folder) {
  for (const name of readdirSync(folder)) {
    if (!statSync(new URL(name, folder)).isFile()) continue;
    const { default: router } = await import(new URL(name, folder).href);
    app.use(router.routes());
  }
}
`,
      "src/routes/interviews.route.js": null,
      "src/routes/planning/interviews.routes.js": `import Router from "@koa/router";

const router = new Router({ prefix: "/api/interviews" });

router.get("/:week", (ctx) => {
  ctx.body = [];
});

export default router;
`,
    },
    {
      truth: {
        links: [
          { file: "src/routes/planning/interviews.routes.js", text: 'router.get("/:week"' },
          { file: "src/loadRoutes.js", text: "isFile()" },
        ],
      },
    },
  ),
  vary(
    "transcript-of-an-episode",
    "turned-transcript-use",
    { "server/index.js": [['app.get("/{*page}", (req, res) =>', "app.use((req, res) =>"]] },
    {
      facts: ["GET /api/transcripts/41 200", "GET /api/episodes 200"],
      truth: {
        links: [
          { file: "server/index.js", text: "app.use((req, res) =>" },
          { file: "server/index.js", text: 'app.use("/api/transcripts"' },
          { file: "server/transcripts.js", text: 'transcripts.get("/:episode"' },
        ],
      },
    },
  ),
  vary(
    "episode-by-its-guid",
    "turned-episode-written",
    {
      "feeds.http": `### all
GET {{host}}/feeds/kernel-notes/episodes

### page tables
# @name tables
GET {{host}}/feeds/kernel-notes/episodes/kernel-notes/42
`,
    },
    { truth: { links: [{ file: "src/feedRoutes.ts", text: '"/feeds/:feed/episodes/:guid"' }] } },
  ),
];
