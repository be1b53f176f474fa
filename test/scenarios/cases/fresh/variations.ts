import type { Scenario } from "../../scenario.ts";
import { campaigns } from "./campaigns.ts";
import { foodBank } from "./foodBank.ts";
import { glaciers } from "./glaciers.ts";
import { recycling } from "./recycling.ts";
import { riding } from "./riding.ts";
import { translationDesk } from "./translationDesk.ts";
import { edit, first } from "./vary.ts";

const desk = first(translationDesk);
const food = first(foodBank);
const stable = first(riding);
const mail = first(campaigns);
const depot = first(recycling);
const ice = first(glaciers);

const partsByName: Scenario = {
  ...desk,
  name: "jobs-with-parts-found-by-name",
  files: {
    ...Object.fromEntries(
      Object.entries(desk.files).filter(([file]) => !/^desk\/(web|health|__init__)\.py$/.test(file)),
    ),
    "desk/__init__.py": `from importlib import import_module
from pkgutil import iter_modules

from fastapi import FastAPI

from desk import parts


def create_app() -> FastAPI:
    app = FastAPI(title="Translation desk", docs_url="/api/docs", openapi_url="/api/openapi.json")
    for found in iter_modules(parts.__path__):
        import_module(f"desk.parts.{found.name}").install(app)
    return app
`,
    "desk/parts/__init__.py": "",
    "desk/parts/health.py": desk.files["desk/health.py"] ?? "",
    "desk/parts/pages.py": (desk.files["desk/web.py"] ?? "").replace("parent.parent", "parent.parent.parent"),
    "desk/parts/rest.py": `from fastapi import FastAPI

from desk.api import router


def install(app: FastAPI) -> None:
    app.include_router(router)
`,
  },
  truth: {
    ...desk.truth,
    links: [
      { file: "desk/parts/pages.py", text: 'app.mount("/"' },
      { file: "desk/__init__.py", text: "for found in iter_modules" },
    ],
  },
};

const singlePage: Scenario = {
  ...desk,
  name: "jobs-behind-a-page-for-everything",
  files: edit(desk.files, [
    [
      "desk/web.py",
      '    app.mount("/", StaticFiles(directory=PAGES, html=True), name="pages")\n',
      '    @app.get("/{path:path}", include_in_schema=False)\n    def page(path: str):\n        file = PAGES / path\n        return FileResponse(file if file.is_file() else PAGES / "index.html")\n',
    ],
    ["desk/web.py", "from fastapi.staticfiles import StaticFiles", "from fastapi.responses import FileResponse"],
  ]),
  facts: [
    "GET / 200",
    "GET /healthz 200",
    "GET /api/openapi.json 200",
    "GET /api/translators/ibauer/jobs 200",
    "GET /x 200",
  ],
  truth: {
    outcome: "soft-not-found",
    kinds: ["spa-fallback", "after-catch-all", "shadowed"],
    links: [
      { file: "desk/web.py", text: '@app.get("/{path:path}"' },
      { file: "desk/__init__.py", text: "for part in (health, web, api)" },
    ],
  },
};

const draft: Scenario = {
  ...food,
  name: "roster-still-in-draft",
  before: ["web:GET /api/rosters/2026-W47 200", "web:GET /api/rosters/2026-W48 404"],
  facts: [
    "web:GET /api/rosters/2026-W48 404",
    "roster:GET /api/rosters/2026-W48 404",
    "web:GET /api/rosters/2026-W47 200",
    "web:GET /api/rosters 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id", "not-yet-visible"],
    links: [
      { file: "roster/app.py", text: '@app.get("/api/rosters/{week}")' },
      { file: "roster/app.py", text: "def roster(week" },
      { file: "roster/weeks.py", text: '"2026-W48"' },
      { file: "roster/weeks.py", text: "DRAFTS = {" },
    ],
  },
};

const olderProxy: Scenario = {
  ...stable,
  name: "horses-before-the-proxy-was-updated",
  files: edit(stable.files, [
    ["frontend/package.json", "^3.0.3", "^2.0.6"],
    ["backend/stable/horses.py", '"/api/horses"', '"/horses"'],
    ["backend/stable/riders.py", '"/api/riders"', '"/riders"'],
  ]),
  servers: stable.servers.map((server) =>
    server.name === "web" ? { ...server, env: { PREFIX: "/api", UPSTREAM: "PORT_OF_api" } } : server,
  ),
  facts: ["web:GET / 200", "web:GET /api/horses/available 404", "api:GET /horses/available 200"],
  truth: { ...stable.truth, kinds: ["proxy-keeps-prefix"] },
};

const goodProxy: Scenario = {
  ...stable,
  name: "horses-misspelt-behind-a-good-proxy",
  files: edit(stable.files, [
    [
      "frontend/src/setupProxy.js",
      '    "/api",\n    createProxyMiddleware({',
      '    createProxyMiddleware({\n      pathFilter: "/api",',
    ],
    ["requests.http", "/api/horses/available", "/api/horses/availible"],
  ]),
  servers: stable.servers.map((server) =>
    server.name === "web" ? { ...server, env: { PREFIX: "/api", UPSTREAM: "PORT_OF_api" } } : server,
  ),
  facts: [
    "web:GET / 200",
    "web:GET /api/horses/availible 404",
    "web:GET /api/horses/available 200",
    "web:GET /api/horses/3 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["path-typo"],
    links: [{ file: "backend/stable/horses.py", text: '@horses.get("/available")' }],
    fixes: [{ url: "/api/horses/available" }],
  },
};

const none: Scenario = {
  ...mail,
  name: "figures-asked-by-a-script",
  files: {
    ...Object.fromEntries(Object.entries(mail.files).filter(([file]) => !file.startsWith("dashboard/"))),
    "report/weekly.py": `import os

import requests

SERVICE = os.environ["MAILINGS_URL"]


def figures_of_last_week():
    for campaign in requests.get(f"{SERVICE}/api/campaigns", timeout=10).json():
        number = campaign.get("id")
        yield requests.get(f"{SERVICE}/api/campaigns/{number}/figures", timeout=10).json()
`,
    "mailings.http": (mail.files["mailings.http"] ?? "")
      .replace("campaigns/undefined/", "campaigns/None/")
      .replace("from the network tab", "from the log of the weekly report")
      .replace("Referer: http://localhost:5173/\n", ""),
  },
  facts: [
    "GET /api/campaigns 200",
    "GET /api/campaigns/opening-hours/figures 200",
    "GET /api/campaigns/None/figures 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unresolved-variable"],
    links: [
      { file: "report/weekly.py", text: 'number = campaign.get("id")' },
      { file: "report/weekly.py", text: "/figures" },
    ],
  },
};

const stripped: Scenario = {
  ...depot,
  name: "containers-without-their-prefix",
  files: edit(depot.files, [
    ["gateway/services.json", '"CONTAINERS_URL", "strip": false', '"CONTAINERS_URL", "strip": true'],
    ["gateway/services.json", '"PICKUPS_URL", "strip": false', '"PICKUPS_URL", "strip": true'],
  ]),
  ask: ["depot.http:10"],
  facts: [
    "gateway:GET /health 200",
    "gateway:GET /containers/c-17 404",
    "gateway:GET /pickups/today 200",
    "containers:GET /containers/c-17 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-strips-prefix"],
    links: [
      { file: "gateway/services.json", text: '"/containers"' },
      { file: "gateway/server.js", text: "app.use(path, passTo(" },
      { file: "gateway/passTo.js", text: "const path = strip" },
    ],
    fixes: [{ kind: "edit-rewrite" }],
  },
};

const noSlash: Scenario = {
  ...ice,
  name: "readings-from-a-base-without-a-slash",
  files: edit(ice.files, [
    ["sync/settings.toml", "/fieldbook/api/", "/fieldbook/api"],
    ["sync/client.py", 'f"/stakes/', 'f"stakes/'],
    ["logs/sync.log", "/stakes/S3", "/fieldbook/stakes/S3"],
  ]),
  ask: ["--url", "http://localhost:PORT_OF_api/fieldbook/stakes/S3/readings"],
  facts: ["GET /fieldbook/stakes/S3/readings 404", "GET /fieldbook/api/stakes/S3/readings 200"],
};

const twoSlashes: Scenario = {
  ...ice,
  name: "readings-with-two-slashes",
  files: edit(ice.files, [
    ["sync/client.py", 'urljoin(self.base, f"/stakes/{stake}/readings")', 'f"{self.base}/stakes/{stake}/readings"'],
    ["sync/client.py", "from urllib.parse import urljoin\n\n", ""],
    ["logs/sync.log", "/stakes/S3", "/fieldbook/api//stakes/S3"],
  ]),
  ask: ["--url", "http://localhost:PORT_OF_api/fieldbook/api//stakes/S3/readings"],
  facts: ["GET /fieldbook/api//stakes/S3/readings 404", "GET /fieldbook/api/stakes/S3/readings 200"],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-joins-wrong"],
    links: [
      { file: "sync/client.py", text: 'url = f"{self.base}' },
      { file: "sync/settings.toml", text: "base = " },
    ],
    fixes: [{ url: "/fieldbook/api/stakes/S3/readings" }],
  },
};

const noRoot: Scenario = {
  ...ice,
  name: "readings-without-the-root-of-the-fieldbook",
  files: edit(ice.files, [
    ["sync/settings.toml", "/fieldbook/api/", ""],
    [
      "sync/client.py",
      'urljoin(self.base, f"/stakes/{stake}/readings")',
      'self.base.rstrip("/") + f"/stakes/{stake}/readings"',
    ],
    ["sync/client.py", "from urllib.parse import urljoin\n\n", ""],
  ]),
  truth: {
    outcome: "not-found",
    kinds: ["base-path"],
    links: [
      { file: "sync/settings.toml", text: "base = " },
      { file: "fieldbook/app.py", text: "app.include_router(" },
      { file: "fieldbook/stakes.py", text: '@router.get("/{stake}/readings")' },
    ],
    fixes: [{ url: "/fieldbook/api/stakes/S3/readings" }],
  },
};

/** Other scenarios of this folder with one thing changed, which changes what is true or how it can be seen. */
export const variations: readonly Scenario[] = [
  partsByName,
  singlePage,
  draft,
  olderProxy,
  goodProxy,
  none,
  stripped,
  noSlash,
  twoSlashes,
  noRoot,
];
