import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { after, before, beforeEach, describe, it } from "node:test";
import { diagnose } from "../../src/engine/diagnose.ts";
import type { DiagnoseWorld } from "../../src/engine/diagnosis/world.ts";
import { createExchanger, type Exchanger } from "../../src/engine/exchange/exchanger.ts";
import type { Diagnosis } from "../../src/engine/model/diagnosis.ts";
import type { ResolvedRequest } from "../../src/engine/model/request.ts";
import { noEnvironments } from "../../src/engine/requests/environments/environmentSet.ts";
import { parseHttpFile } from "../../src/engine/requests/grammar/parseHttpFile.ts";
import { resolveRequest } from "../../src/engine/requests/resolve/resolveRequest.ts";
import { readTable } from "./routes/workspace.ts";

// Express ships no types; what the service does is held by its answers.
const express = createRequire(import.meta.url)("express");

const clock = { now: () => Date.now(), elapsed: () => performance.now() };
const source = `const express = require("express");
const app = express();
const orders = express.Router();
orders.get("/", (req, res) => res.json([{ id: 41 }, { id: 42 }]));
orders.get("/:id", (req, res) => (Number(req.params.id) < 50 ? res.json({ id: req.params.id }) : res.status(404).json({ error: "no such order" })));
orders.post("/:id/cancel", (req, res) => res.json({}));
app.use("/api/v1/orders", orders);
`;

interface Incoming {
  readonly method: string;
  readonly url: string;
  readonly params: { readonly id: string };
}

interface Outgoing {
  status(code: number): Outgoing;
  json(content: unknown): void;
}

/** The same service as in `source`, with a log of everything that reached it. */
function createService(log: string[]): Server {
  const app = express();
  app.use((request: Incoming, _response: unknown, next: () => void) => {
    log.push(`${request.method} ${request.url}`);
    next();
  });
  const orders = express.Router();
  orders.get("/", (_request: unknown, response: Outgoing) => response.json([{ id: 41 }, { id: 42 }]));
  orders.get("/:id", (request: Incoming, response: Outgoing) => {
    const isKnown = Number(request.params.id) < 50;
    response.status(isKnown ? 200 : 404).json(isKnown ? { id: request.params.id } : { error: "no such order" });
  });
  orders.post("/:id/cancel", (_request: unknown, response: Outgoing) => response.json({}));
  app.use("/api/v1/orders", orders);
  return createServer(app);
}

describe("an investigation", () => {
  const log: string[] = [];
  let server: Server;
  let origin = "";
  let exchanger: Exchanger;

  before(async () => {
    server = createService(log).listen(0, "127.0.0.1");
    await once(server, "listening");
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    exchanger = createExchanger({ clock });
  });
  beforeEach(() => {
    log.length = 0;
  });
  after(async () => {
    await exchanger.close();
    server.close();
  });

  async function investigate(
    text: string,
    changes: Partial<DiagnoseWorld> = {},
    watch: (count: number) => void = () => undefined,
  ): Promise<Diagnosis> {
    const whole = text.replaceAll("ORIGIN", origin);
    const parsed = parseHttpFile(whole);
    const context = {
      file: "a.http",
      text: whole,
      parsed,
      environments: noEnvironments,
      environment: null,
      given: {},
      clock,
    };
    const [request, ...siblings] = parsed.requests.map((written) => resolveRequest(written, context));
    const world: DiagnoseWorld = {
      files: {
        read: async (file) => (file === "a.http" ? new TextEncoder().encode(whole) : undefined),
        list: async () => [],
      },
      clock,
      exchanger,
      routes: await readTable({ "app.js": source }),
      siblings,
      elsewhere: [],
      written: parsed.requests[0] ?? null,
      consent: { allows: async () => false },
      sending: "allowed",
      maxProbes: 12,
      signal: new AbortController().signal,
      ...changes,
    };
    return run(request as ResolvedRequest, world, watch);
  }

  it("ends in the version that does answer, with a verified edit, after three requests", async () => {
    const diagnosis = await investigate("GET ORIGIN/api/v2/orders/41\n");
    assert.equal(verdictOf(diagnosis), "not-found route-drift/version-moved");
    assert.deepEqual(
      diagnosis.fixes.map(({ verified, edit }) => [verified, edit?.line, edit?.newText]),
      [[true, 1, `GET ${origin}/api/v1/orders/41`]],
    );
    assert.deepEqual(
      diagnosis.probes.map(({ varies }) => varies),
      ["nothing", "path", "version"],
    );
    assert.equal(log.length, 3);
  });

  it("names an unknown identifier only with a sibling that answers", async () => {
    const diagnosis = await investigate("GET ORIGIN/api/v1/orders/99\n\n###\nGET ORIGIN/api/v1/orders/42\n");
    assert.equal(verdictOf(diagnosis), "not-found stale-identifier/unknown-id");
    const living = diagnosis.probes.filter(
      ({ url, exchange }) => /\/4[12]$/.test(url) && exchange.response?.status === 200,
    );
    assert.ok(living.length > 0);
  });

  it("lists every request that reached the server, and every verdict cites evidence", async () => {
    const diagnosis = await investigate("GET ORIGIN/api/v1/orders/41/cancel\n");
    assert.equal(verdictOf(diagnosis), "not-found method-mismatch/wrong-method");
    assert.deepEqual(
      diagnosis.probes.map(({ method, url }) => `${method} ${url.slice(origin.length)}`),
      log,
    );
    const cited = diagnosis.causes[0]?.evidence ?? [];
    assert.ok(cited.length > 0 && cited.every((id) => diagnosis.evidence.some((evidence) => evidence.id === id)));
  });

  it("sends nothing in an untrusted workspace, and still says what the workspace shows", async () => {
    const diagnosis = await investigate("GET ORIGIN/api/v2/orders/41\n", { sending: "nothing" });
    assert.equal(verdictOf(diagnosis), "refused-by-policy route-drift/version-moved");
    assert.equal(diagnosis.exchange, null);
    assert.deepEqual(log, []);
  });

  it("sends no method that may change something without consent, and never as a probe", async () => {
    const refused = await investigate("DELETE ORIGIN/api/v2/orders/41\n");
    assert.equal(refused.outcome, "refused-by-policy");
    assert.deepEqual(log, []);
    await investigate("DELETE ORIGIN/api/v2/orders/41\n", { consent: { allows: async () => true } });
    assert.deepEqual(
      log.filter((line) => !/^(GET|HEAD|OPTIONS) /.test(line)),
      ["DELETE /api/v2/orders/41"],
    );
  });

  it("keeps to its budget", async () => {
    const diagnosis = await investigate("GET ORIGIN/nothing/near\n", { maxProbes: 2 });
    assert.equal(diagnosis.probes.length, 2);
    assert.equal(log.length, 2);
    log.length = 0;
    await investigate("GET ORIGIN/api/v2/orders/41\n", { sending: "no-probes" });
    assert.equal(log.length, 1);
  });

  it("sends nothing more once it is cancelled, however far it is", async () => {
    const whole = await investigate("GET ORIGIN/nothing/near\n");
    assert.ok(whole.probes.length > 3);
    for (const most of [0, 1, 3]) {
      log.length = 0;
      const controller = new AbortController();
      const diagnosis = await investigate("GET ORIGIN/nothing/near\n", { signal: controller.signal }, (count) => {
        if (count === most + 2) {
          controller.abort();
        }
      });
      assert.ok(log.length <= most, `${log.length} requests after cancelling at ${most}`);
      assert.ok(diagnosis.fixes.every(({ kind }) => kind === "ask"));
    }
  });

  it("does not send what cannot be built, and says which variable is missing", async () => {
    const diagnosis = await investigate("GET ORIGIN/api/v1/orders/{{orderId}}\n");
    assert.equal(verdictOf(diagnosis), "not-sent request-built-wrong/unresolved-variable");
    assert.match(diagnosis.verdict.summary, /orderId/);
    assert.deepEqual(log, []);
  });

  it("hands on the secrets of every request that it compared with, so that a view can mask them", async () => {
    const text = "GET ORIGIN/api/v2/orders/41\n\n###\nGET ORIGIN/api/v1/orders/42\nX-Api-Key: sibling-4711\n";
    assert.ok((await investigate(text)).request.secrets.includes("sibling-4711"));
  });

  it("says when it cannot decide, and never that nothing is near where something is", async () => {
    const far = await investigate("GET ORIGIN/nothing/near\n");
    assert.equal(verdictOf(far), "not-found null/null");
    assert.match(far.verdict.summary, /none of this workspace comes near it/);
    const near = await investigate("GET ORIGIN/api/v1/orders/41/refunds\n");
    assert.equal(verdictOf(near), "not-found null/null");
    assert.match(near.verdict.summary, /The nearest of this workspace is GET \/api\/v1\/orders/);
  });

  it("leaves an answer alone", async () => {
    const diagnosis = await investigate("GET ORIGIN/api/v1/orders/41\n");
    assert.equal(verdictOf(diagnosis), "answered null/null");
    assert.equal(log.length, 1);
  });
});

function verdictOf({ outcome, verdict }: Diagnosis): string {
  return `${outcome} ${verdict.cause}/${verdict.kind}`;
}

async function run(request: ResolvedRequest, world: DiagnoseWorld, watch: (count: number) => void): Promise<Diagnosis> {
  const steps = diagnose(request, world);
  for (let count = 1; ; count += 1) {
    const step = await steps.next();
    if (step.done) {
      return step.value;
    }
    watch(count);
  }
}
