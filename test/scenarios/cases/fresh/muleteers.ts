import type { Scenario } from "../../scenario.ts";

const wells: Scenario = {
  name: "well-entered-by-two-surveyors",
  files: {
    "requirements.txt": "flask\n",
    "db/wells.sql": `create table wells (
  id integer primary key,
  village text not null,
  depth numeric not null,
  same_as integer references wells (id)
);

insert into wells (id, village, depth, same_as) values (501, 'Orth', 11.5, null);
insert into wells (id, village, depth, same_as) values (502, 'Eckartsau', 9, null);
insert into wells (id, village, depth, same_as) values (517, 'Orth an der Donau', 11.4, 501);
`,
    "wells/__init__.py": "",
    "wells/db.py": `import sqlite3
from pathlib import Path


def connect():
    db = sqlite3.connect(":memory:", check_same_thread=False)
    db.row_factory = sqlite3.Row
    db.executescript(Path("db/wells.sql").read_text())
    return db
`,
    "wells/app.py": `from flask import Flask, abort, jsonify

from wells.db import connect

app = Flask(__name__)
db = connect()


@app.get("/wells")
def wells():
    return jsonify([dict(row) for row in db.execute("select id, village from wells where same_as is null")])


@app.get("/wells/<int:well>")
def well(well):
    row = db.execute("select id, village, depth from wells where id = ? and same_as is null", (well,)).fetchone()
    return dict(row) if row else abort(404)
`,
    "run.py": `import os

from wells.app import app

app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "field/sheet.http": `### from the field sheet of the second surveyor
# @name sheet
GET http://localhost:PORT_OF_wells/wells/517
`,
  },
  servers: [{ name: "wells", entry: "run.py", needs: "flask" }],
  ask: ["field/sheet.http#sheet"],
  facts: ["GET /wells 200", "GET /wells/517 404", "GET /wells/501 200", "GET /wells/999 404"],
  truth: {
    outcome: "not-found",
    kinds: ["merged"],
    links: [
      { file: "db/wells.sql", text: "(517, " },
      { file: "wells/app.py", text: "where id = ? and same_as is null" },
      { file: "wells/app.py", text: "def well(well)" },
    ],
    fixes: [{ url: "/wells/501" }],
  },
};

const mule: Scenario = {
  name: "mule-that-rests-this-season",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "mules/__init__.py": "",
    "mules/stable.py": `from dataclasses import dataclass


@dataclass(frozen=True)
class Mule:
    name: str
    carries: int
    resting: bool = False


MULES = (Mule("Bimba", 90), Mule("Rocco", 110, resting=True), Mule("Stella", 85))
BOOKABLE = {mule.name.lower(): mule for mule in MULES if not mule.resting}
`,
    "mules/api.py": `from fastapi import FastAPI, HTTPException

from mules.stable import BOOKABLE

app = FastAPI()


@app.get("/mules")
def mules():
    return list(BOOKABLE)


@app.get("/mules/{name}")
def mule(name: str):
    found = BOOKABLE.get(name)
    if found is None:
        raise HTTPException(404, "no mule of that name")
    return {"name": found.name, "carries": found.carries}
`,
    "run.py": `import os

import uvicorn

uvicorn.run("mules.api:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="error")
`,
    "mules.http": `### the strong one
# @name strong
GET http://localhost:PORT_OF_mules/mules/rocco
`,
  },
  servers: [{ name: "mules", entry: "run.py", needs: "fastapi" }],
  ask: ["mules.http#strong"],
  facts: ["GET /mules 200", "GET /mules/rocco 404", "GET /mules/bimba 200", "GET /mules/none 404"],
  truth: {
    outcome: "not-found",
    kinds: ["archived"],
    links: [
      { file: "mules/stable.py", text: "MULES = (" },
      { file: "mules/stable.py", text: "if not mule.resting" },
      { file: "mules/api.py", text: "found = BOOKABLE.get(name)" },
      { file: "mules/api.py", text: "def mule(name" },
    ],
  },
};

const remember: Scenario = {
  name: "word-added-to-the-dialect-book",
  files: {
    "requirements.txt": "flask\n",
    "dialect/__init__.py": "",
    "dialect/remember.py": `import time
from functools import wraps


def remember(seconds):
    def decorate(function):
        answers = {}

        @wraps(function)
        def wrapped(*args):
            answer, until = answers.get(args, (None, 0))
            if until < time.monotonic():
                answer, until = function(*args), time.monotonic() + seconds
                answers[args] = answer, until
            return answer

        return wrapped

    return decorate
`,
    "dialect/book.py": `from dialect.remember import remember

WORDS = {"servus": "hello or goodbye", "jause": "a small meal"}


@remember(seconds=6 * 3600)
def meaning(word):
    return WORDS.get(word)
`,
    "dialect/app.py": `from flask import Flask, abort

from dialect.book import WORDS, meaning

app = Flask(__name__)


@app.get("/words")
def words():
    return sorted(WORDS)


@app.get("/words/<word>")
def look_up(word):
    text = meaning(word)
    if not text:
        abort(404, "not in the book")
    return {"word": word, "meaning": text}


@app.put("/words/<word>")
def add(word):
    WORDS[word] = "new"
    return {}, 201
`,
    "run.py": `import os

from dialect.app import app

app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "words.http": `@book = http://localhost:PORT_OF_book

### all, and it is among them
GET {{book}}/words

### the new one
# @name new
GET {{book}}/words/schmäh
`,
  },
  servers: [{ name: "book", entry: "run.py", needs: "flask" }],
  before: ["GET /words/schm%C3%A4h 404", "PUT /words/schm%C3%A4h 201"],
  ask: ["words.http#new"],
  facts: ["GET /words 200", "GET /words/schm%C3%A4h 404", "GET /words/jause 200", "GET /words/none 404"],
  truth: {
    outcome: "not-found",
    kinds: ["framework-cache"],
    links: [
      { file: "dialect/book.py", text: "@remember(seconds=6 * 3600)" },
      { file: "dialect/book.py", text: "def meaning(word)" },
      { file: "dialect/remember.py", text: "answers[args] = answer, until" },
      { file: "dialect/app.py", text: "text = meaning(word)" },
      { file: "dialect/app.py", text: "def look_up(word)" },
    ],
  },
};

/** Wells of two surveyors, a mule that rests, a word new in the book. */
export const muleteers: readonly Scenario[] = [wells, mule, remember];
