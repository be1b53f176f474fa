import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { investigate } from "../investigate.ts";

describe("who answered, in the light of the route", () => {
  const django = {
    "manage.py": 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.settings")\n',
    "site/settings.py": 'ROOT_URLCONF = "site.urls"\n',
    "site/urls.py":
      'from django.urls import path\nfrom loans import views\n\nurlpatterns = [path("loans/<slug:code>", views.show)]\n',
    "loans/views.py": "def show(request, code):\n    return None\n",
  };
  const flask = {
    "app.py":
      'from flask import Flask\napp = Flask(__name__)\n\n@app.get("/loans/<code>")\ndef show(code):\n    return {}\n',
  };
  const ask = (files: Readonly<Record<string, string>>, body: string) =>
    investigate({
      files,
      server: (_request, response) => response.writeHead(404, { "content-type": "application/json" }).end(body),
      http: "GET ORIGIN/loans/L-31\n",
    });

  for (const body of ['{"detail":"Not Found"}', '{"detail":"No such loan."}']) {
    it(`names Django REST framework for ${body} where Django routes the path`, async () => {
      assert.equal((await ask(django, body)).responder?.name, "Django REST framework");
    });
  }

  it("names no framework where the route's own is another one and gives no such answer", async () => {
    const { responder } = await ask(flask, '{"detail":"No such loan."}');
    assert.deepEqual(
      [responder?.name, responder?.because.split(";")[0]],
      ["the application", "an answer that FastAPI gives as well"],
    );
  });
});
