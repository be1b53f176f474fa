import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Diagnosis } from "../../../src/engine/model/diagnosis.ts";
import { investigate, type Setting, verdictOf } from "./investigate.ts";

const service = `const app = require("express")();
app.get("/api/crews", (request, response) => response.json(all()));
app.get("/api/crews/:crew/rota", (request, response) => show(request, response));
app.put("/api/crews/:crew/leader", (request, response) => lead(request, response));
app.listen(3000);
`;

const crews = [{ crewId: "north", boats: 2 }];

const server: Setting["server"] = (request, response) => {
  const path = request.url ?? "";
  const isRota = /^\/api\/crews\/(\w+)\/rota$/.exec(path);
  const content = path === "/api/crews" ? crews : isRota?.[1] === "north" ? { on: "sunday" } : null;
  const miss = isRota ? { error: "unknown crew" } : { message: `Cannot GET ${path}` };
  response.writeHead(content === null ? 404 : 200, { "content-type": "application/json" });
  response.end(JSON.stringify(content ?? miss));
};

function placesOf({ links }: Diagnosis, label: RegExp): readonly string[] {
  return links.filter((link) => label.test(link.label)).map(({ file, line }) => `${file}:${line}`);
}

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: the texts are lines of code
describe("what builds the URL that missed", () => {
  it("is linked and named to be corrected where it writes what is wrong; what is recorded of it is not", async () => {
    const diagnosis = await investigate({
      files: {
        "app.js": service,
        "web/crews.ts": "export const rotaOf = (id: string) => fetch(`${root}/crews/${id}/rotta`);\n",
        "mails/rota.mjml": '<mj-button href="https://crews.test/api/crews/{{crew}}/rotta">Rota</mj-button>\n',
        "logs/web.json": '{ "url": "/api/crews/north/rotta", "status": 404 }\n',
        "redirects.json": '{ "/crews/north/rotta": "/api/crews/north/rota" }\n',
      },
      server,
      http: "GET ORIGIN/api/crews/north/rotta\n",
    });
    assert.equal(verdictOf(diagnosis), "route-drift/path-typo");
    assert.deepEqual(placesOf(diagnosis, /^builds this URL$/).toSorted(), ["mails/rota.mjml:1", "web/crews.ts:1"]);
    assert.ok(diagnosis.verify.includes("Correct what else builds this URL: mails/rota.mjml:1 and 1 more."));
  });

  it("is neither the registration of a route, on whatever of its lines the path stands, nor the name of a module", async () => {
    const diagnosis = await investigate({
      files: {
        "app.js": `const app = require("fastify")();
app.route({
  method: "GET",
  url: "/api/crews/:crew/rota",
  handler: (request, reply) => show(request, reply),
});
app.listen({ port: 3000 });
`,
        "web/crews.ts": 'import { rotaOf } from "./api/crews/:crew/rota";\n',
      },
      server,
      http: "GET ORIGIN/api/crews/:crew/rota\n",
    });
    assert.equal(verdictOf(diagnosis), "request-built-wrong/unresolved-variable", diagnosis.verdict.summary);
    assert.deepEqual(placesOf(diagnosis, /^builds this URL$/), []);
    assert.ok(!JSON.stringify([diagnosis.fixes, diagnosis.verify]).includes("app.js:4"));
  });

  it("is right where its own words are, so that its base is to be looked at", async () => {
    const diagnosis = await investigate({
      files: {
        "app.js": service,
        "web/crews.ts": "export const rotaOf = (id: string) => fetch(`${root}/crews/${id}/rota`);\n",
      },
      server,
      http: "GET ORIGIN/apis/crews/north/rota\n",
    });
    assert.equal(verdictOf(diagnosis).split("/")[0], "route-drift");
    const said = diagnosis.verify.filter((line) => line.includes("web/crews.ts"));
    assert.deepEqual(said, ["Look at the base URL that comes before the path at web/crews.ts:1."]);
  });

  it("is wrong altogether where the method is: a link in a mail is a GET", async () => {
    const diagnosis = await investigate({
      files: {
        "app.js": service.replace(/^.*rota.*\n/m, ""),
        "mails/lead.html": '<a href="https://crews.test/api/crews/{{crew}}/leader">Lead it</a>\n',
        "web/lead.ts": "export const lead = (id: string) => api.put(`/api/crews/${id}/leader`);\n",
      },
      server,
      http: "GET ORIGIN/api/crews/north/leader\n",
    });
    assert.equal(verdictOf(diagnosis), "method-mismatch/wrong-method");
    assert.deepEqual(placesOf(diagnosis, /^builds this URL$/), ["mails/lead.html:1"]);
    assert.ok(diagnosis.verify.includes("Correct what else builds this URL: mails/lead.html:1."));
  });
});

describe("a placeholder in the path", () => {
  it("is traced to the expression that gave it, and to the field that the collection has in its place", async () => {
    const diagnosis = await investigate({
      files: {
        "app.js": service,
        "web/crews.ts": "export const rotaOf = (crew: Crew) => fetch(`${root}/crews/${crew.id}/rota`);\n",
      },
      server,
      http: "GET ORIGIN/api/crews/undefined/rota\n",
    });
    assert.equal(verdictOf(diagnosis), "request-built-wrong/unresolved-variable");
    assert.match(
      diagnosis.verdict.summary,
      /web\/crews\.ts:1 puts crew\.id there, and what \/api\/crews lists has crewId, not id\.$/,
    );
    assert.equal(diagnosis.fixes[0]?.title, "Take the field crewId, not id, at web/crews.ts:1");
  });

  it("is told from the name of a template that nobody filled", async () => {
    const diagnosis = await investigate({
      files: { "app.js": service, "web/crews.ts": 'export const rota = () => fetch(root + "/crews/:crew/rota");\n' },
      server,
      http: "GET ORIGIN/api/crews/:crew/rota\n",
    });
    assert.match(
      diagnosis.verdict.summary,
      /"?:crew"? where an identifier belongs: web\/crews\.ts:1 leaves it unfilled\.$/,
    );
    assert.equal(diagnosis.fixes[0]?.title, 'Put the identifier in the place of ":crew" at web/crews.ts:1');
  });

  it("is traced to the line that sets the variable; no field is named that the collection has", async () => {
    const diagnosis = await investigate({
      files: {
        "app.js": service,
        "report.py": 'number = crew.get("crewId")\nurl = f"{BASE}/api/crews/{number}/rota"\n',
      },
      server,
      http: "GET ORIGIN/api/crews/None/rota\n",
    });
    assert.deepEqual(placesOf(diagnosis, /^sets number/), ["report.py:1"]);
    assert.equal(
      diagnosis.fixes[0]?.title,
      "Find out why number has no value at report.py:1, and put the real identifier there",
    );
  });
});
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: the texts are lines of code
