import type { Scenario } from "../../scenario.ts";

const clinic: Scenario = {
  name: "appointment-at-the-other-practice",
  files: {
    "requirements.txt": "django\ndjangorestframework\n",
    "practice/__init__.py": "",
    "practice/settings.py": `SECRET_KEY = "practice"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "practice.urls"
INSTALLED_APPS = ["rest_framework"]
MIDDLEWARE = []
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "UNAUTHENTICATED_USER": None,
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
}
`,
    "practice/book.py": `BOOK = {
    "harbour": {"a-301": {"at": "09:20", "for": "knee"}},
    "station": {"a-417": {"at": "11:00", "for": "shoulder"}, "a-418": {"at": "11:40", "for": "back"}},
}
`,
    "practice/views.py": `from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.response import Response
from rest_framework.views import APIView

from practice.book import BOOK


class PracticeView(APIView):
    def initial(self, request, *args, **kwargs):
        super().initial(request, *args, **kwargs)
        name = request.headers.get("X-Practice")
        if name not in BOOK:
            raise ValidationError({"X-Practice": "unknown practice"})
        self.appointments = BOOK[name]


class Appointments(PracticeView):
    def get(self, request):
        return Response(sorted(self.appointments))


class Appointment(PracticeView):
    def get(self, request, number):
        try:
            return Response(self.appointments[number])
        except KeyError:
            raise NotFound("no such appointment") from None
`,
    "practice/urls.py": `from django.urls import path

from practice.views import Appointment, Appointments

urlpatterns = [
    path("appointments", Appointments.as_view()),
    path("appointments/<str:number>", Appointment.as_view()),
]
`,
    "serve.py": `import os
from wsgiref.simple_server import make_server

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "practice.settings")

from django.core.wsgi import get_wsgi_application  # noqa: E402

make_server("127.0.0.1", int(os.environ.get("PORT", "8000")), get_wsgi_application()).serve_forever()
`,
    "appointments.http": `@practice = http://localhost:PORT_OF_api

### back
# @name back
GET {{practice}}/appointments/a-418
X-Practice: harbour
Accept: application/json
`,
  },
  servers: [{ name: "api", entry: "serve.py", needs: "rest_framework" }],
  ask: ["appointments.http#back"],
  facts: [
    "GET /appointments/a-301 200 | X-Practice: harbour",
    "GET /appointments/a-418 404 | X-Practice: harbour",
    "GET /appointments/a-418 200 | X-Practice: station",
    "GET /appointments/a-418 400",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-tenant"],
    links: [
      { file: "practice/book.py", text: '"station"' },
      { file: "practice/views.py", text: 'request.headers.get("X-Practice")' },
      { file: "appointments.http", text: "X-Practice: harbour" },
      { file: "appointments.http", text: "/appointments/a-418" },
      { file: "practice/urls.py", text: '"appointments/<str:number>"' },
    ],
    fixes: [{ kind: "edit-request" }],
  },
};

/** Practices of physiotherapists: a field says whose book is opened. */
export const practices: readonly Scenario[] = [clinic];
