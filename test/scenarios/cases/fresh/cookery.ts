import type { Scenario } from "../../scenario.ts";

const course: Scenario = {
  name: "course-of-last-spring",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "school/__init__.py": "",
    "school/main.py": `from fastapi import FastAPI

from school.courses import router

app = FastAPI(title="Cookery school")
app.include_router(router)
`,
    "school/database.py": `import sqlite3
from pathlib import Path

connection = sqlite3.connect(":memory:", check_same_thread=False)
connection.row_factory = sqlite3.Row
connection.executescript(Path(__file__).with_name("schema.sql").read_text())
connection.executescript(Path(__file__).with_name("seed.sql").read_text())
`,
    "school/schema.sql": `CREATE TABLE courses (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  seats INTEGER NOT NULL,
  deleted_at TEXT
);
`,
    "school/seed.sql": `INSERT INTO courses (id, title, seats, deleted_at) VALUES
  (21, 'Knife skills', 8, NULL),
  (22, 'Ramen', 10, '2026-02-11T09:14:00Z'),
  (23, 'Sourdough', 12, NULL);
`,
    "school/courses.py": `from fastapi import APIRouter, HTTPException

from school.database import connection

router = APIRouter(prefix="/courses")


@router.get("")
def courses():
    rows = connection.execute("SELECT id, title, seats FROM courses WHERE deleted_at IS NULL ORDER BY id")
    return [dict(row) for row in rows]


@router.get("/{course_id}")
def course(course_id: int):
    row = connection.execute(
        "SELECT id, title, seats FROM courses WHERE id = ? AND deleted_at IS NULL", (course_id,)
    ).fetchone()
    if row is None:
        raise HTTPException(404, detail="Course not found")
    return dict(row)
`,
    "run.py": `import os

import uvicorn

uvicorn.run("school.main:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "courses.http": `@school = http://localhost:PORT_OF_api

### knife skills
GET {{school}}/courses/21

### ramen
# @name ramen
GET {{school}}/courses/22
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "fastapi" }],
  ask: ["courses.http#ramen"],
  facts: ["GET /courses/21 200", "GET /courses/22 404", "GET /courses/999 404"],
  truth: {
    outcome: "not-found",
    kinds: ["deleted"],
    links: [
      { file: "school/seed.sql", text: "(22, 'Ramen'" },
      { file: "school/courses.py", text: "WHERE id = ? AND deleted_at IS NULL" },
      { file: "school/courses.py", text: '@router.get("/{course_id}")' },
    ],
  },
};

const recipe: Scenario = {
  name: "recipe-in-the-newsletter",
  files: {
    "requirements.txt": "flask\n",
    "kitchen/__init__.py": `from flask import Flask

from kitchen.recipes import recipes


def create_app():
    app = Flask(__name__)
    app.register_blueprint(recipes, url_prefix="/recipes")
    return app
`,
    "kitchen/recipes.py": `import json
from pathlib import Path

from flask import Blueprint, jsonify

recipes = Blueprint("recipes", __name__)
RECIPES = json.loads(Path(__file__).with_name("recipes.json").read_text())


@recipes.get("/")
def index():
    return jsonify([{"id": recipe["id"], "slug": recipe["slug"], "title": recipe["title"]} for recipe in RECIPES])


@recipes.get("/<slug>")
def show(slug):
    for recipe in RECIPES:
        if recipe["slug"] == slug:
            return jsonify(recipe)
    return jsonify(error="recipe_not_found"), 404
`,
    "kitchen/recipes.json": `[
  { "id": 31, "slug": "sourdough-for-beginners", "formerSlugs": ["first-sourdough"], "title": "Sourdough for beginners" },
  { "id": 32, "slug": "plum-dumplings", "formerSlugs": [], "title": "Plum dumplings" },
  { "id": 33, "slug": "bean-stew", "formerSlugs": ["stew-of-beans"], "title": "Bean stew" }
]
`,
    "newsletters/2025-11.md": `# November

It is cold: start a [sourdough](http://localhost:PORT_OF_api/recipes/first-sourdough), or make
[plum dumplings](http://localhost:PORT_OF_api/recipes/plum-dumplings).
`,
    "main.py": `import os

from kitchen import create_app

create_app().run(port=int(os.environ.get("PORT", "5000")))
`,
    "links.http": `### dumplings
GET http://localhost:PORT_OF_api/recipes/plum-dumplings

### sourdough
# @name sourdough
GET http://localhost:PORT_OF_api/recipes/first-sourdough
`,
  },
  servers: [{ name: "api", entry: "main.py", needs: "flask" }],
  ask: ["links.http#sourdough"],
  facts: [
    "GET /recipes/plum-dumplings 200",
    "GET /recipes/first-sourdough 404",
    "GET /recipes/sourdough-for-beginners 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["renamed-slug"],
    links: [
      { file: "kitchen/recipes.json", text: '"id": 31' },
      { file: "kitchen/recipes.py", text: '@recipes.get("/<slug>")' },
    ],
    fixes: [{ url: "/recipes/sourdough-for-beginners" }],
  },
};

/** In the cookery school. */
export const cookery: readonly Scenario[] = [course, recipe];
