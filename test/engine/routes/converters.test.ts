import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { matchUrl } from "../../../src/engine/routes/match/matchUrl.ts";
import { readTable } from "./workspace.ts";

const flask = {
  "ferry/__init__.py": `from flask import Flask
from werkzeug.routing import BaseConverter
from ferry.bookings import bookings
class Code(BaseConverter):
    regex = r"[A-Z]{2}\\d{5}"
def create_app():
    app = Flask(__name__)
    app.url_map.converters["code"] = Code
    app.register_blueprint(bookings, url_prefix="/<code:line>")
    return app
`,
  "ferry/bookings.py": `from flask import Blueprint
bookings = Blueprint("bookings", __name__)
@bookings.get("/bookings/<code:booking>/<other:thing>")
def booking(line, booking, thing): ...
`,
};

const django = {
  "settings.py": "ROOT_URLCONF = 'urls'\n",
  "urls.py": `from django.urls import path, register_converter
from django.urls.converters import StringConverter
class Code(StringConverter):
    regex = '[A-Z]{2}\\\\d{5}'
register_converter(Code, 'code')
urlpatterns = [path('bookings/<code:booking>/', lambda request, booking: None)]
`,
};

describe("converters of the workspace's own", () => {
  it("hold the parameters of Flask's routes and mounts, wherever they are made known", async () => {
    const table = await readTable(flask);
    const reached = (path: string) => matchUrl(table, "GET", path).matched?.path ?? null;
    assert.deepEqual(
      ["/AB12345/bookings/KL40118/x", "/AB12345/bookings/KL-40118/x", "/ab/bookings/KL40118/x"].map(reached),
      ["/{line}/bookings/{booking}/{thing}", null, null],
    );
  });

  it("hold the parameters of Django's paths", async () => {
    const table = await readTable(django);
    const reached = (path: string) => matchUrl(table, "GET", path).matched?.path ?? null;
    assert.deepEqual(["/bookings/KL40118/", "/bookings/KL-40118/"].map(reached), ["/bookings/{booking}/", null]);
  });
});
