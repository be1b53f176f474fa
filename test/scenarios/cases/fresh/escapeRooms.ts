import type { Scenario } from "../../scenario.ts";

const scores: Scenario = {
  name: "scores-of-an-escape-room",
  files: {
    "README.md": `# Escape rooms

nginx serves the pages and passes \`/api/\` on to the score service.
`,
    "compose.yaml": `services:
  web:
    image: nginx:1.27
    volumes:
      - ./nginx.conf:/etc/nginx/conf.d/default.conf:ro
      - ./site:/srv/site:ro
    ports:
      - "PORT_OF_web:80"
  scores:
    build: ./scores
    expose:
      - "8000"
`,
    "nginx.conf": `server {
    listen 80;
    root /srv/site;

    location / {
        try_files $uri $uri/ =404;
    }

    location /api/ {
        proxy_pass http://scores:8000;
        proxy_set_header Host $host;
    }

    location ~* \\.(css|js|json|png|svg|woff2)$ {
        expires 30d;
        access_log off;
    }
}
`,
    "scores/requirements.txt": "fastapi\nuvicorn\n",
    "scores/main.py": `import os

import uvicorn
from fastapi import FastAPI, HTTPException

from rooms import ROOMS

app = FastAPI(title="Scores")


@app.get("/api/rooms")
def rooms():
    return sorted(ROOMS)


@app.get("/api/rooms/{room}/scores.json")
def scores(room: str):
    if room not in ROOMS:
        raise HTTPException(404, "unknown room")
    return ROOMS[room]


if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "scores/rooms.py": `ROOMS = {
    "lighthouse": [{"team": "Moths", "minutes": 51}],
    "attic": [{"team": "Owls", "minutes": 44}, {"team": "Moths", "minutes": 58}],
}
`,
    "site/index.html": `<!doctype html>
<title>Escape rooms</title>
<script src="scores.js"></script>
`,
    "site/scores.js": `fetch("/api/rooms/attic/scores.json")
  .then((response) => response.json())
  .then((scores) => document.body.append(scores.map((score) => score.team).join(", ")));
`,
    "rooms.http": `@web = http://localhost:PORT_OF_web

### rooms
GET {{web}}/api/rooms

### scores of the attic
# @name attic
GET {{web}}/api/rooms/attic/scores.json
Accept: application/json
`,
  },
  servers: [
    { name: "scores", entry: "scores/main.py", needs: "fastapi" },
    {
      name: "web",
      entry: "front:ruleProxy",
      env: {
        RULES:
          '[{"from":"^/[^?]*\\\\.(css|json|png|svg|woff2)(\\\\?|$)","status":404},{"from":"^/api/","to":"/api/","port":"PORT_OF_scores"},{"from":"^/$","status":200}]',
      },
    },
  ],
  ask: ["rooms.http#attic"],
  facts: [
    "web:GET /api/rooms 200",
    "web:GET /api/rooms/attic/scores.json 404",
    "scores:GET /api/rooms/attic/scores.json 200",
    "web:GET / 200",
    "web:GET /none 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["rewrite-rule"],
    links: [
      { file: "nginx.conf", text: "location ~* " },
      { file: "nginx.conf", text: "location /api/ {" },
    ],
    fixes: [{ kind: "edit-rewrite" }],
  },
};

/** Escape rooms and the scores of their teams. */
export const escapeRooms: readonly Scenario[] = [scores];
