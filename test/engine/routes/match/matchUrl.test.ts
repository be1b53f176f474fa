import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Match, NearMiss } from "../../../../src/engine/model/route.ts";
import { matchUrl } from "../../../../src/engine/routes/match/matchUrl.ts";
import { readTable } from "../workspace.ts";

/** An Express application that registers these routes, a `METHOD /path` a line. */
function tableOf(...routes: readonly string[]) {
  const body = routes.map((route) => {
    const [method = "", path = ""] = route.split(" ");
    return `app.${method.toLowerCase()}(${JSON.stringify(path)}, (req, res) => res.json(1));`;
  });
  return readTable({ "app.js": `const app = require("express")();\n${body.join("\n")}` });
}

const SHOP = [
  "GET /api/v1/orders",
  "POST /api/v1/orders",
  "GET /api/v1/orders/:id",
  "DELETE /api/v1/orders/:id",
  "GET /api/v1/orders/:id/items",
  "GET /api/v1/customers/:id",
  "GET /api/v1/invoices/:number(\\d+)",
  "GET /health",
];

async function match(method: string, url: string, routes: readonly string[] = SHOP): Promise<Match> {
  return matchUrl(await tableOf(...routes), method, url);
}

function show(miss: NearMiss | undefined): string {
  if (miss === undefined) return "none";
  const differs = miss.differs.map(
    ({ what, expected, actual, segment }) => `${what} ${expected}<-${actual} @${segment}`,
  );
  return `${miss.route.method} ${miss.route.path} => ${miss.corrected} [${differs.join("; ")}]`;
}

describe("matching a URL against the table", () => {
  it("takes absolute URLs and paths, and leaves the query out", async () => {
    const { matched, params } = await match("get", "https://shop.example:8443/api/v1/orders/8472?full=1#top");
    assert.equal(matched?.path, "/api/v1/orders/{id}");
    assert.deepEqual(params, [{ name: "id", value: "8472" }]);
  });

  it("decodes the values of parameters, and gives none when the encoding is malformed", async () => {
    assert.equal((await match("GET", "/api/v1/orders/a%20b")).params[0]?.value, "a b");
    assert.equal((await match("GET", "/api/v1/orders/%zz")).params[0]?.value, "%zz");
  });

  it("serves a HEAD by a GET route", async () => {
    assert.equal((await match("HEAD", "/health")).matched?.method, "GET");
  });

  it("holds a parameter to its pattern", async () => {
    assert.equal((await match("GET", "/api/v1/invoices/12")).matched?.path, "/api/v1/invoices/{number}");
    const { matched, near } = await match("GET", "/api/v1/invoices/latest");
    assert.equal(matched, null);
    assert.equal(
      show(near[0]),
      "GET /api/v1/invoices/{number} => /api/v1/invoices/{number} [constraint \\d+<-latest @3]",
    );
  });
});

describe("a path without its last slash, under Django", () => {
  const match = async (settings: string) => {
    const table = await readTable({
      "manage.py": "",
      "shop/settings.py": `ROOT_URLCONF = "shop.urls"\n${settings}`,
      "shop/urls.py": `from django.urls import path
from shop.views import orders
urlpatterns = [path("orders/", orders)]
`,
      "shop/views.py": "def orders(request): ...\n",
    });
    return matchUrl(table, "GET", "/orders").matched?.path;
  };

  it("is redirected by the common middleware, unless the settings say otherwise", async () => {
    const common = 'MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]\n';
    assert.equal(await match(""), "/orders/");
    assert.equal(await match(common), "/orders/");
    assert.equal(await match(`${common}APPEND_SLASH = False\n`), undefined);
    assert.equal(await match('MIDDLEWARE = ["shop.middleware.Clock"]\n'), undefined);
  });
});

describe("near misses", () => {
  const CASES: readonly (readonly [url: string, expected: string])[] = [
    ["GET /api/v2/orders/8472", "GET /api/v1/orders/{id} => /api/v1/orders/8472 [version v1<-v2 @1]"],
    ["GET /api/orders/8472", "GET /api/v1/orders/{id} => /api/v1/orders/8472 [version v1<- @1]"],
    ["GET /orders/8472", "GET /api/v1/orders/{id} => /api/v1/orders/8472 [prefix /api/v1<- @0]"],
    ["GET /backend/v1/orders/8472", "GET /api/v1/orders/{id} => /api/v1/orders/8472 [prefix /api<-/backend @0]"],
    ["GET /gateway/api/v1/orders", "GET /api/v1/orders => /api/v1/orders [prefix <-/gateway @0]"],
    ["GET /api/v1/order/8472", "GET /api/v1/orders/{id} => /api/v1/orders/8472 [plural orders<-order @2]"],
    ["GET /api/v1/ordres/8472", "GET /api/v1/orders/{id} => /api/v1/orders/8472 [typo orders<-ordres @2]"],
    ["GET /api/v1/orders/8472/items/", "matched"],
    ["GET /api/v1/orders//8472", "GET /api/v1/orders/{id} => /api/v1/orders/8472 [slash <-// @3]"],
    [
      "GET /api/v1/orders/8472/items/9",
      "GET /api/v1/orders/{id}/items => /api/v1/orders/8472/items [extra-segment <-9 @5]",
    ],
    ["GET /api/v1/customers", "GET /api/v1/customers/{id} => /api/v1/customers/{id} [missing-segment {id}<- @3]"],
    ["PATCH /api/v1/customers/5", "GET /api/v1/customers/{id} => /api/v1/customers/5 [method GET<-PATCH @null]"],
    ["GET /nothing/like/it", "none"],
    ["GET /api/v1/%6Frders/8472", "GET /api/v1/orders/{id} => /api/v1/orders/8472 [encoding orders<-%6Frders @2]"],
  ];
  it("puts what is missing at the end, and gives no parameter a word that no route is meant to have there", async () => {
    const routes = ["GET /api/rates/:pair/:date", "GET /api/groups/members/:name", "GET /api/households/webhooks"];
    const nearest = async (url: string) => show((await match("GET", url, routes)).near[0]);
    assert.equal(
      await nearest("/api/rates/USDCHF"),
      "GET /api/rates/{pair}/{date} => /api/rates/USDCHF/{date} [missing-segment {date}<- @3]",
    );
    assert.equal(
      await nearest("/api/groups/webhooks"),
      "GET /api/households/webhooks => /api/households/webhooks [segment households<-groups @1]",
    );
  });

  it("says that slashes are encoded which separate segments, and names a method that writes for one that writes", async () => {
    assert.equal(
      show((await match("GET", "/api/v1/orders%2F8472")).near[0]),
      "GET /api/v1/orders/{id} => /api/v1/orders/8472 [encoding orders/8472<-orders%2F8472 @2]",
    );
    const { near } = await match("PATCH", "/a", ["GET /a", "DELETE /a", "POST /a"]);
    assert.deepEqual(
      near.map(({ route }) => route.method),
      ["POST", "GET", "DELETE"],
    );
  });

  for (const [asked, expected] of CASES) {
    it(`explains ${asked}`, async () => {
      const [method = "", url = ""] = asked.split(" ");
      const { matched, near } = await match(method, url);
      assert.equal(matched === null ? show(near[0]) : "matched", expected);
    });
  }

  it("ranks the route whose only difference is the version first, and scores between 0 and 1", async () => {
    const { near } = await match("GET", "/api/v2/orders/8472");
    assert.deepEqual(near[0]?.differs, [{ what: "version", expected: "v1", actual: "v2", segment: 1 }]);
    assert.ok(near.every(({ score }) => score > 0 && score <= 1));
    assert.ok(near.every(({ score }, index) => index === 0 || score <= (near[index - 1]?.score ?? 0)));
  });

  it("knows dates and dotted numbers as versions", async () => {
    const routes = ["GET /2024-01-01/orders", "GET /v2.1/users"];
    assert.equal(
      show(
        (await match("GET", "/2023-06-01/orders", routes)).near[0]?.differs
          ? (await match("GET", "/2023-06-01/orders", routes)).near[0]
          : undefined,
      ),
      "GET /2024-01-01/orders => /2024-01-01/orders [version 2024-01-01<-2023-06-01 @0]",
    );
    assert.equal(
      show((await match("GET", "/v2/users", routes)).near[0]),
      "GET /v2.1/users => /v2.1/users [version v2.1<-v2 @0]",
    );
  });

  it("says case and slash where the router tells them apart", async () => {
    const table = await readTable({
      "app.js": `const express = require("express"); const app = express();
        app.set("case sensitive routing", true); app.enable("strict routing");
        app.get("/Orders/:id", (req, res) => res.json(1));`,
    });
    assert.equal(
      show(matchUrl(table, "GET", "/orders/1").near[0]),
      "GET /Orders/{id} => /Orders/1 [case Orders<-orders @0]",
    );
    assert.equal(show(matchUrl(table, "GET", "/Orders/1/").near[0]), "GET /Orders/{id} => /Orders/1 [slash <-/ @null]");
  });

  it("gives a route that would match but is not served, with its problem and no difference", async () => {
    const table = await readTable({
      "app.js": `const express = require("express"); const app = express(); app.get("/a/:id", (q, s) => s.end()); app.get("/a/b", (q, s) => s.end());
        const lost = express.Router(); lost.get("/orders/:id", (q, s) => s.end());`,
    });
    const { matched, near } = matchUrl(table, "GET", "/orders/1");
    assert.equal(matched, null);
    assert.deepEqual([near[0]?.route.problems, near[0]?.differs, near[0]?.score], [["not-registered"], [], 1]);
    assert.equal(matchUrl(table, "GET", "/a/b").matched?.path, "/a/{id}");
  });

  it("knows a route whose router nothing mounts by its file's name and by the prefixes that others are served under", async () => {
    const table = await readTable({
      "app.js": `const express = require("express"); const app = express(); const v1 = express.Router();
        v1.get("/orders/:id", (q, s) => s.end()); app.use("/api/v1", v1);`,
      "routes/refunds.routes.js": `const r = require("express").Router(); r.get("/", (q, s) => s.end());
        r.get("/:id", (q, s) => s.end()); r.get("/:id/audit", (q, s) => s.end()); module.exports = r;`,
    });
    const unmounted = (path: string) => {
      const [first] = matchUrl(table, "GET", path).near;
      return first?.differs.length === 0 ? `${first.route.path} ${first.route.problems}` : null;
    };
    assert.equal(unmounted("/api/v1/refunds"), "/ not-registered");
    assert.equal(unmounted("/api/v1/refund/17"), "/{id} not-registered");
    assert.equal(unmounted("/api/v1/17/audit"), "/{id}/audit not-registered");
    assert.equal(unmounted("/api/v1/customers"), null);
    assert.equal(unmounted("/elsewhere/17"), null);
  });

  it("finds the tail of a route whose prefix is unknown", async () => {
    const table = await readTable({
      "app.js": `const express = require("express"); const app = express(); const r = express.Router();
        r.get("/orders/:id", (q, s) => s.end()); app.use(process.env.PREFIX, r);`,
    });
    const [first] = matchUrl(table, "GET", "/api/orders/7").near;
    assert.equal(show(first), "GET /orders/{id} => /orders/7 [prefix <-/api @0]");
    assert.equal(first?.route.unresolved, "process.env.PREFIX");
  });

  // What nitropack 2.13.6 and Next 16.4.6 answered when sample apps of them were built and asked.
  it("answers HEAD and the rest of a path as Nitro and Next do", async () => {
    const table = await readTable({
      "nitro/nitro.config.ts": "export default { srcDir: 'server' };",
      "nitro/server/api/orders/index.get.ts": "export default defineEventHandler(() => 1);",
      "nitro/server/routes/files/[...path].ts": "export default defineEventHandler(() => 1);",
      "nitro/server/routes/any.ts": "export default defineEventHandler(() => 1);",
      "next/next.config.js": "module.exports = { basePath: '/base' };",
      "next/pages/api/items/[id].js":
        "export default function handler(req, res) { switch (req.method) { case 'GET': case 'PUT': return res.end(); } }",
      "next/app/api/orders/[id]/route.js": "export const DELETE = () => new Response();",
      "next/app/api/orders/latest/route.js": "export const GET = () => new Response();",
    });
    const served = (line: string) => {
      const [method = "", path = ""] = line.split(" ");
      return matchUrl(table, method, path).matched !== null;
    };
    const yes =
      "GET /api/orders,HEAD /any,GET /files/a/b,GET /base/api/items/3,DELETE /base/api/orders/7,HEAD /base/api/orders/latest";
    const no =
      "HEAD /api/orders,GET /files,GET /files/,HEAD /base/api/items/3,DELETE /base/api/orders/latest,GET /api/items/3";
    assert.deepEqual(
      yes.split(",").filter((line) => !served(line)),
      [],
    );
    assert.deepEqual(no.split(",").filter(served), []);
  });
});
