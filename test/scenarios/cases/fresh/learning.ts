import type { Scenario } from "../../scenario.ts";

const school: Scenario = {
  name: "homework-of-a-language-course",
  files: {
    "manage.py": `import os

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "school.settings")
execute_from_command_line(["manage.py", "runserver", "--noreload", os.environ.get("PORT", "8000")])
`,
    "school/__init__.py": "",
    "school/settings.py": `SECRET_KEY = "only-for-development"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "school.urls"
APPEND_SLASH = False
MIDDLEWARE = ["django.middleware.security.SecurityMiddleware", "django.middleware.common.CommonMiddleware"]
`,
    "school/urls.py": `from django.urls import include, path

urlpatterns = [path("courses/", include("courses.urls"))]
`,
    "courses/__init__.py": "",
    "courses/urls.py": `from django.urls import path

from courses import views

urlpatterns = [
    path("", views.index),
    path("<slug:course>/", views.course),
    path("<slug:course>/homework/", views.homework),
]
`,
    "courses/views.py": `from django.http import Http404, JsonResponse

COURSES = {"spanish-b1": {"room": "2.04", "homework": ["page 31"]}, "polish-a2": {"room": "1.10", "homework": []}}


def find(course):
    if course not in COURSES:
        raise Http404
    return COURSES[course]


def index(request):
    return JsonResponse(list(COURSES), safe=False)


def course(request, course):
    return JsonResponse(find(course))


def homework(request, course):
    return JsonResponse(find(course)["homework"], safe=False)
`,
    "courses.http": `@school = http://127.0.0.1:PORT_OF_api

### courses
GET {{school}}/courses/

### for thursday
# @name thursday
GET {{school}}/courses/spanish-b1/homework
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "django" }],
  ask: ["courses.http#thursday"],
  facts: [
    "GET /courses/ 200",
    "GET /courses/spanish-b1/homework 404",
    "GET /courses/spanish-b1/homework/ 200",
    "GET /courses/greek-a1/homework/ 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["trailing-slash"],
    links: [{ file: "courses/urls.py", text: "views.homework" }],
    fixes: [{ url: "/courses/spanish-b1/homework/" }],
  },
};

const radio: Scenario = {
  name: "song-nobody-likes",
  files: {
    "package.json": '{ "name": "campus-radio", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "server.js": `import Fastify from "fastify";
import queue from "./plugins/queue.js";
import shows from "./plugins/shows.js";

const app = Fastify({ logger: false });
app.register(shows, { prefix: "/shows" });
app.register(queue, { prefix: "/queue" });
app.setNotFoundHandler((_request, reply) => reply.code(404).send({ ok: false }));
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "plugins/queue.js": `const songs = ["Blue in Green", "Alfie", "Naima"];

export default async function queue(app) {
  app.get("/", async () => songs);
  app.post("/skip", async () => ({ skipped: songs.shift() }));
}
`,
    "plugins/shows.js": `export default async function shows(app) {
  app.get("/", async () => [{ slug: "night-train", at: "23:00" }]);
}
`,
    "radio.http": `@radio = http://localhost:PORT_OF_api

### coming up
GET {{radio}}/queue/

### next one please
# @name next
GET {{radio}}/queue/skip
`,
  },
  servers: [{ name: "api", entry: "server.js" }],
  ask: ["radio.http#next"],
  facts: ["GET /queue/ 200", "GET /queue/skip 404", "POST /queue/skip 200", "GET /queue/none 404"],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-method"],
    links: [{ file: "plugins/queue.js", text: 'app.post("/skip"' }],
    fixes: [{ method: "POST", url: "/queue/skip" }],
  },
};

/** A language school and a campus radio. */
export const learning: readonly Scenario[] = [school, radio];
