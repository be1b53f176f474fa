import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { callersIn, findNotedCallers } from "../../../src/engine/diagnosis/workspace/handlers/callerLookup.ts";
import { investigate, verdictOf } from "./investigate.ts";

const fastapi = (handler: string) => ({
  "app.py": `from fastapi import Depends, FastAPI, HTTPException
from store import db, find
app = FastAPI()

@app.get("/statements/{number}")
${handler}
`,
  "store.py": "def find(number, owner):\n    return None\n",
});
const express = (handler: string) => ({
  "app.js": `const app = require("express")();\napp.get("/statements/:number", (req, res) => {\n${handler}\n});\napp.listen(3000);\n`,
});
const seed = {
  "seed.sql":
    "INSERT INTO users VALUES (501, 'sara'), (502, 'milo');\nINSERT INTO statements VALUES\n  (501, 2, 88),\n  (502, 1, 990);\n",
};
const otherTable = { "seed.sql": "INSERT INTO users VALUES (501, 'sara'), (502, 'milo');\n" };

const aiohttp = {
  "web.py": `from aiohttp import web
from store import Store

@web.middleware
async def client(request, handler):
    request["client"] = KEYS.get(request.headers.get("Authorization"))
    return await handler(request)

async def one(request):
    found = request.app["store"].one(int(request.match_info["number"]), request["client"])
    if not found:
        raise web.HTTPNotFound()
    return web.json_response(found)

def main():
    app = web.Application(middlewares=[client])
    app.router.add_get(r"/statements/{number}", one)
    web.run_app(app)
`,
  "store.py":
    "class Store:\n    def one(self, number, client):\n        return self.db.execute(ONE, (number, client)).fetchone()\n",
};

const ask = (files: Readonly<Record<string, string>>) =>
  investigate({
    files,
    server: ({ url = "" }, response) => {
      const isFound = url === "/statements/501";
      const missed = url.startsWith("/statements/") ? { detail: "No statement" } : { detail: "No path" };
      response.writeHead(isFound ? 200 : 404, { "content-type": "application/json" });
      response.end(JSON.stringify(isFound ? { number: 501 } : missed));
    },
    http: "GET ORIGIN/statements/502\nX-Key: k-milo\n\n###\nGET ORIGIN/statements/501\nX-Key: k-milo\n",
  });

const owned: readonly (readonly [name: string, files: Readonly<Record<string, string>>])[] = [
  [
    "SQL that takes the owner",
    fastapi(
      'def show(number: int, user=Depends(current_user)):\n    row = db.execute(\n        "SELECT * FROM statements WHERE id = ? AND user_id = ?",\n        (number, user["id"]),\n    ).fetchone()\n    if row is None:\n        raise HTTPException(404, "No statement")\n    return row',
    ),
  ],
  [
    "a caller by another name, given to a lookup",
    fastapi(
      'def show(number: int, tailor=Depends(signed_in_tailor)):\n    found = find(number, tailor)\n    if not found:\n        raise HTTPException(404, "No statement")\n    return found',
    ),
  ],
  [
    "an owner that a condition compares with whom the context keeps",
    {
      "app.ts":
        'import { Hono } from "hono";\nconst app = new Hono();\napp.get("/statements/:number", (c) => {\n  const found = find(Number(c.req.param("number")));\n  if (!found || found.ownerId !== c.get("user")) return c.json({ detail: "No statement" }, 404);\n  return c.json(found);\n});\nexport default app;\n',
    },
  ],
  [
    "a lookup by who a header names",
    {
      "sheets/settings.py": 'ROOT_URLCONF = "sheets.urls"\n',
      "sheets/urls.py":
        'from django.urls import path\nfrom sheets import views\nurlpatterns = [path("statements/<int:number>", views.show)]\n',
      "sheets/views.py":
        'from django.http import JsonResponse\nfrom django.shortcuts import get_object_or_404\n\ndef show(request, number):\n    found = get_object_or_404(Statement, pk=number, client=request.headers.get("X-Client", ""))\n    return JsonResponse({"number": found.pk})\n',
    },
  ],
  ["a lookup of the handler's own name, to which it gives what the request keeps of the caller", aiohttp],
  [
    "a field of a lookup that is the caller",
    express(
      "  const found = store.findOne({ number: req.params.number, client: req.user.id });\n  if (!found) return res.status(404).json({ detail: 'No statement' });\n  res.json(found);",
    ),
  ],
  [
    "a state that only some callers may see",
    express(
      "  const found = store.get(req.params.number);\n  if (!found || (found.draft && !req.user.isManager)) {\n    return res.status(404).json({ detail: 'No statement' });\n  }\n  res.json(found);",
    ),
  ],
  [
    "a field of the record that is not the caller",
    express(
      "  const found = store.get(req.params.number);\n  if (!found || found.sender !== req.user.id) {\n    return res.status(404).json({ detail: 'No statement' });\n  }\n  res.json(found);",
    ),
  ],
  [
    "a permission that is asked of the record",
    express(
      "  const found = store.get(req.params.number);\n  if (!found || !canView(reader(req), found)) return res.status(404).json({ detail: 'No statement' });\n  res.json(found);",
    ),
  ],
];

describe("a handler that answers the caller's own records only", () => {
  for (const [name, files] of owned) {
    it(`${name}: what data stores beside one that answers is hidden`, async () => {
      const diagnosis = await ask({ ...files, ...seed });
      assert.equal(verdictOf(diagnosis), "access-masking/masked-resource", diagnosis.verdict.summary);
      assert.ok(
        diagnosis.links.some(({ file, line }) => file === "seed.sql" && line === 4),
        JSON.stringify(diagnosis.links),
      );
    });

    it(`${name}: what only another table numbers so may be unknown, and no more than that`, async () => {
      const diagnosis = await ask({ ...files, ...otherTable });
      assert.notEqual(verdictOf(diagnosis), "access-masking/masked-resource");
      assert.ok(diagnosis.verdict.confidence <= 0.7, String(diagnosis.verdict.confidence));
    });
  }

  it("is none where the caller is given and nothing is looked up by it", async () => {
    const handler =
      'def show(number: int, who: str = Depends(current_member)):\n    found = db.get(number)\n    if not found:\n        raise HTTPException(404, "No statement")\n    return {**found, "seen_by": who}';
    const diagnosis = await ask({ ...fastapi(handler), ...otherTable });
    assert.equal(verdictOf(diagnosis), "stale-identifier/unknown-id");
    assert.ok(diagnosis.verdict.confidence > 0.9, String(diagnosis.verdict.confidence));
  });
});

it("the caller is known by the name under which a handler is given it", () => {
  const finds = (handler: string, text: string) => callersIn(handler, []).test(text);
  assert.ok(finds("def f(tailor: Tailor = Depends(signed_in_tailor)):", "find(key, tailor)"));
  assert.ok(finds("def f(me: Annotated[User, Depends(auth.current_user)]):", "find(key, me)"));
  assert.ok(finds("def f(key):", "request.user"));
  assert.ok(finds("(c) => {", 'letter.ownerId !== c.get("user")'));
  assert.ok(
    finds("def f(request, pk):", 'get_object_or_404(Chart, pk=pk, client=request.headers.get("X-Client", ""))'),
  );
  assert.ok(finds("(req, res) => {", 'play.ownerId !== req.header("x-user-id")'));
  assert.ok(!finds("(req, res) => {", 'play.house !== req.header("x-house")'));
  assert.ok(!finds("(c) => {", 'letter.kind !== c.get("locale")'));
  assert.ok(!finds("def f(service: Service = Depends(make_service)):", "find(key, service)"));
});

it("and by the property under which the code that reads a credential keeps it", () => {
  const keeping = { file: "identify.js", text: 'req.customer = customers.get(req.get("authorization"));\n' };
  assert.deepEqual(findNotedCallers([keeping]), ["customer"]);
  assert.ok(callersIn("", ["customer"]).test("row.customerId === req.customer.id"));
  assert.deepEqual(findNotedCallers([{ file: "web.py", text: 'request["keeper"] = KEYS.get(token)\n' }]), ["keeper"]);
  assert.ok(callersIn("", ["keeper"]).test('store.one(number, request["keeper"])'));
  assert.deepEqual(findNotedCallers([{ file: "a.ts", text: 'c.set("tailor", c.req.header("x-user"));\n' }]), [
    "tailor",
  ]);
  assert.ok(callersIn("", ["staff"]).test('row.owner === c.get("staff").id'));
  assert.deepEqual(
    findNotedCallers([{ file: "log.js", text: "req.started = Date.now();\n" }]),
    [],
    "no credential is read",
  );
  assert.deepEqual(findNotedCallers([{ ...keeping, file: "test/identify.test.js" }]), []);
});
