import assert from "node:assert/strict";
import type { IncomingMessage, ServerResponse } from "node:http";
import { after, afterEach, before, describe, it } from "node:test";
import type { Identities } from "../../../src/engine/diagnosis/identities.ts";
import { whyIncomparable } from "../../../src/engine/diagnosis/identities.ts";
import type { ResolvedRequest } from "../../../src/engine/model/request.ts";
import { type Recorder, startRecorder } from "./recorder.ts";
import { diagnoseWorkspace, findingsOf, kindOf, type Ready } from "./workspaceDiagnosis.ts";

const ana = "Bearer ana-5f0e21";
const bob = "Bearer bob-77c1d4";

/** How the endpoint treats somebody who is not the owner. */
type Treatment = "mask" | "thin mask" | "refuse" | "show" | "hide the endpoint" | "miss for all" | "shell";

describe("the masking check", () => {
  let treatment: Treatment = "mask";
  let server: Recorder;
  let other: Recorder;

  before(async () => {
    server = await startRecorder((request, response) => answer(treatment, request, response));
    other = await startRecorder((_request, response) => response.writeHead(404).end());
  });
  afterEach(() => {
    server.log.length = 0;
    other.log.length = 0;
  });
  after(async () => {
    await server.close();
    await other.close();
  });

  /** The investigation of a request of bob's, with ana as the owner. */
  function check(how: Treatment, request = "GET {{base}}/notes/204\nAuthorization: {{token}}\n") {
    treatment = how;
    const environments = {
      ana: { base: server.origin, token: ana },
      bob: { base: server.origin, token: bob },
      far: { base: other.origin, token: "Bearer far-90aa3b" },
    };
    const texts = { "api.http": request, "http-client.env.json": JSON.stringify(environments) };
    return diagnoseWorkspace(texts, "bob", (ready) => ({ identities: choose(ready) }));
  }

  it("proves that the owner has what another identity misses, byte for byte as if it did not exist", async () => {
    const diagnosis = await check("mask");
    assert.equal(kindOf(diagnosis), "access-masking/masked-resource");
    assert.match(
      diagnosis.verdict.summary,
      /^"204" of \/notes exists and is hidden from bob: as ana .* 200, as bob 404, byte for byte/,
    );
    assert.ok(diagnosis.verdict.confidence > 0.95, String(diagnosis.verdict.confidence));
    assert.match(findingsOf(diagnosis, "masking").join("\n"), /As ana: 200; for what surely does not exist: 404/);
    assert.match(findingsOf(diagnosis, "comparison").join("\n"), /answers 200: only the credentials differ\./);
    assert.match(diagnosis.avoid.join("\n"), /403 unless product and security agree/);
    assert.deepEqual(
      diagnosis.fixes.map(({ kind, title, verified }) => [kind, title, verified]),
      [
        ["ask", 'Sign in as somebody who may read "204" of /notes, or ask its owner for access', false],
        ["ask", "As ana the request answers: that proves the masking, it is no repair", false],
      ],
    );
  });

  it("sends each identity's credentials once a question, and none to the host of another environment", async () => {
    await check("mask");
    const asked = server.log.filter(({ line }) => /\/notes\/\d+$/.test(line)).map(({ credentials }) => credentials[0]);
    assert.deepEqual(asked.slice(0, 4).toSorted(), [ana, ana, bob, bob]);
    assert.deepEqual(server.credentials(), [ana, bob]);
    assert.deepEqual(
      other.credentials().filter((value) => value !== "Bearer far-90aa3b"),
      [],
    );
    assert.deepEqual(
      server.log.filter(({ line }) => !line.startsWith("GET ")),
      [],
    );
  });

  it("says what shows through a thin mask", async () => {
    const diagnosis = await check("thin mask");
    assert.equal(kindOf(diagnosis), "access-masking/masked-resource");
    assert.match(findingsOf(diagnosis, "masking").join("\n"), /The mask shows: .* differs .* in body text/);
  });

  it("tells a hidden endpoint from a hidden thing", async () => {
    const diagnosis = await check("hide the endpoint");
    assert.equal(kindOf(diagnosis), "access-masking/masked-endpoint");
    assert.match(diagnosis.verdict.summary, /^The whole endpoint \/[\w/]+ is hidden from bob/);
  });

  it("does not call it masking when the owner misses it too", async () => {
    const diagnosis = await check("miss for all");
    assert.notEqual(diagnosis.verdict.cause, "access-masking");
    assert.match(findingsOf(diagnosis, "masking").join("\n"), /As ana, its owner, .* 404 as well: nobody hides it/);
  });

  it("proves nothing where an endpoint answers everything alike", async () => {
    const diagnosis = await check("shell");
    assert.notEqual(diagnosis.verdict.cause, "access-masking");
    assert.match(findingsOf(diagnosis, "masking").join("\n"), /this endpoint proves nothing/);
  });

  it("compares every identity that was chosen, and knows who is refused openly and who is let in", async () => {
    const environments = {
      bob: { base: server.origin, token: bob },
      ana: { base: server.origin, token: ana },
      eve: { base: server.origin, token: "Bearer eve-refused" },
      sue: { base: server.origin, token: "Bearer sue-admin" },
    };
    treatment = "mask";
    const texts = {
      "api.http": "GET {{base}}/notes/204\nAuthorization: {{token}}\n",
      "http-client.env.json": JSON.stringify(environments),
    };
    const diagnosis = await diagnoseWorkspace(texts, "bob", ({ request, elsewhere }) => {
      const [owner, ...others] = elsewhere.map((one) => ({ name: one.environment ?? "", request: one }));
      assert.ok(owner);
      return { identities: { owner, others: [{ name: "bob", request }, ...others] } };
    });
    const said = findingsOf(diagnosis, "masking").join("\n");
    assert.match(said, /eve is refused openly with 403/);
    assert.match(said, /sue, who does not own it, gets 200 as well/);
  });

  it("asks what it was asked to ask where probes are turned off, and nothing else", async () => {
    treatment = "mask";
    const environments = { ana: { base: server.origin, token: ana }, bob: { base: server.origin, token: bob } };
    const texts = {
      "api.http": "GET {{base}}/notes/204\nAuthorization: {{token}}\n",
      "http-client.env.json": JSON.stringify(environments),
    };
    const diagnosis = await diagnoseWorkspace(texts, "bob", (ready) => ({
      sending: "no-probes",
      identities: choose(ready),
    }));
    assert.equal(kindOf(diagnosis), "access-masking/masked-resource");
    assert.equal(server.log.length, 4);
  });

  it("compares by GET what may not be sent", async () => {
    const diagnosis = await check("mask", "DELETE {{base}}/notes/204\nAuthorization: {{token}}\n");
    assert.equal(diagnosis.outcome, "refused-by-policy");
    assert.deepEqual(server.log, []);
  });

  it("does not compare another host, another path, or a request with a hole in it", async () => {
    const asked = requestTo("http://a.test/notes/1");
    const why = (request: ResolvedRequest) => whyIncomparable({ name: "ana", request }, asked);
    assert.equal(why(requestTo("http://a.test/notes/1")), null);
    assert.match(why(requestTo("http://b.test/notes/1")) ?? "", /another host, http:\/\/b\.test/);
    assert.match(why(requestTo("http://a.test/ana/notes/1")) ?? "", /another path/);
    const hole = { ...asked, unresolved: [{ name: "token", usedAt: null, defineAt: null, similar: [] }] };
    assert.match(why(hole) ?? "", /does not define \{\{token\}\}/);
  });
});

describe("what a response says of a token's scopes", () => {
  it("names the scope that the endpoint accepts and the token lacks", async () => {
    const server = await startRecorder((_request, response) => {
      response.writeHead(404, { "X-OAuth-Scopes": "gist, read:user", "X-Accepted-OAuth-Scopes": "repo" });
      response.end('{"message":"Not Found"}');
    });
    const text = `GET ${server.origin}/repos/acme/vault\nAuthorization: token ghp_x1\n`;
    const said = findingsOf(await diagnoseWorkspace({ "api.http": text }, null), "masking").join("\n");
    await server.close();
    assert.match(said, /X-Accepted-OAuth-Scopes says that this endpoint accepts repo; the token has gist, read:user/);
  });

  it("says nothing where the token has one of them", async () => {
    const server = await startRecorder((_request, response) => {
      response.writeHead(404, { "X-OAuth-Scopes": "repo", "X-Accepted-OAuth-Scopes": "public_repo, repo" }).end();
    });
    const text = `GET ${server.origin}/repos/acme/vault\nAuthorization: token ghp_x1\n`;
    const said = findingsOf(await diagnoseWorkspace({ "api.http": text }, null), "masking").join("\n");
    await server.close();
    assert.doesNotMatch(said, /accepts/);
  });
});

function choose({ request, elsewhere }: Ready): Identities {
  const owner = elsewhere.find(({ environment }) => environment === "ana");
  assert.ok(owner);
  return { owner: { name: "ana", request: owner }, others: [{ name: "bob", request }] };
}

function answer(treatment: Treatment, { url, headers }: IncomingMessage, response: ServerResponse): void {
  const send = (status: number, content: object) =>
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(content));
  const isOwner = headers.authorization === ana;
  const isRoute = /^\/notes\/[\w-]+$/.test(url ?? "");
  if (treatment === "shell") {
    return void (isOwner && isRoute ? send(200, { app: "shell" }) : send(404, { error: "no route" }));
  }
  if (!isRoute || (treatment === "hide the endpoint" && !isOwner)) {
    return void send(404, { error: "no route" });
  }
  if (url !== "/notes/204" || treatment === "miss for all") {
    return void send(404, { error: "note not found" });
  }
  if (headers.authorization === "Bearer eve-refused") {
    return void send(403, { error: "not yours" });
  }
  if (isOwner || headers.authorization === "Bearer sue-admin") {
    return void send(200, { id: 204, text: "Passport number" });
  }
  send(404, { error: treatment === "thin mask" ? "this note is not visible to you" : "note not found" });
}

function requestTo(url: string): ResolvedRequest {
  return {
    method: "GET",
    url,
    headers: [],
    body: null,
    urlParts: [],
    unresolved: [],
    secrets: [],
    problems: [],
    directives: {},
    name: null,
    file: null,
    line: null,
    environment: null,
  };
}
