import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { createExchangeHistory } from "../../src/engine/exchange/history/exchangeHistory.ts";
import { HostLimits } from "../../src/engine/exchange/probes/hostLimits.ts";
import type { Diagnosis } from "../../src/engine/model/diagnosis.ts";
import type { ResolvedRequest, WrittenRequest } from "../../src/engine/model/request.ts";
import { readEnvironments } from "../../src/engine/requests/environments/environments.ts";
import { findStatic } from "../../src/engine/requests/findings/staticFindings.ts";
import { parseHttpFile } from "../../src/engine/requests/grammar/parseHttpFile.ts";
import { resolveRequest } from "../../src/engine/requests/resolve/resolveRequest.ts";
import { matchUrl } from "../../src/engine/routes/match/matchUrl.ts";
import { createMask } from "../../src/engine/secrets.ts";
import { createTextFile } from "../../src/node/textFile.ts";
import { annotate } from "../../src/report/diagnosis/annotation.ts";
import { diagnosisJson } from "../../src/report/diagnosis/diagnosisJson.ts";
import { diagnosisText } from "../../src/report/diagnosis/diagnosisText.ts";
import { earlierNode, summarizeEarlier } from "../../src/report/diagnosis/earlierOutcome.ts";
import { hoverText } from "../../src/report/diagnosis/hoverText.ts";
import { requestLensTitle } from "../../src/report/diagnosis/lensTitle.ts";
import { outline, outlineText } from "../../src/report/diagnosis/outline.ts";
import { exportCorrected, exportDiagnosis } from "../../src/report/exports/exports.ts";
import { storedExchangeText } from "../../src/report/exports/storedExchangeText.ts";
import { describeRequest } from "../../src/report/requests/describeRequest.ts";
import { previewRequest } from "../../src/report/requests/requestPreview.ts";
import { remarksOfRequest } from "../../src/report/requests/requestRemarks.ts";
import { requestsJson } from "../../src/report/requests/requestsJson.ts";
import { matchJson } from "../../src/report/routes/matchJson.ts";
import { plainPaint } from "../../src/report/terminalText.ts";
import { diagnoseWorkspace, filesOf } from "../engine/diagnosis/workspaceDiagnosis.ts";
import { readTable } from "../engine/routes/workspace.ts";

let folder = "";
let server: Server;
let origin = "";
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "diagnose-404-secrets-"));
  server = createServer(echo).listen(0, "127.0.0.1");
  await once(server, "listening");
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

/** A server that gives everything back that it was sent, in every place and form that a response has; only v1 is served. */
async function echo(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
  const content: Buffer[] = [];
  for await (const piece of asked) content.push(piece);
  const plain = String(asked.headers["x-plain"] ?? "");
  const url = asked.url ?? "/";
  const seen = {
    url,
    decoded: decode(url),
    headers: asked.rawHeaders,
    body: String(Buffer.concat(content)),
  };
  answer.setHeader("Set-Cookie", `sid=${encodeURIComponent(plain)}; Path=/`);
  answer.setHeader("X-Echo", encodeURIComponent(plain));
  answer.setHeader("X-Basic", Buffer.from(`me:${plain}`).toString("base64"));
  answer.setHeader("Refresh", `9; url=/next?seen=${encodeURIComponent(plain)}`);
  if (url.startsWith("/api/v3/")) {
    answer.writeHead(307, { location: `/api/v2/${url.slice("/api/v3/".length)}` }).end();
    return;
  }
  answer.setHeader("Content-Type", "application/json");
  answer.writeHead(url.startsWith("/api/v1/orders/") ? 200 : 404);
  answer.end(JSON.stringify({ error: `Cannot GET ${seen.decoded}`, seen, again: JSON.stringify(seen), plain }));
}

/** Probes may ask for what is no percent-encoding. */
function decode(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

/** A random secret in every place of a request that a variable can fill; the file itself names only the variable. */
function workspaceOf(secret: string): Readonly<Record<string, string>> {
  return {
    "package.json": '{ "dependencies": { "express": "5" } }',
    "app.js": `const app = require("express")(); app.get("/api/v1/orders/:id/:key", (q, s) => s.end()); app.listen(3000);`,
    "http-client.private.env.json": JSON.stringify({
      dev: { base: origin, key: secret, urlKey: encodeURIComponent(secret) },
    }),
    "api.http": `# @name order
GET {{base}}/api/v3/orders/8472/{{urlKey}}?note={{urlKey}}&api_key={{urlKey}}
Authorization: Bearer {{key}}
Cookie: session={{urlKey}}
X-Plain: {{key}}
Content-Type: application/json

{"password": "{{key}}", "note": "{{key}}", "deep": {"token": ["{{key}}"]}}
`,
  };
}

/** What one investigation of a workspace comes to, with the request as its file has it. */
interface Investigated {
  readonly texts: Readonly<Record<string, string>>;
  readonly diagnosis: Diagnosis;
  readonly written: WrittenRequest;
  readonly resolved: ResolvedRequest;
}

async function investigate(secret: string, texts = workspaceOf(secret)): Promise<Investigated> {
  const clock = { now: () => Date.now(), elapsed: () => performance.now() };
  const hosts = new HostLimits({ clock, perSecond: 10_000 });
  const diagnosis = await diagnoseWorkspace(texts, "dev", () => ({ hosts, maxProbes: 5 }));
  const text = texts["api.http"] ?? "";
  const parsed = parseHttpFile(text);
  const environments = await readEnvironments(filesOf(texts), "api.http");
  const context = { file: "api.http", text, parsed, environments, environment: "dev", given: {}, clock };
  const [written] = parsed.requests;
  assert.ok(written);
  return { texts, diagnosis, written, resolved: resolveRequest(written, context) };
}

/** Everything that a person, a file or another program gets to see of an investigation, by the name of what shows it. */
async function surfacesOf({
  texts,
  diagnosis,
  written,
  resolved,
}: Investigated): Promise<Readonly<Record<string, string>>> {
  const mask = createMask(diagnosis.request.secrets);
  const tree = outline(diagnosis, mask.text, summarizeEarlier(diagnosis, mask.text));
  const document = diagnosisJson(diagnosis, mask.text);
  const match = matchUrl(await readTable(texts), "GET", diagnosis.request.url);
  const links = { open: () => "command:open", diagnose: "command:diagnose" };
  const file = join(folder, "exchanges.jsonl");
  const history = createExchangeHistory(createTextFile(file));
  await history.clear();
  assert.ok(diagnosis.exchange);
  const place = { uri: "file:///api.http", line: written.line };
  const kept = await history.add(diagnosis.exchange, mask, { id: "one", outcome: diagnosis.verdict.summary, place });
  return {
    "the tree": outlineText(tree),
    "the tree's tips and places": JSON.stringify(tree),
    "the earlier outcome": JSON.stringify(earlierNode(summarizeEarlier(diagnosis, mask.text), true)),
    "the annotation": JSON.stringify(annotate(diagnosis, mask.text)),
    "the hover": hoverText({ match, last: diagnosis, verdict: "told" }, links, mask.text),
    "the lens": requestLensTitle(diagnosis),
    "the report as text": diagnosisText(document, { paint: plainPaint, width: 100 }),
    "the report as JSON": JSON.stringify(document),
    "the match": JSON.stringify(matchJson(match, mask.text)),
    "the request as sent": previewRequest(written, resolved),
    "the question before sending": describeRequest(diagnosis.request),
    "the findings": JSON.stringify(remarksOfRequest(findStatic(written, resolved), resolved)),
    "the requests as read": JSON.stringify(
      requestsJson([{ file: "api.http", content: parseHttpFile(texts["api.http"] ?? "") }], mask),
    ),
    HAR: exportDiagnosis(diagnosis, "har", mask),
    ".http": exportDiagnosis(diagnosis, "http", mask),
    cURL: exportDiagnosis(diagnosis, "curl", mask),
    "the corrected request": exportCorrected(diagnosis, mask) ?? "",
    "the history file": await readFile(file, "utf8"),
    "an exchange of the history": kept.entries.map(storedExchangeText).join("\n"),
    "the log and the progress": mask.text(`Sending ${diagnosis.request.method} ${diagnosis.request.url}`),
  };
}

/** The forms in which a secret would be recognised by who finds it. */
function formsOf(secret: string): readonly string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  return [...new Set([secret, encodeURIComponent(secret), json, JSON.stringify(json).slice(1, -1)])];
}

const edges = "abcXYZ0189";
const secrets = fc
  .tuple(
    fc.string({ minLength: 3, maxLength: 3, unit: fc.constantFrom(...edges) }),
    fc.string({ minLength: 4, maxLength: 24, unit: fc.constantFrom(...edges, ..."-_.~!*'()+/=$&@,;:%^`|#?<>[]\"\\") }),
    fc.string({ minLength: 3, maxLength: 3, unit: fc.constantFrom(...edges) }),
  )
  .map((parts) => parts.join(""))
  // A value is no JSON text as it is written into a body that is one.
  .filter((secret) => !secret.includes("{{"));

test("a secret in every place of a request, given back in every place of the response, is in nothing that anybody sees", async () => {
  await fc.assert(
    fc.asyncProperty(secrets, async (secret) => {
      const investigated = await investigate(secret);
      const sent = investigated.diagnosis.exchange?.hops ?? [];
      assert.equal(sent.length, 2, JSON.stringify(investigated.diagnosis.exchange?.failure));
      assert.ok(JSON.stringify(sent[1]?.requestHeaders).includes(JSON.stringify(secret).slice(1, -1)), "it was sent");
      assert.ok(sent[1]?.response?.text.includes(JSON.stringify(secret).slice(1, -1)), "it came back");
      for (const [surface, text] of Object.entries(await surfacesOf(investigated))) {
        for (const form of formsOf(secret)) assert.ok(!text.includes(form), `${form} is in ${surface}:\n${text}`);
      }
    }),
    { numRuns: 80 },
  );
});

test("a session that a server gives, and says again wherever it likes, is in nothing that anybody sees", async () => {
  const session = "CANARY-session-93b1";
  const own = createServer(({ url = "" }, answer) => {
    answer.setHeader("Set-Cookie", [`abc=${session}; Path=/; HttpOnly`, "theme=darkmode; Path=/"]);
    answer.setHeader("X-Seen", encodeURIComponent(session));
    const location = { location: `/api/v2/orders/8472?s=${session}` };
    if (url.startsWith("/api/v3/")) answer.writeHead(307, location).end();
    else answer.writeHead(404).end(`darkmode: no order for ${session} (${Buffer.from(session).toString("base64")})`);
  }).listen(0, "127.0.0.1");
  await once(own, "listening");
  const { port } = own.address() as AddressInfo;
  const texts = { ...workspaceOf("abcXYZ0189"), "api.http": `GET http://127.0.0.1:${port}/api/v3/orders/8472\n` };
  const investigated = await investigate("abcXYZ0189", texts);
  own.closeAllConnections();
  own.close();
  assert.equal(investigated.diagnosis.exchange?.hops.length, 2);
  const surfaces = await surfacesOf(investigated);
  for (const [surface, text] of Object.entries(surfaces)) assert.doesNotMatch(text, /CANARY|Q0FOQVJZ/, surface);
  assert.match(surfaces["HAR"] ?? "", /darkmode: no order for •••/);
});

test("the surfaces show what is not secret", async () => {
  const surfaces = await surfacesOf(await investigate("planted/4711+secret"));
  for (const [surface, text] of Object.entries(surfaces)) {
    assert.ok(text.length > 2 || surface === "the findings", `${surface} shows nothing`);
  }
  for (const surface of ["the tree", "the report as text", "HAR", ".http", "cURL", "the history file", "the hover"]) {
    assert.match(surfaces[surface] ?? "", /orders/, surface);
  }
});

test("every presenter that masks is among the surfaces, but for those of routes, which have tests of their own", async () => {
  const report = join(import.meta.dirname, "../../src/report");
  const importsOf = async (path: string) =>
    [...(await readFile(path, "utf8")).matchAll(/from "(\.[^"]+\.ts)"/g)]
      .map(([, name]) => join(dirname(path), name ?? ""))
      .filter((name) => name.startsWith(report));
  const shown = new Set<string>();
  const waiting = await importsOf(import.meta.filename);
  for (const path of waiting) {
    if (shown.has(path)) continue;
    shown.add(path);
    waiting.push(...(await importsOf(path)));
  }
  const masking: string[] = [];
  for (const name of await readdir(report, { recursive: true })) {
    if (!name.endsWith(".ts") || name.startsWith("routes/")) continue;
    const path = join(report, name);
    if (/\bmask\b/.test(await readFile(path, "utf8"))) masking.push(path);
  }
  assert.ok(masking.length > 10);
  assert.deepEqual(
    masking.filter((path) => !shown.has(path)),
    [],
  );
});
