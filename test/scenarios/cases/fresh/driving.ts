import type { Scenario } from "../../scenario.ts";

const lessons: Scenario = {
  name: "driving-lessons-of-a-day",
  files: {
    "README.md": `# Driving school

    flask --app school run

Everything is under \`/api/v1\`. The app for learners reads \`/lessons\`, the one for the office \`/instructors\` and \`/cars\`.
`,
    "requirements.txt": "flask>=2.2\n",
    "wsgi.py": `import os

from school import create_app

app = create_app()

if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
`,
    "school/__init__.py": `from flask import Flask, jsonify


def create_app(settings=None):
    app = Flask(__name__)
    app.config.from_mapping(API_ROOT="/api/v1", JSON_SORT_KEYS=False)
    app.config.update(settings or {})
    register_blueprints(app)
    app.register_error_handler(404, not_found)
    return app


def register_blueprints(app):
    from school.blueprints.cars import cars
    from school.blueprints.instructors import instructors
    from school.blueprints.lessons import lessons

    root = app.config["API_ROOT"]
    app.register_blueprint(cars, url_prefix=root)
    app.register_blueprint(instructors, url_prefix=root)
    app.register_blueprint(lessons, url_prefix=root)


def not_found(error):
    return jsonify(status=404, error="Not found", detail=error.description), 404
`,
    "school/blueprints/__init__.py": "",
    "school/blueprints/cars.py": `from flask import Blueprint, abort, jsonify

cars = Blueprint("cars", __name__)
CARS = {"b-01": "Polo", "b-02": "Corsa"}


@cars.get("/cars")
def index():
    return jsonify(sorted(CARS))


@cars.get("/cars/<plate>")
def show(plate):
    if plate not in CARS:
        abort(404, description=f"no car {plate}")
    return jsonify(plate=plate, model=CARS[plate])
`,
    "school/blueprints/instructors.py": `from flask import Blueprint, jsonify

instructors = Blueprint("instructors", __name__)


@instructors.get("/instructors")
def index():
    return jsonify([{"initials": "KT", "name": "K. Thorne"}, {"initials": "AM", "name": "A. Marchetti"}])
`,
    "school/blueprints/lessons.py": `from datetime import date

from flask import Blueprint, abort, jsonify

from school.diary import DIARY

lessons = Blueprint("lessons", __name__, url_prefix="/lessons")


@lessons.get("/<int:year>/<int:month>/<int:day>")
def of_day(year, month, day):
    try:
        wanted = date(year, month, day)
    except ValueError:
        abort(404, description="no such day")
    return jsonify([entry for entry in DIARY if entry["on"] == wanted.isoformat()])
`,
    "school/diary.py": `DIARY = [
    {"on": "2026-11-30", "at": "08:00", "learner": "R. Ito", "instructor": "KT", "car": "b-01"},
    {"on": "2026-11-30", "at": "09:30", "learner": "N. Vance", "instructor": "AM", "car": "b-02"},
]
`,
    "tests/test_cars.py": `from school import create_app


def test_cars():
    client = create_app({"TESTING": True}).test_client()
    assert client.get("/api/v1/cars").status_code == 200
    assert client.get("/api/v1/cars/b-01").get_json()["model"] == "Polo"
`,
    "http/school.http": `@host = http://localhost:PORT_OF_api
@api = {{host}}/api/v1

### cars
GET {{api}}/cars

### instructors
GET {{api}}/instructors

### lessons of Monday
# @name monday
GET {{api}}/lessons/2026/11/30
`,
  },
  servers: [{ name: "api", entry: "wsgi.py", needs: "flask" }],
  ask: ["http/school.http#monday"],
  facts: [
    "GET /api/v1/cars 200",
    "GET /api/v1/instructors 200",
    "GET /api/v1/lessons/2026/11/30 404",
    "GET /lessons/2026/11/30 404",
    "GET /api/v1/2026/11/30 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["base-path"],
    links: [
      { file: "school/__init__.py", text: "app.register_blueprint(lessons" },
      { file: "school/blueprints/lessons.py", text: 'lessons = Blueprint("lessons"' },
    ],
    fixes: [{ kind: "edit-route" }],
  },
};

/** A driving school: lessons, instructors and cars. */
export const driving: readonly Scenario[] = [lessons];
