import assert from "node:assert/strict";
import type { RequestListener } from "node:http";
import { describe, it } from "node:test";
import { investigate, type Setting, verdictOf } from "./investigate.ts";

interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly body?: unknown;
  readonly fields?: Readonly<Record<string, string>>;
}

/** A server that answers as the function says, 404 in words of its own where it says nothing. */
const serve =
  (answer: (path: string, request: Parameters<RequestListener>[0]) => Answer | undefined): RequestListener =>
  (request, response) => {
    const {
      status = 200,
      type = "application/json",
      body = {},
      fields = {},
    } = answer(request.url ?? "", request) ?? {
      status: 404,
      body: { message: "nothing is routed here" },
    };
    response.writeHead(status, { "content-type": type, ...fields });
    response.end(request.method === "HEAD" ? undefined : typeof body === "string" ? body : JSON.stringify(body));
  };

const express = (routes: string) => ({
  "app.js": `const express = require("express");\nconst app = express();\n${routes}\napp.listen(3000);\n`,
});

async function expect(verdict: string, setting: Setting) {
  const diagnosis = await investigate(setting);
  assert.equal(verdictOf(diagnosis), verdict, diagnosis.verdict.summary);
  return diagnosis;
}

describe("a miss is told apart from what looks like it", () => {
  it("a misspelt word where another route has a parameter is a misspelling", async () => {
    const diagnosis = await expect("route-drift/path-typo", {
      files: express(`app.get("/trains/delayed", list);\napp.get("/trains/:train", one);`),
      server: serve((path) =>
        path === "/trains/delayed" || path === "/trains/ice-7" || path === "/trains"
          ? { body: path === "/trains" ? [{ train: "ice-7" }] : {} }
          : path.startsWith("/trains/")
            ? { status: 404, body: { error: "unknown train" } }
            : undefined,
      ),
      http: "GET ORIGIN/trains/delyaed\n",
    });
    assert.match(diagnosis.fixes[0]?.request?.url ?? "", /\/trains\/delayed$/);
  });

  it("HEAD alone that is refused is the server's lack, not the request's", async () => {
    await expect("method-mismatch/head-not-routed", {
      server: serve((path, { method }) =>
        path === "/feed.xml" ? { status: method === "HEAD" ? 405 : 200, fields: { allow: "GET" } } : undefined,
      ),
      http: "HEAD ORIGIN/feed.xml\n",
    });
  });

  it("a method that changes something is to be another such method, not a read", async () => {
    const diagnosis = await investigate({
      files: express(`app.get("/beds/:bed", show);\napp.put("/beds/:bed", move);`),
      server: serve(() => undefined),
      http: "PATCH ORIGIN/beds/7\nContent-Type: application/json\n\n{}\n",
      world: { consent: { allows: async () => true } },
    });
    assert.equal(diagnosis.fixes[0]?.request?.method, "PUT");
  });

  const records = (said: (id: string) => string, type = "application/json"): RequestListener =>
    serve((path) => {
      const id = /^\/records\/(.+)$/.exec(path)?.[1];
      if (id === undefined) return undefined;
      const body = type === "text/html" ? `<!doctype html><h1>Records</h1><p>${said(id)}</p>` : { message: said(id) };
      return id === "31" ? {} : { status: 404, type, body };
    });
  const recordRoute = express(`app.get("/records/:id", (req, res) => find(req, res));`);

  it("a sentence that is said of every identifier says nothing of this one", async () => {
    await expect("stale-identifier/unknown-id", {
      files: recordRoute,
      server: records(() => "This record was deleted, or it never existed."),
      http: "GET ORIGIN/records/30\n\n###\nGET ORIGIN/records/31\n",
    });
    await expect("stale-identifier/unknown-id", {
      files: recordRoute,
      server: records(() => "This record was removed."),
      http: "GET ORIGIN/records/30\n\n###\nGET ORIGIN/records/31\n",
    });
  });

  it("a sentence that is said of this one alone tells, in a page as well", async () => {
    const said = (id: string) => (id === "30" ? "Its owner has withdrawn this record." : "We have no such record.");
    for (const type of ["application/json", "text/html"]) {
      await expect("lifecycle/deleted", {
        files: recordRoute,
        server: records(said, type),
        http: "GET ORIGIN/records/30\n",
      });
    }
  });

  it("an instance that lags is asked once more before the identifier is blamed", async () => {
    let count = 0;
    const diagnosis = await expect("lifecycle/not-yet-visible", {
      files: recordRoute,
      server: serve((path) =>
        path === "/records/30" ? (++count > 1 ? {} : { status: 404, body: { error: "no record" } }) : undefined,
      ),
      http: "GET ORIGIN/records/30\n",
    });
    assert.equal(diagnosis.probes.filter(({ varies }) => varies === "nothing").length, 2);
  });
});

describe("several routes that the path may have meant", () => {
  const profile = express(
    `app.get("/people/:person/profile", one);\napp.get("/people/:person/cover-letter", one);\napp.get("/people/:person/cv", one);`,
  );
  const people = (also: string) =>
    serve((path) =>
      /^\/people\/881\/(?:profile|cover-letter|cv)$/.test(path) || path === also ? { body: { path } } : undefined,
    );

  it("are narrowed to the one whose word shares a part with the one that was sent", async () => {
    const diagnosis = await expect("route-drift/path-moved", {
      files: profile,
      server: people(""),
      http: "GET ORIGIN/people/881/letter\n",
    });
    assert.deepEqual(
      diagnosis.fixes.map(({ title }) => title),
      ["Use /people/881/cover-letter"],
    );
  });

  it("are none of them believed where none is like it", async () => {
    await expect("undecided", { files: profile, server: people(""), http: "GET ORIGIN/people/881/payslip\n" });
  });

  it("are one, for another method, where only an encoded slash would make it another", async () => {
    await expect("method-mismatch/wrong-method", {
      files: express(`app.get("/invitations/:code", one);\napp.put("/invitations/:code/answer", one);`),
      server: serve((path) => (/^\/invitations\/[^/]+$/.test(path) ? { status: 204, body: "" } : undefined)),
      http: "GET ORIGIN/invitations/k7Qm2x/answer\n",
    });
  });
});

describe("an identifier that the collection lists", () => {
  const dishes = (listed: readonly unknown[], served: (id: string) => boolean): RequestListener =>
    serve((path) => {
      const id = /^\/dishes\/([^/]+)$/.exec(path)?.[1];
      if (path === "/dishes") return { body: listed };
      if (id === undefined) return undefined;
      return served(decodeURIComponent(id)) ? {} : { status: 404, body: { message: "no such dish" } };
    });

  it("with its accents composed otherwise is the one that is asked for", async () => {
    const diagnosis = await expect("stale-identifier/id-encoding", {
      files: express(`app.get("/dishes/:dish", one);`),
      server: dishes(["crème brûlée", "goulash"], (id) => id === "crème brûlée" || id === "goulash"),
      http: `GET ORIGIN/dishes/${encodeURIComponent("crème brûlée".normalize("NFD"))}\n`,
    });
    assert.ok(diagnosis.fixes[0]?.request?.url.endsWith(encodeURIComponent("crème brûlée")));
  });

  it("under another key than the route takes leads to the item's own", async () => {
    const diagnosis = await expect("stale-identifier/id-format", {
      files: express(`app.get("/dishes/:dish", one);`),
      server: dishes(
        [
          { badge: "d-17", id: 17 },
          { badge: "d-18", id: 18 },
        ],
        (id) => id === "17" || id === "18",
      ),
      http: "GET ORIGIN/dishes/d-17\n",
    });
    assert.match(diagnosis.fixes[0]?.request?.url ?? "", /\/dishes\/17$/);
  });

  it("and the route's own pattern refuses is right: the pattern is to be changed, and what it lies below is no other name of it", async () => {
    const diagnosis = await expect("stale-identifier/id-format", {
      files: express(`app.get("/dishes", all);\napp.get("/dishes/:dish([a-z]+)", one);`),
      server: dishes([{ dish: "ham.egg" }, { dish: "goulash" }], (id) => id === "goulash"),
      http: "GET ORIGIN/dishes/ham.egg\n",
    });
    assert.deepEqual(
      diagnosis.fixes.map(({ kind }) => kind),
      ["edit-route"],
    );
    assert.match(diagnosis.fixes[0]?.title ?? "", /take "ham\.egg": app\.js:4/);
  });
});

describe("an answer that is given to anything", () => {
  it("is no proof that an identifier holds a slash", async () => {
    await expect("undecided", {
      files: express(`app.get("/devices/:device", one);`),
      server: serve((path) =>
        /^\/devices\/[^/]+$/.test(path) ? { body: { device: decodeURIComponent(path) } } : undefined,
      ),
      http: "GET ORIGIN/devices/bl-7/readings\n",
    });
  });

  it("is no proof that a segment is one too many", async () => {
    const diagnosis = await investigate({
      files: express(`app.get("/projects/:project", one);\napp.get("/projects/:project/members/:member", one);`),
      server: serve((path) => (/^\/projects\/[^/]+$/.test(path) ? { body: { project: path } } : undefined)),
      http: "GET ORIGIN/projects/website/glossary\n",
    });
    assert.ok(
      diagnosis.fixes.every(({ kind }) => kind === "ask"),
      JSON.stringify(diagnosis.fixes),
    );
  });
});

describe("a route that lets much through", () => {
  it("takes any version as a parameter, and the service only one", async () => {
    const diagnosis = await expect("route-drift/version-moved", {
      files: express(`app.get("/api/:version/hives/:hive", show);`),
      server: serve((path) => {
        const [, version, hive] = /^\/api\/(v\d)\/hives\/([^/]+)$/.exec(path) ?? [];
        if (version === undefined) return undefined;
        return version === "v2" && hive === "h-07" ? {} : { status: 404, body: { detail: "Invalid version or hive." } };
      }),
      http: "GET ORIGIN/api/v1/hives/h-07\n",
    });
    assert.match(diagnosis.fixes[0]?.request?.url ?? "", /\/api\/v2\/hives\/h-07$/);
  });

  it("is not known, yet answers for others: the state that data gives the record tells", async () => {
    const diagnosis = await expect("lifecycle/archived", {
      files: {
        "routes.js": `const router = require("express").Router();\nrouter.get("/:slug", one);\nmodule.exports = load(router);\n`,
        "calls.json":
          '[\n  { "slug": "rural-libraries", "is_archived": true },\n  { "slug": "choirs", "is_archived": false }\n]\n',
      },
      server: serve((path) =>
        path === "/calls"
          ? { body: [{ slug: "choirs" }, { slug: "trains" }] }
          : /^\/calls\/(?:choirs|trains)$/.test(path)
            ? {}
            : undefined,
      ),
      http: "GET ORIGIN/calls/rural-libraries\n\n###\nGET ORIGIN/calls/choirs\n\n###\nGET ORIGIN/calls/trains\n",
    });
    assert.ok(diagnosis.links.some(({ file, line }) => file === "calls.json" && line === 2));
  });
});

describe("a miss under another status", () => {
  it("is a host that is not served where every path is refused and the settings name others", async () => {
    const diagnosis = await expect("other-responder/host-unmatched", {
      files: { "settings.py": 'ALLOWED_HOSTS = ["desk.clinic.test"]\n' },
      server: serve((path, { headers }) =>
        headers.host === "desk.clinic.test"
          ? path === "/visits/4"
            ? {}
            : undefined
          : { status: 400, type: "text/html", body: "<h1>Bad Request (400)</h1>" },
      ),
      http: "GET ORIGIN/visits/4\n",
    });
    assert.equal(diagnosis.outcome, "soft-not-found");
    assert.ok(diagnosis.links.some(({ file }) => file === "settings.py"));
  });

  it("is no miss where only this request is refused", async () => {
    const diagnosis = await investigate({
      server: serve((path) =>
        path.startsWith("/visits") ? { status: 400, body: { error: "date is required" } } : undefined,
      ),
      http: "GET ORIGIN/visits\n",
    });
    assert.equal(diagnosis.outcome, "answered");
  });

  it("is a version that is not served any more where 400 names those that are", async () => {
    const diagnosis = await expect("route-drift/version-selector", {
      server: serve((path) =>
        path.includes("api-version=3.0")
          ? {}
          : path.startsWith("/tariffs")
            ? { status: 400, fields: { "api-supported-versions": "2.0, 3.0" } }
            : undefined,
      ),
      http: "GET ORIGIN/tariffs/b?api-version=1.0\n",
    });
    assert.match(diagnosis.fixes[0]?.request?.url ?? "", /api-version=3\.0$/);
  });

  it("is a representation that is not offered where 406 names another", async () => {
    await expect("route-drift/version-selector", {
      server: serve((_path, { headers }) =>
        headers.accept === "application/vnd.tides.v4+json"
          ? {}
          : { status: 406, body: { offered: ["application/vnd.tides.v4+json"] } },
      ),
      http: "GET ORIGIN/tides/brest\nAccept: application/json\n",
    });
  });

  it("is a file of an earlier build where the shell answers for a script", async () => {
    const shell = '<!doctype html><div id="root"></div><script type="module" src="/js/main-77aa01cd.js"></script>';
    await expect("stale-identifier/stale-asset", {
      server: serve((path) =>
        path === "/js/main-77aa01cd.js" ? { type: "text/javascript", body: "1" } : { type: "text/html", body: shell },
      ),
      http: "GET ORIGIN/js/main-0c0c9f12.js\n",
    });
  });

  it("is a file that the server's disk lacks, not another path", async () => {
    const diagnosis = await investigate({
      files: { "dist/index.html": "<p>shop</p>" },
      server: serve((path) => ({
        status: 404,
        body: { error: `ENOENT: no such file or directory, stat '/srv/shop/dist${path}'` },
      })),
      http: "GET ORIGIN/assets/index-Bh03mPq2.js\n",
    });
    assert.notEqual(diagnosis.verdict.cause, "rewrite-mismatch", diagnosis.verdict.summary);
  });

  it("is a page, and no miss, where a browser's router has it", async () => {
    const diagnosis = await investigate({
      files: {
        "src/pages.js": 'import { createRouter } from "vue-router";\nexport default [{ path: "/tours/:tour" }];\n',
      },
      server: serve(() => ({ type: "text/html", body: "<!doctype html><div id=app></div>" })),
      http: "GET ORIGIN/tours/harbour\nAccept: text/html\n",
    });
    assert.equal(diagnosis.outcome, "answered");
  });

  it("is a folder without its index where an object store refuses what it lacks", async () => {
    const denied = { status: 403, type: "application/xml", body: "<Error><Code>AccessDenied</Code></Error>" };
    await expect("rewrite-mismatch/directory-index", {
      server: serve((path) =>
        path === "/guide/start/index.html" ? { type: "text/html", body: "<h1>Start</h1>" } : denied,
      ),
      http: "GET ORIGIN/guide/start/\n",
    });
  });

  it("is a redirect that leads round", async () => {
    const diagnosis = await expect("rewrite-mismatch/redirect-drops-path", {
      server: serve((path) => ({ status: 302, fields: { location: path.endsWith("/") ? "/map" : "/map/" } })),
      http: "GET ORIGIN/map\n",
    });
    assert.match(diagnosis.verdict.summary, /\/map -> \/map\/ -> \/map/);
  });
});

describe("a request in another scope", () => {
  it("is served under the host that another request of the file names", async () => {
    await expect("other-responder/host-unmatched", {
      server: serve((path, { headers }) => (headers.host === "stock.test" && path === "/bins/4" ? {} : undefined)),
      files: express(`app.get("/bins/:bin", show);`),
      http: "GET ORIGIN/bins/4\n\n###\nGET ORIGIN/bins\nHost: stock.test\n",
    });
  });

  it("is served under the host to which code binds it, though it looks forgotten", async () => {
    const diagnosis = await expect("other-responder/host-unmatched", {
      files: {
        "tills.py": `from fastapi import APIRouter\n\nrouter = APIRouter()\n\n\n@router.get("/stock/boots")\ndef boots():\n    return []\n`,
        "application.py": `from starlette.applications import Starlette\nfrom starlette.routing import Host, Router\n\nimport tills\n\napp = Starlette(routes=[Host("api.depot.test", app=Router(tills.router.routes))])\n`,
      },
      server: serve((path, { headers }) =>
        headers.host === "api.depot.test" && path === "/stock/boots" ? {} : undefined,
      ),
      http: "GET ORIGIN/stock/boots\n",
    });
    assert.ok(diagnosis.links.some(({ file, line }) => file === "application.py" && line === 6));
  });

  it("lies under a base path that a line sets", async () => {
    const diagnosis = await expect("rewrite-mismatch/base-path", {
      files: { ...express(`app.get("/bins/:bin", show);`), Dockerfile: "ENV SCRIPT_NAME=/depot\n" },
      server: serve((path) => (path === "/depot/bins/4" ? {} : undefined)),
      http: "GET ORIGIN/bins/4\n",
    });
    assert.ok(diagnosis.links.some(({ file }) => file === "Dockerfile"));
  });
});

describe("an application whose page answers for what it registers later", () => {
  it("is told to move the page behind it", async () => {
    const diagnosis = await expect("route-not-served/after-catch-all", {
      files: express(`app.use((req, res) => res.sendFile("index.html"));\napp.get("/api/transcripts/:episode", show);`),
      server: (_request, response) => {
        response.writeHead(200, { "content-type": "text/html" });
        response.end('<!doctype html><html><body><div id="root"></div><script src="/app.js"></script></body></html>');
      },
      http: "GET ORIGIN/api/transcripts/41\nAccept: application/json\n",
    });
    assert.equal(diagnosis.fixes[0]?.kind, "edit-route");
  });
});

describe("a root that the settings name", () => {
  for (const [file, text] of [
    ["compose.yaml", "services:\n  depot:\n    environment:\n      - API_ROOT=/depot\n"],
    ["config/default.yaml", "server:\n  root: /depot\n"],
  ] as const) {
    it(`is tried in front of the path: ${file}`, async () => {
      await expect("rewrite-mismatch/base-path", {
        files: { ...express(`app.get("/bins/:bin", show);`), [file]: text },
        server: serve((path) => (path === "/depot/bins/4" ? {} : undefined)),
        http: "GET ORIGIN/bins/4\n",
      });
    });
  }
});

describe("a control that another layer answers", () => {
  it("is asked again below the first segment before a handler is believed", async () => {
    const diagnosis = await expect("rewrite-mismatch/proxy-strips-prefix", {
      files: express(`app.get("/depot/bins/:bin", show);`),
      server: serve((path) => {
        if (!path.startsWith("/depot/")) return { status: 404, type: "text/plain", body: "404 page not found\n" };
        const inner = path.replace(/^\/depot/, "");
        return inner === "/depot/bins/4" ? {} : { status: 404, body: { detail: "Nothing." } };
      }),
      http: "GET ORIGIN/depot/bins/4\n",
    });
    assert.ok(diagnosis.probes.some(({ url }) => url.endsWith("/depot/depot/bins/4")));
  });
});

describe("a rule of a proxy in front", () => {
  it("that refuses the path is named with its line", async () => {
    const diagnosis = await expect("other-responder/server-filter", {
      files: {
        ...express(`app.get("/reports/:name", show);`),
        "nginx.conf":
          "server {\n  location ~* \\.(old|tmp)$ { return 404; }\n  location / { proxy_pass http://app; }\n}\n",
      },
      server: serve(() => undefined),
      http: "GET ORIGIN/reports/may.tmp\n",
    });
    assert.ok(diagnosis.links.some(({ file, line }) => file === "nginx.conf" && line === 2));
  });
});
