import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { investigate, verdictOf } from "./investigate.ts";

const members = {
  "directory/settings.py": 'ROOT_URLCONF = "directory.urls"\n',
  "directory/urls.py": `from django.urls import path, re_path
from directory import views
urlpatterns = [
    path("members/", views.index),
    re_path(r"^members/(?P<login>[^/.]+)/$", views.show),
]
`,
  "directory/views.py": `from django.http import JsonResponse
def index(request):
    return JsonResponse([], safe=False)
def show(request, login):
    return JsonResponse({"login": login})
`,
};

/** Answers as Django does: what the pattern of a route refuses is a page without a route. */
function serve(logins: readonly string[]): Parameters<typeof investigate>[0]["server"] {
  return ({ url = "" }, response) => {
    if (url === "/members") {
      response.writeHead(301, { location: "/members/" }).end();
      return;
    }
    const login = /^\/members\/([^/.]+)\/$/.exec(url)?.[1];
    const isThere = url === "/members/" || (login !== undefined && logins.includes(login));
    response.writeHead(isThere ? 200 : 404, { "content-type": isThere ? "application/json" : "text/html" });
    const body = url === "/members/" ? logins.map((each) => ({ login: each })) : { login };
    response.end(isThere ? JSON.stringify(body) : "<h1>Not Found</h1>");
  };
}

it("a constraint that refuses what the collection lists is wrong itself; the collection is no fix for a record", async () => {
  const diagnosis = await investigate({
    files: members,
    server: serve(["okoye", "ines.duarte"]),
    http: "GET ORIGIN/members/ines.duarte/\n",
  });
  assert.equal(verdictOf(diagnosis), "stale-identifier/id-format");
  assert.match(diagnosis.verdict.summary, /refuses an identifier that exists: .*directory\/urls\.py:5/);
  const [fix] = diagnosis.fixes;
  assert.equal(fix?.kind, "edit-route");
  assert.match(fix?.title ?? "", /^Let the route take "ines\.duarte": directory\/urls\.py:5/);
});

it("an identifier of a wrong shape that nothing lists keeps the route as it is", async () => {
  const diagnosis = await investigate({
    files: members,
    server: serve(["okoye"]),
    http: "GET ORIGIN/members/ines.duarte/\n",
  });
  assert.equal(verdictOf(diagnosis), "stale-identifier/id-format");
  assert.ok(diagnosis.fixes.every(({ kind }) => kind === "ask"));
});

const rink = {
  "app.py": `from fastapi import APIRouter, FastAPI

site = FastAPI()
api = FastAPI()
router = APIRouter(prefix="/v2")


@router.get("/sessions/{day}")
def sessions(day: str):
    return {"day": day}


api.include_router(router)
site.mount("/v2", api)
`,
};

it("a prefix that two mounts give is to be given once, not asked for twice", async () => {
  const diagnosis = await investigate({
    files: rink,
    server: ({ url = "" }, response) => {
      const isThere = url === "/v2/v2/sessions/saturday";
      response.writeHead(isThere ? 200 : 404, { "content-type": "application/json" });
      response.end(isThere ? '{"day":"saturday"}' : '{"detail":"Not Found"}');
    },
    http: "GET ORIGIN/v2/sessions/saturday\n",
  });
  assert.equal(verdictOf(diagnosis), "rewrite-mismatch/base-path");
  assert.equal(diagnosis.fixes[0]?.kind, "edit-route");
  assert.match(diagnosis.fixes[0]?.title ?? "", /^Take one of the two "\/v2" away: app\.py:14/);
});

const camp = {
  "camp/settings.py": 'ROOT_URLCONF = "camp.urls"\nLANGUAGE_CODE = "sv"\n',
  "camp/urls.py": `from django.conf.urls.i18n import i18n_patterns
from django.urls import path
urlpatterns = i18n_patterns(path("pitches/<int:number>/free/", lambda request, number: None))
`,
};

it("the language of the site stands for the parameter of a language; no parameter is ever sent", async () => {
  const diagnosis = await investigate({
    files: camp,
    server: ({ url = "" }, response) => {
      const isThere = url === "/sv/pitches/17/free/";
      response.writeHead(isThere ? 200 : 404, { "content-type": "text/html" });
      response.end(isThere ? "free" : "<h1>Not Found</h1>");
    },
    http: "GET ORIGIN/pitches/17/free/\n",
  });
  assert.equal(verdictOf(diagnosis), "rewrite-mismatch/base-path");
  assert.equal(diagnosis.fixes[0]?.verified, true);
  assert.deepEqual(
    diagnosis.log.filter((line) => /[{}]|%7B/i.test(line)),
    [],
  );
});

it("what the collection lists under another name is asked for by the identifier that the route takes", async () => {
  const diagnosis = await investigate({
    files: {
      "app.py": `from flask import Flask, jsonify
app = Flask(__name__)


@app.get("/helpers")
def helpers():
    return jsonify([])


@app.get("/helpers/<int:helper_id>")
def helper(helper_id):
    return jsonify({})
`,
    },
    server: ({ url = "" }, response) => {
      const isThere = url === "/helpers" || url === "/helpers/17";
      response.writeHead(isThere ? 200 : 404, { "content-type": "application/json" });
      const all = [{ id: 17, badge: "v-17", name: "Pilar" }];
      response.end(JSON.stringify(url === "/helpers" ? all : isThere ? all[0] : { error: "not found" }));
    },
    http: "GET ORIGIN/helpers/v-17\n",
  });
  assert.equal(verdictOf(diagnosis), "stale-identifier/id-format");
  assert.match(diagnosis.fixes[0]?.request?.url ?? "", /\/helpers\/17$/);
  assert.ok(diagnosis.fixes.every(({ kind }) => kind !== "edit-route"));
});

describe("a path whose first word is a parameter", () => {
  const files = {
    "app.js": `const app = require("express")();
const { batches } = require("./store");
app.get("/:region/batches/:code", (req, res) => show(req, res));
app.listen(3000);
`,
    "store.js": `exports.batches = {
  "eu-central": { "B-205": { litres: 12 } },
  "us-east": { "B-310": { litres: 55 } },
};
`,
  };
  const ask = () =>
    investigate({
      files,
      server: ({ url = "" }, response) => {
        const isFound = url === "/us-east/batches/B-310" || url === "/eu-central/batches/B-205";
        response.writeHead(isFound ? 200 : 404, { "content-type": "application/json" });
        const missed = /^\/[\w-]+\/batches\/[\w-]+$/.test(url) ? { detail: "no batch" } : { detail: "no path" };
        response.end(JSON.stringify(isFound ? { code: url.split("/").at(-1) } : missed));
      },
      http: "GET ORIGIN/eu-central/batches/B-310\n\n###\nGET ORIGIN/eu-central/batches/B-205\n",
    });

  it("is compared with a path that no route takes, and asked for in the region that holds the thing", async () => {
    const { log, ...diagnosis } = await ask();
    assert.ok(
      log.some((line) => /^GET \/eu-central\/no-such-path-\d+\/B-310$/.test(line)),
      log.join("\n"),
    );
    assert.equal(verdictOf(diagnosis), "wrong-scope/wrong-region", diagnosis.verdict.summary);
    assert.match(diagnosis.fixes[0]?.request?.url ?? "", /\/us-east\/batches\/B-310$/);
  });
});
