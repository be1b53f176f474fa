import type { Scenario } from "../../scenario.ts";

const verse: Scenario = {
  name: "verses-of-a-song",
  files: {
    "requirements.txt": "fastapi<0.137\nuvicorn\n",
    "songs.py": `import os

import uvicorn
from fastapi import APIRouter, FastAPI

app = FastAPI(title="Songs")
api = APIRouter(prefix="/api")

SONGS = {"lark": ["The lark in the morning"], "mill": ["The mill goes round"]}


@api.get("/songs")
def songs():
    return sorted(SONGS)


app.include_router(api)


@api.get("/songs/{name}/verses")
def verses(name: str):
    return SONGS.get(name, [])


if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "songs.http": `@songs = http://localhost:PORT_OF_api/api/songs

### all
GET {{songs}}

### the lark
# @name lark
GET {{songs}}/lark/verses
`,
  },
  servers: [{ name: "api", entry: "songs.py", needs: "fastapi" }],
  ask: ["songs.http#lark"],
  facts: ["GET /api/songs 200", "GET /api/songs/lark/verses 404"],
  truth: {
    outcome: "not-found",
    kinds: ["not-registered"],
    links: [
      { file: "songs.py", text: '@api.get("/songs/{name}/verses")' },
      { file: "songs.py", text: "app.include_router(api)" },
    ],
    fixes: [{ kind: "register-route" }, { kind: "edit-route" }],
  },
};

const singer: Scenario = {
  name: "singer-of-a-song",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "choir/__init__.py": "",
    "choir/singers.py": `from fastapi import APIRouter, HTTPException

router = APIRouter(prefix="/singers", tags=["singers"])

SINGERS = {3: "Noor", 4: "Eli"}


@router.get("/{number}")
def singer(number: int):
    if number not in SINGERS:
        raise HTTPException(404, "No such singer")
    return {"number": number, "name": SINGERS[number]}
`,
    "choir/voices.py": `from fastapi import APIRouter

router = APIRouter(tags=["voices"])


@router.get("/{voice}")
def voice(voice: str):
    return {"voice": voice, "singers": 9}
`,
    "choir/main.py": `from fastapi import FastAPI

from choir import singers, voices

app = FastAPI(title="Choir")
app.include_router(singers.router, prefix="/singers")
app.include_router(voices.router, prefix="/voices")
`,
    "run.py": `import os

import uvicorn

uvicorn.run("choir.main:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "choir.http": `@choir = http://localhost:PORT_OF_api

### altos
GET {{choir}}/voices/alto

### Noor
# @name noor
GET {{choir}}/singers/3
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "fastapi" }],
  ask: ["choir.http#noor"],
  facts: ["GET /voices/alto 200", "GET /singers/3 404", "GET /singers/singers/3 200"],
  truth: {
    outcome: "not-found",
    kinds: ["base-path"],
    links: [
      { file: "choir/main.py", text: 'app.include_router(singers.router, prefix="/singers")' },
      { file: "choir/singers.py", text: 'router = APIRouter(prefix="/singers"' },
      { file: "choir/singers.py", text: '@router.get("/{number}")' },
    ],
    fixes: [{ url: "/singers/singers/3" }, { kind: "edit-route" }],
  },
};

const rehearsal: Scenario = {
  name: "rehearsals-behind-the-proxy",
  files: {
    "nginx.conf": `events {}
http {
  server {
    listen 80;
    location /choir/ {
      proxy_set_header Host $http_host;
      proxy_pass http://127.0.0.1:PORT_OF_api/;
    }
  }
}
`,
    "requirements.txt": "fastapi\nuvicorn\n",
    "rehearsals.py": `import os

import uvicorn
from fastapi import FastAPI

app = FastAPI(title="Rehearsals")


@app.get("/rehearsals/")
def rehearsals():
    return [{"on": "2026-05-07", "at": "19:30"}]


@app.get("/hall")
def hall():
    return {"name": "Town hall"}


if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "choir.http": `@choir = http://localhost:PORT_OF_edge/choir

### hall
GET {{choir}}/hall

### rehearsals
# @name rehearsals
GET {{choir}}/rehearsals
`,
  },
  servers: [
    { name: "api", entry: "rehearsals.py", needs: "fastapi" },
    {
      name: "edge",
      entry: "front:ruleProxy",
      env: { RULES: '[{"from":"^/choir/(.*)$","to":"/$1","port":"PORT_OF_api"}]' },
    },
  ],
  ask: ["choir.http#rehearsals"],
  facts: [
    "edge:GET /choir/hall 200",
    "edge:GET /choir/rehearsals 307",
    "edge:GET /rehearsals/ 404",
    "edge:GET /choir/rehearsals/ 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["redirect-drops-path"],
    links: [
      { file: "rehearsals.py", text: '@app.get("/rehearsals/")' },
      { file: "nginx.conf", text: "location /choir/ {" },
      { file: "rehearsals.py", text: "app = FastAPI(" },
    ],
    fixes: [{ url: "/choir/rehearsals/" }],
  },
};

/** Lines of songs. */
export const songLines: readonly Scenario[] = [verse, singer, rehearsal];
