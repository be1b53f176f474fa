import type { Scenario } from "../../scenario.ts";

const photo: Scenario = {
  name: "photo-in-an-album",
  files: {
    "README.md": `# Proofs

Clients choose their pictures from an album. A photo belongs to one album; after a shoot is split (\`scripts/split_album.py\`) some photos move to the new one.
`,
    "requirements.txt": "fastapi\nuvicorn\n",
    "main.py": `import os

import uvicorn

from proofs import database
from proofs.app import app

database.prepare()
uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "proofs/__init__.py": "",
    "proofs/app.py": `from fastapi import FastAPI

from proofs.routers import albums, photos

app = FastAPI(title="Proofs", version="3.2.0")
app.include_router(albums.router, prefix="/albums")
app.include_router(photos.router, prefix="/albums/{album_id}/photos")
`,
    "proofs/database.py": `import sqlite3
from pathlib import Path

FILE = Path(__file__).resolve().parent.parent / "proofs.sqlite3"
SEED = Path(__file__).resolve().parent.parent / "sql"


def connect():
    connection = sqlite3.connect(FILE)
    connection.row_factory = sqlite3.Row
    return connection


def prepare():
    FILE.unlink(missing_ok=True)
    with connect() as connection:
        for script in sorted(SEED.glob("*.sql")):
            connection.executescript(script.read_text())
`,
    "proofs/routers/__init__.py": "",
    "proofs/routers/albums.py": `from fastapi import APIRouter, HTTPException

from proofs.database import connect

router = APIRouter()


@router.get("")
def albums():
    with connect() as connection:
        return [dict(row) for row in connection.execute("SELECT id, title FROM album ORDER BY id")]


@router.get("/{album_id}")
def album(album_id: int):
    with connect() as connection:
        row = connection.execute("SELECT id, title FROM album WHERE id = ?", (album_id,)).fetchone()
    if row is None:
        raise HTTPException(404, "Album not found")
    return dict(row)
`,
    "proofs/routers/photos.py": `from fastapi import APIRouter, HTTPException

from proofs.database import connect

router = APIRouter()


@router.get("")
def photos(album_id: int):
    with connect() as connection:
        rows = connection.execute("SELECT id, file FROM photo WHERE album_id = ? ORDER BY id", (album_id,))
        return [dict(row) for row in rows]


@router.get("/{photo_id}")
def photo(album_id: int, photo_id: int):
    query = "SELECT id, file, stars FROM photo WHERE album_id = ? AND id = ?"
    with connect() as connection:
        row = connection.execute(query, (album_id, photo_id)).fetchone()
    if row is None:
        raise HTTPException(404, "Photo not found")
    return dict(row)
`,
    "scripts/split_album.py": `import sys

from proofs.database import connect

source, target, *photos = map(int, sys.argv[1:])
with connect() as connection:
    for photo in photos:
        connection.execute("UPDATE photo SET album_id = ? WHERE id = ? AND album_id = ?", (target, photo, source))
`,
    "sql/01_schema.sql": `CREATE TABLE album (id INTEGER PRIMARY KEY, title TEXT NOT NULL);
CREATE TABLE photo (
  id INTEGER PRIMARY KEY,
  album_id INTEGER NOT NULL REFERENCES album (id),
  file TEXT NOT NULL,
  stars INTEGER NOT NULL DEFAULT 0
);
`,
    "sql/02_seed.sql": `INSERT INTO album (id, title) VALUES (210, 'Wedding Kaur'), (211, 'Wedding Kaur, evening');
INSERT INTO photo (id, album_id, file, stars) VALUES
  (9001, 210, 'DSC_4410.jpg', 3),
  (9002, 210, 'DSC_4412.jpg', 5),
  (9014, 211, 'DSC_4533.jpg', 4),
  (9015, 211, 'DSC_4540.jpg', 0);
`,
    "proofs.http": `@proofs = http://localhost:PORT_OF_api

### albums
GET {{proofs}}/albums

### photos of the wedding
GET {{proofs}}/albums/210/photos

### the one the bride wrote about
# @name bride
GET {{proofs}}/albums/210/photos/9014
`,
  },
  servers: [{ name: "api", entry: "main.py", needs: "fastapi" }],
  ask: ["proofs.http#bride"],
  facts: [
    "GET /albums 200",
    "GET /albums/210/photos 200",
    "GET /albums/210/photos/9001 200",
    "GET /albums/210/photos/9014 404",
    "GET /albums/211/photos/9014 200",
    "GET /albums/210/photos/1 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-project"],
    links: [
      { file: "proofs/routers/photos.py", text: '@router.get("/{photo_id}")' },
      { file: "proofs/routers/photos.py", text: "def photo(album_id" },
      { file: "sql/02_seed.sql", text: "(9014, 211" },
    ],
    fixes: [{ url: "/albums/211/photos/9014" }],
  },
};

/** Photographers and the albums their clients choose from. */
export const photographers: readonly Scenario[] = [photo];
