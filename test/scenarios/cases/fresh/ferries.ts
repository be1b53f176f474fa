import type { Scenario } from "../../scenario.ts";

const sailings: Scenario = {
  name: "sailings-on-a-holiday",
  files: {
    "package.json":
      '{ "name": "sailings", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^14.0.0" } }',
    "src/main.js": `import Koa from "koa";
import { days } from "./days.js";

const app = new Koa();
app.use(days.routes()).use(days.allowedMethods());
app.listen(Number(process.env.PORT ?? 3000));
`,
    "src/days.js": `import Router from "@koa/router";
import { plan } from "./plan.js";

export const days = new Router({ prefix: "/sailings" });

days.get("/:day", (ctx) => {
  const times = plan.get(ctx.params.day);
  if (times) ctx.body = { day: ctx.params.day, times };
});

days.put("/:day", (ctx) => {
  plan.set(ctx.params.day, ["10:00"]);
  ctx.status = 204;
});
`,
    "src/plan.js": `export const plan = new Map([["2026-12-23", ["07:10", "16:40"]]]);
`,
    "sailings.http": `@quay = http://localhost:PORT_OF_cache

### the day before
GET {{quay}}/sailings/2026-12-23

### holiday
# @name holiday
GET {{quay}}/sailings/2026-12-24
`,
  },
  servers: [
    { name: "api", entry: "src/main.js" },
    { name: "cache", entry: "front:cachingProxy", env: { UPSTREAM: "PORT_OF_api", FIELDS: "x-cache" } },
  ],
  before: ["cache:GET /sailings/2026-12-24 404", "api:PUT /sailings/2026-12-24 204"],
  ask: ["sailings.http#holiday"],
  facts: [
    "cache:GET /sailings/2026-12-24 404",
    "api:GET /sailings/2026-12-24 200",
    "cache:GET /sailings/2026-12-23 200",
    "api:GET /sailings/2026-12-25 404",
  ],
  truth: { outcome: "not-found", kinds: ["shared-cache"] },
};

const cabin: Scenario = {
  name: "cabin-of-a-booking",
  files: {
    "ferry/app.py": `import os

from flask import Flask

from bookings import make_bookings
from codes import CodeConverter


def create_app():
    app = Flask(__name__)
    app.url_map.converters["code"] = CodeConverter
    app.register_blueprint(make_bookings(), url_prefix=os.environ.get("FERRY_ROOT", "/ferry"))
    app.register_error_handler(404, lambda error: ("", 404))
    return app


create_app().run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
`,
    "ferry/codes.py": `from werkzeug.routing import BaseConverter


class CodeConverter(BaseConverter):
    regex = r"[A-Z]{2}\\d{5}"
`,
    "ferry/bookings.py": `from flask import Blueprint, abort, jsonify

BOOKINGS = {"KL40118": "B-204", "KL40119": "C-011", "MS00721": "A-001"}


def make_bookings():
    blueprint = Blueprint("bookings", __name__)

    @blueprint.get("/bookings")
    def bookings():
        return jsonify(results=[{"code": code} for code in BOOKINGS], next=None)

    @blueprint.get("/bookings/<code:booking>/cabin")
    def cabin(booking):
        if booking not in BOOKINGS:
            abort(404)
        return jsonify(cabin=BOOKINGS[booking])

    return blueprint
`,
    "kiosk/fetch.sh": `#!/bin/sh
curl -fsS "$FERRY/bookings/$1/cabin"
`,
    ".env": "FERRY=http://localhost:PORT_OF_api/ferry\n",
  },
  servers: [{ name: "api", entry: "ferry/app.py", needs: "flask" }],
  ask: ["--curl", "curl -fsS 'http://localhost:PORT_OF_api/ferry/bookings/KL-40118/cabin'"],
  facts: [
    "GET /ferry/bookings 200",
    "GET /ferry/bookings/KL-40118/cabin 404",
    "GET /ferry/bookings/KL40118/cabin 200",
    "GET /ferry/bookings/ZZ99999/cabin 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["id-format"],
    links: [
      { file: "ferry/bookings.py", text: '@blueprint.get("/bookings/<code:booking>/cabin")' },
      { file: "ferry/bookings.py", text: "def cabin(booking)" },
      { file: "ferry/codes.py", text: "regex = " },
    ],
  },
};

/** Ferries: their sailings and the bookings of cabins. */
export const ferries: readonly Scenario[] = [sailings, cabin];
