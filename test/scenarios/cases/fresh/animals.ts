import type { Scenario } from "../../scenario.ts";

const enclosures: Scenario = {
  name: "animal-in-an-enclosure",
  files: {
    "package.json":
      '{ "name": "zoo", "type": "module", "dependencies": { "hono": "^4.0.0", "@hono/node-server": "^2.0.0" } }',
    "src/main.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { animals } from "./animals/routes.ts";
import { tickets } from "./tickets/routes.ts";

const app = new Hono().basePath("/zoo");
app.route("/enclosures", animals);
app.route("/tickets", tickets);
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "src/animals/routes.ts": `import { Hono } from "hono";
import { inEnclosure, one } from "./store.ts";

export const animals = new Hono();

animals.get("/:enclosure/animals", (c) => c.json(inEnclosure(c.req.param("enclosure"))));
animals.get("/:enclosure/animals/:animal", (c) => {
  const animal = one(c.req.param("enclosure"), c.req.param("animal"));
  return animal === undefined ? c.notFound() : c.json(animal);
});
`,
    "src/animals/store.ts": `const animals = [
  { enclosure: "savannah", slug: "amani", species: "giraffe" },
  { enclosure: "savannah", slug: "zuri", species: "zebra" },
  { enclosure: "aviary", slug: "pico", species: "toucan" },
];

export const inEnclosure = (enclosure: string) =>
  animals.filter((animal) => animal.enclosure === enclosure).map(({ slug }) => slug);
export const one = (enclosure: string, slug: string) =>
  animals.find((animal) => animal.enclosure === enclosure && animal.slug === slug);
`,
    "src/tickets/routes.ts": `import { Hono } from "hono";

export const tickets = new Hono();
tickets.get("/prices", (c) => c.json({ adult: 19, child: 9 }));
`,
    "zoo.http": `@zoo = http://localhost:PORT_OF_api/zoo

### prices
GET {{zoo}}/tickets/prices

### for the godparents' letter
# @name godparents
GET {{zoo}}/enclosures/savannah/animals/tembo
`,
  },
  servers: [{ name: "api", entry: "src/main.ts" }],
  ask: ["zoo.http#godparents"],
  facts: [
    "GET /zoo/tickets/prices 200",
    "GET /zoo/enclosures/savannah/animals/tembo 404",
    "GET /zoo/enclosures/savannah/animals/amani 200",
    "GET /zoo/enclosures/savannah/animals 200",
    "GET /zoo/enclosures/aviary/animals/tembo 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "src/animals/routes.ts", text: 'animals.get("/:enclosure/animals/:animal"' }],
  },
};

const birdFiles = (prefix: string, module: string) => ({
  "requirements.txt": "flask\n",
  "wsgi.py": `import os

from birds import create_app

create_app().run(port=int(os.environ.get("PORT", "5000")))
`,
  "birds/__init__.py": `from flask import Flask

from birds.${module} import blueprint as ${module}
from birds.species import blueprint as species


def create_app():
    app = Flask(__name__)
    app.register_blueprint(${module}, url_prefix="/${prefix}")
    app.register_blueprint(species, url_prefix="/species")
    return app
`,
  [`birds/${module}.py`]: `from flask import Blueprint, abort, jsonify

blueprint = Blueprint("${module}", __name__)
COUNTS = {(2025, "kestrel"): 14, (2026, "kestrel"): 17, (2026, "bittern"): 2}


@blueprint.get("/<int:year>/<species>")
def count(year, species):
    if (year, species) not in COUNTS:
        abort(404)
    return jsonify(count=COUNTS[year, species])
`,
  "birds/species.py": `from flask import Blueprint, jsonify

blueprint = Blueprint("species", __name__)


@blueprint.get("/")
def names():
    return jsonify(["kestrel", "bittern"])
`,
  "birds.http": `@birds = http://127.0.0.1:PORT_OF_api

### species
GET {{birds}}/species/

### kestrels this year
# @name kestrels
GET {{birds}}/observations/2026/kestrel
`,
});

const birds: Scenario = {
  name: "kestrels-of-the-year",
  files: birdFiles("sightings", "sightings"),
  history: [{ message: "Count birds", files: birdFiles("observations", "observations") }],
  servers: [{ name: "api", entry: "wsgi.py", needs: "flask" }],
  ask: ["birds.http#kestrels"],
  facts: [
    "GET /species/ 200",
    "GET /observations/2026/kestrel 404",
    "GET /sightings/2026/kestrel 200",
    "GET /sightings/2026/heron 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["path-moved"],
    links: [
      { file: "birds/sightings.py", text: '@blueprint.get("/<int:year>/<species>")' },
      { file: "birds/__init__.py", text: 'url_prefix="/sightings"' },
    ],
    fixes: [{ url: "/sightings/2026/kestrel" }],
  },
};

/** A zoo and a count of birds. */
export const animals: readonly Scenario[] = [enclosures, birds];
