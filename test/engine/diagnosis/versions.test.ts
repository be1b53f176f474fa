import assert from "node:assert/strict";
import { it } from "node:test";
import { investigate, verdictOf } from "./investigate.ts";

const files = (versioning: string, pattern: string) => ({
  "apiary/settings.py": `ROOT_URLCONF = "apiary.urls"
REST_FRAMEWORK = {
    "DEFAULT_VERSIONING_CLASS": "rest_framework.versioning.${versioning}",
    "ALLOWED_VERSIONS": ["v4"],
}
`,
  "apiary/urls.py": `from django.urls import path, re_path
from apiary.views import Hive
urlpatterns = [re_path(r"${pattern}hives/(?P<code>[^/]+)/$", Hive.as_view())]
`,
  "apiary/views.py": `from rest_framework.views import APIView
class Hive(APIView):
    def get(self, request, code, version=None): ...
`,
});

/** Answers as Django REST framework does: a version that is not allowed is refused before the view looks anything up. */
function serve(isAllowed: (url: string) => boolean, said: string): Parameters<typeof investigate>[0]["server"] {
  return ({ url = "" }, response) => {
    const isRouted = /\/hives\/[^/?]+\/(?:\?|$)/.test(url);
    const isThere = isRouted && isAllowed(url) && url.includes("/H-07/");
    response.writeHead(isThere ? 200 : 404, {
      "content-type": isRouted ? "application/json" : "text/html",
      ...(isRouted ? { allow: "GET, HEAD, OPTIONS" } : {}),
    });
    const missed = isAllowed(url) ? "No such hive." : said;
    response.end(isThere ? '{"code":"H-07"}' : isRouted ? JSON.stringify({ detail: missed }) : "<h1>Not Found</h1>");
  };
}

it("a version in the path that the service refuses is blamed, and the allowed one is asked, however far it is", async () => {
  const diagnosis = await investigate({
    files: files("URLPathVersioning", "^api/(?P<version>v[0-9]+)/"),
    server: serve((url) => url.startsWith("/api/v4/"), "Invalid version in URL path."),
    http: "GET ORIGIN/api/v1/hives/H-07/\n",
  });
  assert.equal(verdictOf(diagnosis), "route-drift/version-moved");
  assert.match(diagnosis.fixes[0]?.request?.url ?? "", /\/api\/v4\/hives\/H-07\/$/);
  assert.equal(diagnosis.fixes[0]?.verified, true);
  assert.ok(diagnosis.evidence.some(({ statement }) => statement.includes("apiary/settings.py:4 allows v4")));
  assert.equal(diagnosis.responder?.name, "Django REST framework");
});

it("a version in the query that the service refuses is a selector", async () => {
  const diagnosis = await investigate({
    files: files("QueryParameterVersioning", "^api/"),
    server: serve((url) => !/version=(?!v4)/.test(url), "Invalid version in query parameter."),
    http: "GET ORIGIN/api/hives/H-07/?lang=de&version=v1\n",
  });
  assert.equal(verdictOf(diagnosis), "route-drift/version-selector");
  assert.match(diagnosis.fixes[0]?.request?.url ?? "", /\?lang=de&version=v4$/);
});

it("a refused version is named even where no other one answers", async () => {
  const diagnosis = await investigate({
    files: {
      ...files("URLPathVersioning", "^api/(?P<version>v[0-9]+)/"),
      "apiary/settings.py": 'ROOT_URLCONF = "apiary.urls"\n',
    },
    server: serve(() => false, "Invalid version in URL path."),
    http: "GET ORIGIN/api/v1/hives/H-07/\n",
  });
  assert.equal(verdictOf(diagnosis), "route-drift/version-moved");
  assert.match(diagnosis.verdict.summary, /"Invalid version in URL path\."/);
});

it("where the request names none, an allowed one is asked by the parameter that the settings name", async () => {
  const texts = files("QueryParameterVersioning", "^api/");
  const settings = texts["apiary/settings.py"].replace('["v4"],', '["v4"],\n    "VERSION_PARAM": "stand",');
  const diagnosis = await investigate({
    files: { ...texts, "apiary/settings.py": settings },
    server: serve((url) => url.includes("stand=v4"), "Invalid version in query parameter."),
    http: "GET ORIGIN/api/hives/H-07/\n",
  });
  assert.equal(verdictOf(diagnosis), "route-drift/version-selector");
  assert.match(diagnosis.verdict.summary, /is taken without stand: with stand=v4 the same request answers 200/);
  assert.match(diagnosis.fixes[0]?.request?.url ?? "", /\/api\/hives\/H-07\/\?stand=v4$/);
});

it("where none of those it allows is known, it is said that the query names none", async () => {
  const texts = files("QueryParameterVersioning", "^api/");
  const diagnosis = await investigate({
    files: { ...texts, "apiary/settings.py": 'ROOT_URLCONF = "apiary.urls"\n' },
    server: serve(() => false, "Invalid version in query parameter."),
    http: "GET ORIGIN/api/hives/H-07/\n",
  });
  assert.match(diagnosis.verdict.summary, /it takes where the query names none/);
});

it("a word that the route itself is written with is none too many, though its parent answers", async () => {
  const diagnosis = await investigate({
    files: {
      "app.js": `const app = require("express")();
app.get("/hives/:code", (request, response) => response.json({}));
app.get("/hives/:code/inspections", (request, response) => find(request, response));
app.listen(3000);
`,
    },
    server: ({ url = "" }, response) => {
      const isThere = url === "/hives/H-07";
      response.writeHead(isThere ? 200 : 404, { "content-type": "application/json" });
      response.end(
        isThere ? '{"code":"H-07"}' : JSON.stringify({ error: url.startsWith("/hives/") ? "none" : "no route" }),
      );
    },
    http: "GET ORIGIN/hives/H-07/inspections\n",
  });
  assert.notEqual(verdictOf(diagnosis), "route-drift/path-moved");
});

for (const [path, value] of [
  ["/rehearsals/:day", "2026-09-04"],
  ["/rehearsals/:tag", "v3.1.0"],
] as const) {
  it(`${value} of ${path} is looked up: that its list answers shows no version`, async () => {
    const diagnosis = await investigate({
      files: {
        "app.js": `const app = require("express")();
app.get("/rehearsals", (request, response) => response.json(all()));
app.get("${path}", (request, response) => find(request, response));
app.listen(3000);
`,
      },
      server: ({ url = "" }, response) => {
        const isThere = url === "/rehearsals";
        response.writeHead(isThere ? 200 : 404, { "content-type": "application/json" });
        response.end(isThere ? "[]" : JSON.stringify({ error: url.startsWith("/rehearsals/") ? "none" : "no route" }));
      },
      http: `GET ORIGIN/rehearsals/${value}\n`,
    });
    assert.notEqual(verdictOf(diagnosis), "route-drift/version-moved", diagnosis.verdict.summary);
    assert.ok(!diagnosis.fixes.some(({ request }) => request?.url.endsWith("/rehearsals")));
  });
}

it("a version that bears a date is asked for as another request of the file has it, and a day behind an identifier is none", async () => {
  const server: Parameters<typeof investigate>[0]["server"] = ({ url = "" }, response) => {
    const isThere = url.includes("/2026-01/");
    response.writeHead(isThere ? 200 : 404, { "content-type": "application/json" });
    response.end(isThere ? '{"products":[8]}' : '{"errors":"Not Found"}');
  };
  const ask = (lead: string) =>
    investigate({ server, http: `GET ORIGIN/${lead}/2024-04/goods\n\n###\nGET ORIGIN/${lead}/2026-01/shop\n` });
  const moved = await ask("admin/api");
  assert.equal(verdictOf(moved), "route-drift/version-moved");
  assert.match(moved.fixes[0]?.request?.url ?? "", /\/admin\/api\/2026-01\/goods$/);
  assert.ok(!(await ask("teams/7")).log.includes("GET /teams/7/2026-01/goods"));
});
