import assert from "node:assert/strict";
import { after, beforeEach, describe, it } from "node:test";
import { type Recorder, startRecorder } from "./recorder.ts";
import { diagnoseWorkspace, kindOf } from "./workspaceDiagnosis.ts";

/** A region: who may ask there, and which orders it holds. */
interface Region {
  readonly server: Recorder;
  readonly token: string;
}

/** Starts a region that holds one order, answers 401 without its own token, and sends one path on to another region. */
async function startRegion(name: string, order: string, onward: () => string): Promise<Region> {
  const token = `Bearer ${name}-token-4711`;
  const server = await startRecorder(({ url, headers }, response) => {
    if (headers.authorization !== token) {
      return void response.writeHead(401).end();
    }
    if (url === "/orders/moved-77") {
      return void response.writeHead(302, { location: `${onward()}/orders/moved-77` }).end();
    }
    const isHeld = url === `/orders/${order}`;
    response.writeHead(isHeld ? 200 : 404, { "content-type": "application/json" });
    response.end(isHeld ? `{"id":"${order}"}` : '{"error":"order not found"}');
  });
  return { server, token };
}

describe("the same request in the other scopes that a person configured", async () => {
  const regions: Record<string, Region> = {};
  regions["eu"] = await startRegion("eu", "eu-1001", () => regions["us"]?.server.origin ?? "");
  regions["us"] = await startRegion("us", "us-2002", () => regions["eu"]?.server.origin ?? "");
  regions["ap"] = await startRegion("ap", "ap-3003", () => "");
  const outsider = await startRecorder((_request, response) => response.writeHead(200).end("{}"));

  beforeEach(() => {
    for (const { server } of Object.values(regions)) {
      server.log.length = 0;
    }
  });
  after(() => Promise.all([...Object.values(regions).map(({ server }) => server.close()), outsider.close()]));

  const environments = () =>
    JSON.stringify(
      Object.fromEntries(
        Object.entries(regions).map(([name, { server, token }]) => [name, { api: server.origin, auth: token }]),
      ),
    );

  function ask(path: string, more = "") {
    const text = `GET {{api}}${path}\nAuthorization: {{auth}}\n${more}`;
    return diagnoseWorkspace({ "api.http": text, "http-client.env.json": environments() }, "eu");
  }

  it("names the region that answers, and offers to select it", async () => {
    const diagnosis = await ask("/orders/us-2002");
    assert.equal(kindOf(diagnosis), "wrong-scope/wrong-region");
    assert.match(
      diagnosis.verdict.summary,
      /^"us-2002" of \/orders is not found in eu but in us: the same request answers 200/,
    );
    assert.deepEqual(
      diagnosis.fixes.map(({ title, verified }) => [title, verified]),
      [["Select environment us", true]],
    );
    // Here it will go on missing, rightly.
    assert.match(
      diagnosis.verify[0] ?? "",
      /^Replay GET \/orders\/us-2002 on \S+ in environment us: it must not answer 404/,
    );
  });

  it("sends each region its own credentials and no other's, redirects included", async () => {
    for (const path of ["/orders/us-2002", "/orders/nowhere-9", "/orders/moved-77"]) {
      await ask(path, `\n###\nGET ${outsider.origin}/orders/us-2002\nX-Api-Key: outsider-key\n`);
    }
    for (const [name, { server, token }] of Object.entries(regions)) {
      assert.ok(server.log.length > 0, `${name} was asked`);
      assert.deepEqual(server.credentials(), [token], name);
    }
    assert.ok(!outsider.credentials().some((value) => value.startsWith("Bearer ")), String(outsider.credentials()));
  });

  it("does not call another record the same thing in another scope", async () => {
    const [eu, us] = [regions["eu"] as Region, regions["us"] as Region];
    const named = JSON.stringify({
      eu: { api: eu.server.origin, auth: eu.token, order: "eu-9" },
      us: { api: us.server.origin, auth: us.token, order: "us-2002" },
    });
    const text = "GET {{api}}/orders/{{order}}\nAuthorization: {{auth}}\n";
    const { verdict } = await diagnoseWorkspace({ "api.http": text, "http-client.env.json": named }, "eu");
    assert.match(
      verdict.summary,
      /^Environment us asks for another one, \/orders\/us-2002, which answers 200; in eu "eu-9" of \/orders is not/,
    );
  });

  it("does not believe an environment that has whatever it is asked for", async () => {
    const mock = await startRecorder((_request, response) => {
      response.writeHead(200, { "content-type": "application/json" }).end('{"id":"example"}');
    });
    const files = {
      "api.http": "GET {{api}}/orders/eu-1010\nAuthorization: {{auth}}\n",
      "http-client.env.json": JSON.stringify({
        cellar: { api: regions["eu"]?.server.origin, auth: regions["eu"]?.token },
        mock: { api: mock.origin, auth: "Bearer any" },
      }),
    };
    const diagnosis = await diagnoseWorkspace(files, "cellar");
    await mock.close();
    assert.equal(mock.log.length, 2, "what was asked for, and what names nothing");
    assert.notEqual(diagnosis.verdict.cause, "wrong-scope", diagnosis.verdict.summary);
  });

  it("asks no region that nobody configured", async () => {
    const eu = regions["eu"] as Region;
    const only = JSON.stringify({ eu: { api: eu.server.origin, auth: eu.token } });
    const text = "GET {{api}}/orders/us-2002\nAuthorization: {{auth}}\n";
    const diagnosis = await diagnoseWorkspace({ "api.http": text, "http-client.env.json": only }, "eu");
    assert.notEqual(diagnosis.verdict.cause, "wrong-scope");
    assert.deepEqual([regions["us"]?.server.log, regions["ap"]?.server.log], [[], []]);
  });
});

describe("the same request for another tenant", () => {
  it("names the tenant that holds it, each asked with its own key", async () => {
    const keys: Readonly<Record<string, string>> = { acme: "acme-key-1c5d", globex: "globex-key-9e2a" };
    let crossed = 0;
    const server = await startRecorder(({ url, headers }, response) => {
      const tenant = String(headers["x-tenant"]);
      const isHeld = tenant === "acme" && url === "/files/f-20441";
      const isAllowed = headers["x-api-key"] === keys[tenant];
      crossed += isAllowed ? 0 : 1;
      response.writeHead(isAllowed ? (isHeld ? 200 : 404) : 401, { "content-type": "application/json" });
      response.end(isHeld && isAllowed ? '{"id":"f-20441"}' : '{"error":"no such file"}');
    });
    const environments = Object.fromEntries(
      Object.entries(keys).map(([tenant, key]) => [tenant, { api: server.origin, tenant, key }]),
    );
    const text = "GET {{api}}/files/f-20441\nX-Tenant: {{tenant}}\nX-Api-Key: {{key}}\n";
    const texts = { "api.http": text, "http-client.env.json": JSON.stringify(environments) };
    const diagnosis = await diagnoseWorkspace(texts, "globex");
    await server.close();
    assert.equal(kindOf(diagnosis), "wrong-scope/wrong-tenant");
    assert.match(diagnosis.verdict.summary, /^"f-20441" of \/files is not found in globex but in acme/);
    assert.deepEqual(server.credentials(), Object.values(keys).toSorted());
    assert.equal(crossed, 0, "a key went out under another tenant");
  });
});

describe("a field of an application's own that two environments have otherwise", () => {
  /** Somebody asks for a ticket that only another may see; `asking` is how the handler chooses. */
  async function ask(asking: string) {
    const server = await startRecorder(({ url, headers }, response) => {
      const isFound = headers["x-door"] === "c-55" && url === "/tickets/leak-602";
      response.writeHead(isFound ? 200 : 404, { "content-type": "application/json" });
      response.end(isFound ? '{"id":"leak-602"}' : url?.startsWith("/tickets") ? '{"error":"no ticket"}' : "{}");
    });
    const diagnosis = await diagnoseWorkspace(
      {
        "app.js": `const app = require("express")();
app.get("/tickets/:ticket", (req, res) => {
  const ticket = tickets.find((one) => one.id === req.params.ticket);
  if (${asking}) return res.status(404).json({ error: "no ticket" });
  res.json(ticket);
});
app.listen(3000);
`,
        "api.http": "GET {{api}}/tickets/leak-602\nX-Door: {{door}}\n",
        "http-client.env.json": JSON.stringify({
          noor: { api: server.origin, door: "r-19" },
          wilma: { api: server.origin, door: "c-55" },
        }),
      },
      "noor",
    );
    await server.close();
    return kindOf(diagnosis);
  }

  it("says who asks where the handler asks who may see the thing", async () => {
    assert.equal(await ask("!ticket || !visibleTo(req.user, ticket)"), "access-masking/masked-resource");
  });

  it("says whose thing is meant where the handler asks nobody", async () => {
    assert.equal(await ask("!ticket"), "wrong-scope/wrong-tenant");
  });
});
