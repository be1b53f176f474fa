import assert from "node:assert/strict";
import { it } from "node:test";
import { readTable } from "../routes/workspace.ts";
import { investigate, verdictOf } from "./investigate.ts";

const files = {
  "school/__init__.py": `from flask import Flask

from school.cars import cars
from school.lessons import lessons

app = Flask(__name__)
app.register_blueprint(cars, url_prefix="/api")
app.register_blueprint(lessons, url_prefix="/api")
`,
  "school/cars.py": `from flask import Blueprint, jsonify

cars = Blueprint("cars", __name__)


@cars.get("/cars")
def index():
    return jsonify([])
`,
  "school/lessons.py": `from flask import Blueprint, jsonify

lessons = Blueprint("lessons", __name__, url_prefix="/lessons")


@lessons.get("/<int:year>/<int:month>")
def of_month(year, month):
    return jsonify([])
`,
};

it("the prefix that a registration replaces is a fact of the mount; one that has none loses none", async () => {
  const { routes } = await readTable(files);
  const replaced = routes.map(({ path, mounts }) => [path, mounts.map(({ replaces }) => replaces)]);
  assert.deepEqual(replaced, [
    ["/api/cars", [undefined]],
    ["/api/{year}/{month}", [{ file: "school/lessons.py", line: 3, column: 11, prefix: "/lessons" }]],
  ]);
});

it("a path with the prefix that the registration replaced is told by both lines", async () => {
  const diagnosis = await investigate({
    files,
    server: (request, response) => {
      const isServed = request.url === "/api/2026/11" || request.url === "/api/cars";
      response.writeHead(isServed ? 200 : 404, { "content-type": "application/json" });
      response.end(isServed ? "[]" : '{"message":"Not Found"}');
    },
    http: "GET ORIGIN/api/lessons/2026/11\n",
  });
  assert.equal(verdictOf(diagnosis), "rewrite-mismatch/base-path");
  assert.match(diagnosis.verdict.summary, /school\/__init__\.py:8 .* in the place of its own prefix "\/lessons"/);
  const places = diagnosis.links.map(({ file, line }) => `${file}:${line}`);
  assert.ok(places.includes("school/__init__.py:8") && places.includes("school/lessons.py:3"), places.join());
  const [fix] = diagnosis.fixes;
  assert.deepEqual(
    [fix?.kind, fix?.title],
    ["edit-route", "Register the router under /api/lessons: school/__init__.py:8"],
  );
});
