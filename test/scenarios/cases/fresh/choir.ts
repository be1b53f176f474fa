import type { Scenario } from "../../scenario.ts";

const scores: Scenario = {
  name: "scores-for-the-choir",
  files: {
    "package.json":
      '{ "name": "choir", "type": "module", "dependencies": { "hono": "^4.0.0", "@hono/node-server": "^2.0.0" } }',
    "choir.http": `@choir = http://localhost:PORT_OF_api

### members may see the programme
GET {{choir}}/programme

### the librarian's list
# @name librarian
GET {{choir}}/library/loans
Authorization: Basic bGlicmFyeTpwZWFyLTcx

### the same from a new laptop
# @name laptop
GET {{choir}}/library/loans
`,
    "src/index.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { librarianOnly } from "./librarianOnly.ts";
import { loans } from "./loans.ts";

const app = new Hono();
app.get("/programme", (c) => c.json(["Bruckner", "Byrd"]));
app.use("/library/*", librarianOnly);
app.route("/library", loans);
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "src/librarianOnly.ts": `import type { MiddlewareHandler } from "hono";

const known = "Basic " + Buffer.from("library:pear-71").toString("base64");

/** Whoever does not keep the library need not know that there is one. */
export const librarianOnly: MiddlewareHandler = async (c, next) => {
  if (c.req.header("authorization") !== known) return c.notFound();
  return next();
};
`,
    "src/loans.ts": `import { Hono } from "hono";

export const loans = new Hono();
loans.get("/loans", (c) => c.json([{ score: "Requiem", to: "alto 3" }]));
loans.get("/shelves", (c) => c.json(["A", "B"]));
`,
  },
  servers: [{ name: "api", entry: "src/index.ts" }],
  ask: ["choir.http#laptop"],
  facts: [
    "GET /programme 200",
    "GET /library/loans 404",
    "GET /library/loans 200 | Authorization: Basic bGlicmFyeTpwZWFyLTcx",
    "GET /library/none 404 | Authorization: Basic bGlicmFyeTpwZWFyLTcx",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-endpoint"],
    links: [
      { file: "src/loans.ts", text: 'loans.get("/loans"' },
      { file: "src/index.ts", text: 'app.use("/library/*"' },
      { file: "src/librarianOnly.ts", text: "c.notFound()" },
    ],
  },
  credentials: [{ value: "bGlicmFyeTpwZWFyLTcx", servers: ["api"] }],
};

const singer: Scenario = {
  name: "singer-with-two-names",
  files: {
    "requirements.txt": "flask\n",
    "choir.py": `import os

from flask import Flask, abort, jsonify

app = Flask(__name__)
SINGERS = {"Ana Lopez": "soprano", "Bo": "bass"}


@app.get("/singers")
def singers():
    return jsonify([{"name": name} for name in SINGERS])


@app.get("/singers/<name>/part")
def part(name):
    if name not in SINGERS:
        abort(404)
    return jsonify(SINGERS[name])


if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "choir.http": `@choir = http://localhost:PORT_OF_api

### singers
GET {{choir}}/singers

### part
# @name part
GET {{choir}}/singers/Ana+Lopez/part
`,
  },
  servers: [{ name: "api", entry: "choir.py", needs: "flask" }],
  ask: ["choir.http#part"],
  facts: ["GET /singers 200", "GET /singers/Ana+Lopez/part 404", "GET /singers/Ana%20Lopez/part 200"],
  truth: {
    outcome: "not-found",
    kinds: ["id-encoding"],
    links: [{ file: "choir.py", text: '@app.get("/singers/<name>/part")' }],
    fixes: [{ url: "/singers/Ana%20Lopez/part" }],
  },
};

const songs: Scenario = {
  name: "song-in-two-languages",
  files: {
    "package.json": '{ "name": "songs", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "songs.http": `@songs = http://localhost:PORT_OF_api

### page
GET {{songs}}/en/songs
Accept: text/html

### one song
# @name song
GET {{songs}}/api/songs/4
Accept: application/json
`,
    "src/server.js": `import express from "express";
import { localized } from "./localized.js";
import { pages } from "./pages.js";
import { songs } from "./songs.js";

const app = express();
app.use(localized);
app.use("/api/songs", songs);
app.use("/:locale", pages);
app.listen(process.env.PORT ?? 3000);
`,
    "src/localized.js": `const LOCALES = ["en", "de"];
const UNTOUCHED = /\\.(css|js|svg)$/;

export function localized(req, res, next) {
  const [, first] = req.path.split("/");
  if (LOCALES.includes(first) || UNTOUCHED.test(req.path)) return next();
  res.redirect(307, "/" + (req.acceptsLanguages(LOCALES) || "en") + req.originalUrl);
}
`,
    "src/pages.js": `import { Router } from "express";

export const pages = Router();
pages.get("/songs", (_req, res) => res.send("<!doctype html><title>Songs</title><ul></ul>"));
`,
    "src/songs.js": `import { Router } from "express";

export const songs = Router();
songs.get("/:number", (req, res) => res.json({ number: req.params.number, title: "Ave verum" }));
`,
  },
  servers: [{ name: "api", entry: "src/server.js" }],
  ask: ["songs.http#song"],
  facts: ["GET /en/songs 200", "GET /api/songs/4 307", "GET /en/api/songs/4 404"],
  truth: {
    outcome: "not-found",
    kinds: ["redirect-drops-path", "rewrite-rule"],
    links: [
      { file: "src/localized.js", text: "res.redirect" },
      { file: "src/localized.js", text: "UNTOUCHED = " },
      { file: "src/songs.js", text: 'songs.get("/:number"' },
      { file: "src/server.js", text: "app.use(localized)" },
    ],
  },
};

/** Scores, singers and songs. */
export const choir: readonly Scenario[] = [scores, singer, songs];
