import type { Scenario } from "../../scenario.ts";

const contact: Scenario = {
  name: "contact-entered-twice",
  files: {
    "package.json": `{ "name": "contact-book", "private": true, "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^15.0.0" } }
`,
    "src/app.js": `import Koa from "koa";
import Router from "@koa/router";
import { Contacts } from "./contacts.js";

const contacts = Contacts.load("data/contacts.ndjson");
const router = new Router({ prefix: "/contacts" });

router
  .get("/", (ctx) => {
    ctx.body = contacts.active();
  })
  .get("/:id", (ctx) => {
    const contact = contacts.find(ctx.params.id);
    if (contact) {
      ctx.body = contact;
    } else {
      ctx.status = 404;
      ctx.body = { error: "contact_not_found" };
    }
  });

new Koa().use(router.routes()).use(router.allowedMethods()).listen(process.env.PORT ?? 3000);
`,
    "src/contacts.js": `import { readFileSync } from "node:fs";

export class Contacts {
  static load(file) {
    const lines = readFileSync(file, "utf8").trim().split("\\n");
    return new Contacts(lines.map((line) => JSON.parse(line)));
  }

  constructor(rows) {
    this.rows = rows;
  }

  active() {
    return this.rows.filter((row) => row.survivor === undefined);
  }

  find(id) {
    return this.active().find((row) => row.id === id);
  }
}
`,
    "data/contacts.ndjson": `{"id":"ct_501","name":"Wencke Ahrens","mail":"w.ahrens@example.org"}
{"id":"ct_502","name":"Wenke Ahrens","mail":"w.ahrens@example.org","survivor":"ct_501"}
{"id":"ct_503","name":"Ole Timm","mail":"ole@example.org"}
`,
    "docs/duplicates.md": `The nightly job finds contacts with one mail address. The elder row stays, the other one points to it in \`survivor\`.
`,
    "contacts.http": `@book = http://localhost:PORT_OF_book/contacts

### Ole
GET {{book}}/ct_503

### from the ticket of last month
# @name ticket
GET {{book}}/ct_502
`,
  },
  servers: [{ name: "book", entry: "src/app.js" }],
  ask: ["contacts.http#ticket"],
  facts: ["GET /contacts/ct_503 200", "GET /contacts/ct_502 404", "GET /contacts/ct_501 200"],
  truth: {
    outcome: "not-found",
    kinds: ["merged"],
    links: [
      { file: "data/contacts.ndjson", text: '"id":"ct_502"' },
      { file: "src/contacts.js", text: "row.survivor === undefined" },
      { file: "src/app.js", text: '.get("/:id"' },
    ],
    fixes: [{ url: "/contacts/ct_501" }],
  },
};

/** In the book of contacts. */
export const contactBook: readonly Scenario[] = [contact];
