import assert from "node:assert/strict";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { after, before, beforeEach, suite, test } from "node:test";
import { runCli } from "./runCli.ts";
import { openShop, type Shop } from "./shop.ts";

/** A request as the server saw it: method, path, and its cookies. */
type Seen = readonly [request: string, cookie: string];

let shop: Shop;
let server: Server;
let elsewhere: Server;
const seen: Seen[] = [];
const seenElsewhere: Seen[] = [];

const session = "CANARY-session-5d21";

before(async () => {
  shop = await openShop();
  let count = 0;
  // Logging in sets cookies on the way; every other answer sets a new one, which must not change what is asked next.
  server = createServer(({ method, url = "", headers }, response) => {
    seen.push([`${method} ${url}`, headers.cookie ?? ""]);
    if (url === "/login") {
      const cookies = [`sid=${session}; Path=/; HttpOnly`, "theme=dark", "admin=1; Path=/admin", "gone=1; Max-Age=0"];
      response.writeHead(303, { location: "/home", "set-cookie": cookies }).end();
    } else if (url === "/home") {
      response.writeHead(200, { "set-cookie": "step=two-of-login; Path=/" }).end('{"order":"8472"}');
    } else {
      const isMember = (headers.cookie ?? "").includes(session);
      response.writeHead(isMember && url.startsWith("/api/v1/orders/") ? 200 : 404, {
        "set-cookie": [`sid=rotated-${++count}; Path=/`, `seen=${count}; Path=/`],
      });
      response.end("{}");
    }
  }).listen(0, "127.0.0.1");
  elsewhere = createServer(({ method, url, headers }, response) => {
    seenElsewhere.push([`${method} ${url}`, headers.cookie ?? ""]);
    response.writeHead(404).end();
  }).listen(0, "127.0.0.1");
  await Promise.all([once(server, "listening"), once(elsewhere, "listening")]);
  const [base, other] = [server, elsewhere].map((one) => `http://127.0.0.1:${(one.address() as AddressInfo).port}`);
  const id = "{{login.response.body.$.order}}";
  await shop.write(
    "session.http",
    `# @name login
POST ${base}/login

### order
GET ${base}/api/v2/orders/${id}

### written
GET ${base}/api/v1/orders/${id}
Cookie: theme=light; own=1

### without
# @no-cookie-jar
GET ${base}/api/v1/orders/${id}

### other
GET ${other}/api/v2/orders/${id}

### a login whose cookies are nobody's
# @name careless
# @no-cookie-jar
POST ${base}/login

### careful
GET ${base}/api/v1/orders/{{careless.response.body.$.order}}
`,
  );
});

after(async () => {
  for (const one of [server, elsewhere]) {
    one.closeAllConnections();
    one.close();
  }
  await shop.close();
});

beforeEach(() => {
  seen.length = 0;
  seenElsewhere.length = 0;
});

async function diagnose(name: string, ...words: readonly string[]) {
  const run = await runCli(
    shop.folder,
    "diagnose",
    `session.http#${name}`,
    "--json",
    "--send-first",
    "--allow-unsafe",
    ...words,
  );
  return { ...run, document: JSON.parse(run.stdout) };
}

const given = `sid=${session}; theme=dark; step=two-of-login`;

suite("the cookies of an investigation", () => {
  test("a login that is sent first gives its session to the failing request, and every probe carries just that", async () => {
    const { document, stdout, stderr } = await diagnose("order", "--export", "session.sh", "--export", "session.har");
    assert.equal(document.outcome, "not-found");
    const [login, home, ...rest] = seen;
    assert.deepEqual(login, ["POST /login", ""]);
    assert.deepEqual(home, ["GET /home", `sid=${session}; theme=dark`]);
    assert.ok(rest.length > 2, `probes were sent: ${rest.length}`);
    for (const [request, cookie] of rest) assert.equal(cookie, given, request);
    assert.deepEqual([document.verdict.cause, document.verdict.kind], ["route-drift", "version-moved"]);
    const exported = await Promise.all(
      ["session.sh", "session.har"].map((file) => readFile(join(shop.folder, file), "utf8")),
    );
    for (const text of [stdout, stderr, ...exported]) assert.doesNotMatch(text, /CANARY|two-of-login|rotated-/);
    assert.match(exported[0] ?? "", /Cookie: sid=•••; theme=•••; step=•••/);
  });

  test("what is written wins over a cookie of the same name, and stands first", async () => {
    const { document } = await diagnose("written");
    assert.equal(document.outcome, "answered");
    assert.deepEqual(seen.at(-1), ["GET /api/v1/orders/8472", `theme=light; own=1; sid=${session}; step=two-of-login`]);
  });

  test("# @no-cookie-jar takes none and gives none", async () => {
    assert.equal((await diagnose("without", "--no-probes")).document.outcome, "not-found");
    assert.deepEqual(seen.at(-1), ["GET /api/v1/orders/8472", ""]);
    assert.equal((await diagnose("careful", "--no-probes")).document.outcome, "not-found");
    assert.deepEqual(seen.at(-1), ["GET /api/v1/orders/8472", ""]);
  });

  test("no cookie goes to another origin", async () => {
    await diagnose("other");
    assert.ok(seenElsewhere.length > 2);
    for (const [request, cookie] of seenElsewhere) assert.equal(cookie, "", request);
  });
});
