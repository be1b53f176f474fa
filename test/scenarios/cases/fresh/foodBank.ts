import type { Scenario } from "../../scenario.ts";

const roster: Scenario = {
  name: "roster-of-the-food-bank",
  files: {
    "README.md": `# Food bank

\`docker compose up\`: nginx on 8080 in front of the roster service on 8000. The coordinators publish a week on Thursday evening.
`,
    "compose.yaml": `services:
  web:
    image: nginx:1.27
    volumes:
      - ./nginx/default.conf:/etc/nginx/conf.d/default.conf:ro
      - cache:/var/cache/nginx
    ports:
      - "PORT_OF_web:80"
  roster:
    build: ./roster
    ports:
      - "PORT_OF_roster:8000"
volumes:
  cache:
`,
    "nginx/default.conf": `proxy_cache_path /var/cache/nginx/roster levels=1:2 keys_zone=roster:10m max_size=200m inactive=2h;

upstream roster {
    server roster:8000;
}

server {
    listen 80;
    server_name _;

    location /api/ {
        proxy_pass http://roster;
        proxy_set_header Host $host;
        proxy_cache roster;
        proxy_cache_valid any 60m;
        add_header X-Cache $upstream_cache_status always;
    }
}
`,
    "roster/requirements.txt": "fastapi\nuvicorn\n",
    "roster/main.py": `import os

import uvicorn

from app import app

uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "roster/app.py": `from fastapi import FastAPI, HTTPException, Response

from weeks import DRAFTS, PUBLISHED

app = FastAPI(title="Roster")


@app.get("/api/rosters")
def rosters():
    return {"weeks": sorted(PUBLISHED)}


@app.get("/api/rosters/{week}")
def roster(week: str):
    if week not in PUBLISHED:
        raise HTTPException(404, "No roster for this week")
    return {"week": week, "shifts": PUBLISHED[week]}


@app.post("/internal/rosters/{week}/publish", status_code=204)
def publish(week: str):
    if week not in DRAFTS:
        raise HTTPException(409, "There is no draft of this week")
    PUBLISHED[week] = DRAFTS.pop(week)
    return Response(status_code=204)
`,
    "roster/weeks.py": `PUBLISHED = {
    "2026-W47": [{"day": "Tue", "helper": "Olu"}, {"day": "Sat", "helper": "Britt"}],
}
DRAFTS = {
    "2026-W48": [{"day": "Tue", "helper": "Britt"}, {"day": "Sat", "helper": "Jan"}],
}
`,
    "http/coordinators.http": `@roster = http://localhost:PORT_OF_roster

### publish the coming week
POST {{roster}}/internal/rosters/2026-W48/publish
`,
    "http/helpers.http": `@web = http://localhost:PORT_OF_web/api

### weeks that are published
GET {{web}}/rosters

### this week
GET {{web}}/rosters/2026-W47

### next week
# @name next
GET {{web}}/rosters/2026-W48
`,
  },
  servers: [
    { name: "roster", entry: "roster/main.py", needs: "fastapi" },
    { name: "web", entry: "front:cachingProxy", env: { UPSTREAM: "PORT_OF_roster", FIELDS: "x-cache" } },
  ],
  before: [
    "web:GET /api/rosters/2026-W47 200",
    "web:GET /api/rosters/2026-W48 404",
    "roster:POST /internal/rosters/2026-W48/publish 204",
  ],
  ask: ["http/helpers.http#next"],
  facts: [
    "web:GET /api/rosters/2026-W48 404",
    "roster:GET /api/rosters/2026-W48 200",
    "web:GET /api/rosters/2026-W47 200",
    "web:GET /api/rosters 200",
    "web:GET /api/rosters/2026-W50 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["shared-cache"],
    links: [
      { file: "nginx/default.conf", text: "proxy_cache_valid any 60m" },
      { file: "nginx/default.conf", text: "proxy_cache roster;" },
      { file: "nginx/default.conf", text: "location /api/ {" },
      { file: "roster/app.py", text: '@app.get("/api/rosters/{week}")' },
    ],
  },
};

/** A food bank and the rosters of its helpers. */
export const foodBank: readonly Scenario[] = [roster];
