import type { Scenario } from "../../scenario.ts";

const course: Scenario = {
  name: "course-at-a-dance-school",
  files: {
    "README.md": `# Dance school

Course pages are found by their slug. \`manage.py\` starts the server; \`courses/import_plan.py\` reads the plan of a term.
`,
    "requirements.txt": "django==3.2.*\n",
    "manage.py": `import os

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "school.settings")
execute_from_command_line(["manage.py", "runserver", "--noreload", os.environ.get("PORT", "8000")])
`,
    "school/__init__.py": "",
    "school/settings.py": `from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
SECRET_KEY = "local"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "school.urls"
INSTALLED_APPS = ["courses"]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
PLAN = BASE_DIR / "plans" / "winter-2026.csv"
`,
    "school/urls.py": `from django.urls import path

from courses.views import course, courses

urlpatterns = [
    path("courses/", courses),
    path("courses/<slug:slug>/", course),
]
`,
    "courses/__init__.py": "",
    "courses/plan.py": `import csv

from django.conf import settings


def read_plan():
    with open(settings.PLAN, newline="") as file:
        return list(csv.DictReader(file))
`,
    "courses/views.py": `from django.http import Http404, JsonResponse

from courses.plan import read_plan


def courses(request):
    rows = [{"slug": row["slug"], "title": row["title"]} for row in read_plan()]
    return JsonResponse({"courses": rows})


def course(request, slug):
    for row in read_plan():
        if row["slug"] == slug:
            return JsonResponse(row)
    raise Http404
`,
    "courses/import_plan.py": `"""Turns the office's plan into a CSV; slugs follow the titles."""

import re
import sys


def slug_of(title):
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")


for line in sys.stdin:
    number, title, teacher = line.rstrip("\\n").split("\\t")
    print(number, slug_of(title), title, teacher, sep=",")
`,
    "plans/summer-2026.csv": `number,slug,title,teacher
D-201,salsa-for-beginners,Salsa for beginners,Yaiza
D-202,west-coast-swing,West Coast Swing,Petr
D-207,tango-on-thursdays,Tango on Thursdays,Irma
`,
    "plans/winter-2026.csv": `number,slug,title,teacher
D-201,salsa-level-1,Salsa level 1,Yaiza
D-202,west-coast-swing,West Coast Swing,Petr
D-207,tango-on-thursdays,Tango on Thursdays,Irma
`,
    "mails/reminder.txt": `Hello,

your course starts next week: https://dance.test/courses/salsa-for-beginners/
`,
    "courses.http": `@school = http://localhost:PORT_OF_api

### all courses
GET {{school}}/courses/

### swing
GET {{school}}/courses/west-coast-swing/

### link of the reminder
# @name reminder
GET {{school}}/courses/salsa-for-beginners/
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "django" }],
  ask: ["courses.http#reminder"],
  facts: [
    "GET /courses/ 200",
    "GET /courses/west-coast-swing/ 200",
    "GET /courses/salsa-for-beginners/ 404",
    "GET /courses/salsa-level-1/ 200",
    "GET /courses/rumba/ 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["renamed-slug"],
    links: [
      { file: "plans/summer-2026.csv", text: "salsa-for-beginners" },
      { file: "plans/winter-2026.csv", text: "salsa-level-1" },
      { file: "mails/reminder.txt", text: "salsa-for-beginners" },
    ],
    fixes: [{ url: "/courses/salsa-level-1/" }],
  },
};

/** A dance school and its courses. */
export const danceSchool: readonly Scenario[] = [course];
