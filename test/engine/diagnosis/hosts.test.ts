import assert from "node:assert/strict";
import { it } from "node:test";
import { investigate, verdictOf } from "./investigate.ts";

/** Serves by the host: one path under one name, and to every other host the same refusal. */
const serve =
  (name: string, refused: number, answered: (url: string) => boolean): Parameters<typeof investigate>[0]["server"] =>
  ({ url = "", headers }, response) => {
    const isHost = headers.host === name;
    const isThere = isHost && answered(url);
    response.writeHead(isThere ? 200 : isHost ? 404 : refused, { "content-type": "application/json" });
    response.end(isThere ? '["lemon"]' : isHost ? '{"error":"nothing"}' : '{"error":"no site"}');
  };

it("a name that a table chooses an application by is asked for, in whatever table it stands", async () => {
  const diagnosis = await investigate({
    files: {
      "front.mjs": `import { createServer } from "node:http";
const sites = new Map([["night.stations.test", night]]);
createServer((request, response) => {
  const site = sites.get(request.headers.host);
  site ? site(request, response) : response.writeHead(404).end();
}).listen(8080);
`,
    },
    server: serve("night.stations.test", 404, (url) => url === "/programme"),
    http: "GET ORIGIN/programme\n",
  });
  assert.equal(verdictOf(diagnosis), "other-responder/host-unmatched", diagnosis.verdict.summary);
  assert.match(diagnosis.verdict.summary, /with Host night\.stations\.test, which front\.mjs:2 names/);
});

it("a host under which every path is answered proves nothing, one whose handler takes any identifier does", async () => {
  const files = {
    "ferries/settings.py": 'ROOT_URLCONF = "ferries.urls"\nALLOWED_HOSTS = ["ferries.island.test"]\n',
    "ferries/urls.py": `from django.urls import path
from ferries import views
urlpatterns = [path("piers/<slug:pier>/next/", views.following)]
`,
    "ferries/views.py": "def following(request, pier): ...\n",
  };
  const ask = (answered: (url: string) => boolean) =>
    investigate({ files, server: serve("ferries.island.test", 400, answered), http: "GET ORIGIN/piers/west/next/\n" });
  const routed = await ask((url) => /^\/piers\/[^/]+\/next\/$/.test(url));
  assert.equal(verdictOf(routed), "other-responder/host-unmatched", routed.verdict.summary);
  const deaf = await ask(() => true);
  assert.notEqual(verdictOf(deaf), "other-responder/host-unmatched", deaf.verdict.summary);
});
