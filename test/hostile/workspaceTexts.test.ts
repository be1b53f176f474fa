import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, describe, it } from "node:test";
import { HostLimits } from "../../src/engine/exchange/probes/hostLimits.ts";
import { diagnoseWorkspace } from "../engine/diagnosis/workspaceDiagnosis.ts";
import { assertLinearWork } from "../growth.ts";

/** Pieces that some pattern begins with, or goes on for as long as they last: a workspace may hold a file of nothing else. */
const pieces = [
  "\n",
  " ",
  "\t\r\n",
  "a:",
  "a=",
  "a_",
  "word ",
  "(",
  "'",
  '"',
  "cache",
  "orders",
  "router",
  "host",
  "where ",
  "/a",
  "&& http://",
  "-\n",
  "return 404; ",
  '{"id":9999,',
  '\r\n{"id":9999,b.find(c=>c.id===v1',
  "9999\n",
  '{"id":9999,old\n',
  "INSERT INTO orders (id) VALUES (9999",
  "app.use('/a', ",
  "location /a { rewrite ^",
];
const endings = "js ts py json yaml sql csv tsv conf toml http md html env cfg vcl htaccess jsonl xml".split(" ");
const size = 15_000;

const clock = { now: () => Date.now(), elapsed: () => performance.now() };

const application = `const express = require("express");
const app = express();
const orders = new Map();
app.get("/orders/:id", (req, res) => {
  const order = orders.get(req.params.id);
  if (!order) return res.status(404).json({ error: "no order" });
  res.json(order);
});
app.listen(3000);
`;

let server: Server;
let origin = "";

before(async () => {
  server = createServer((_, answer) => answer.writeHead(404, { "Content-Type": "application/json" }).end("{}"));
  await once(server.listen(0, "127.0.0.1"), "listening");
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

after(() => server.close());

/** Diagnoses a request among files that hold one piece over and over, each so many characters. */
async function diagnoseAmong(piece: string, length: number, path: string): Promise<void> {
  const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
  await diagnoseWorkspace(
    {
      "package.json": '{ "dependencies": { "express": "5" } }',
      "app.js": application,
      "api.http": `GET ${origin}${path}\n`,
      ...Object.fromEntries(endings.map((ending) => [`src/all.${ending}`, text])),
    },
    null,
    () => ({ hosts: new HostLimits({ clock, perSecond: 10_000 }), maxProbes: 4 }),
  );
}

describe("what a diagnosis takes grows with the files of a workspace and no faster", () => {
  for (const piece of pieces) {
    it(`when they hold nothing but ${JSON.stringify(piece)}`, async () => {
      await assertLinearWork((length) => diagnoseAmong(piece, length, "/orders/9999"), size, "a handler that misses");
      await assertLinearWork((length) => diagnoseAmong(piece, length, "/api/v2/orders/9999"), size, "no route");
    });
  }
});
