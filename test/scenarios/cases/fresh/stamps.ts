import type { Scenario } from "../../scenario.ts";

const album: Scenario = {
  name: "stamps-asked-by-a-browser",
  files: {
    "README.md": `# Stamps

The page runs on another port in development, so the service has to allow its origin: \`STAMPS_ORIGINS\`.
`,
    "requirements.txt": "fastapi\nuvicorn\n",
    "main.py": `import os

import uvicorn

from stamps.factory import create

uvicorn.run(create(), host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "stamps/__init__.py": "",
    "stamps/factory.py": `import os

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

from stamps.album import router


def create() -> FastAPI:
    app = FastAPI(title="Stamps")
    origins = [origin for origin in os.environ.get("STAMPS_ORIGINS", "").split(",") if origin]
    if origins:
        app.add_middleware(CORSMiddleware, allow_origins=origins, allow_methods=["*"], allow_headers=["*"])
    app.include_router(router, prefix="/album")
    return app
`,
    "stamps/album.py": `from fastapi import APIRouter, HTTPException
from pydantic import BaseModel

router = APIRouter()
STAMPS = {"mi-1024": {"country": "FI", "year": 1978}}


class Note(BaseModel):
    text: str


@router.get("/{number}")
def stamp(number: str):
    if number not in STAMPS:
        raise HTTPException(404, "not in this album")
    return STAMPS[number]


@router.put("/{number}/note", status_code=204)
def write_note(number: str, note: Note):
    if number not in STAMPS:
        raise HTTPException(404, "not in this album")
    STAMPS[number]["note"] = note.text
`,
    "compose.yaml": `services:
  stamps:
    build: .
    environment:
      STAMPS_ORIGIN: http://localhost:5173
    ports:
      - "PORT_OF_api:8000"
`,
    "page/src/note.js": `export function saveNote(number, text) {
  return fetch(\`http://localhost:PORT_OF_api/album/\${number}/note\`, {
    method: "PUT",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ text }),
  });
}
`,
    "stamps.http": `@stamps = http://localhost:PORT_OF_api

### a stamp
GET {{stamps}}/album/mi-1024

### what the browser sends before the note
# @name before
OPTIONS {{stamps}}/album/mi-1024/note
Origin: http://localhost:5173
Access-Control-Request-Method: PUT
Access-Control-Request-Headers: content-type
`,
  },
  servers: [{ name: "api", entry: "main.py", needs: "fastapi" }],
  ask: ["stamps.http#before"],
  facts: [
    "GET /album/mi-1024 200",
    "OPTIONS /album/mi-1024/note 405 | Origin: http://localhost:5173 | Access-Control-Request-Method: PUT",
    "OPTIONS /none 404",
  ],
  truth: {
    outcome: "soft-not-found",
    kinds: ["preflight"],
    links: [
      { file: "stamps/factory.py", text: "if origins:" },
      { file: "stamps/factory.py", text: "origins = [" },
      { file: "stamps/factory.py", text: "app.add_middleware(" },
      { file: "compose.yaml", text: "STAMPS_ORIGIN" },
      { file: "stamps/album.py", text: '@router.put("/{number}/note"' },
    ],
  },
};

/** A collector's stamps. */
export const stamps: readonly Scenario[] = [album];
