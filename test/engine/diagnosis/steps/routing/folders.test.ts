import assert from "node:assert/strict";
import { it } from "node:test";
import { investigate, verdictOf } from "../../investigate.ts";

const files = {
  "nginx/lime.conf": `server {
    location /static/ {
        root /srv/lime/static;
    }
    location / {
        proxy_pass http://127.0.0.1:8000;
    }
}
`,
  "docker-compose.yml": "services:\n  web:\n    volumes:\n      - ./static:/srv/lime/static:ro\n",
  "lime/settings.py": 'DEBUG = False\nROOT_URLCONF = "lime.urls"\nSTATIC_URL = "/static/"\n',
  "lime/urls.py":
    'from django.http import HttpResponse\nfrom django.urls import path\nurlpatterns = [path("", lambda request: HttpResponse("Lime"))]\n',
  "static/kiln.css": "h1 { color: #665; }\n",
};

it("what nginx serves from a folder of its own is not blamed on the server behind it", async () => {
  const diagnosis = await investigate({
    files,
    server: ({ url }, response) => {
      response.writeHead(url === "/" ? 200 : 404, { server: "nginx", "content-type": "text/html" });
      response.end(url === "/" ? "Lime" : "<html><head><title>404 Not Found</title></head></html>");
    },
    http: "GET ORIGIN/static/kiln.css\n",
  });
  assert.equal(verdictOf(diagnosis), "rewrite-mismatch/rewrite-rule");
  assert.match(diagnosis.verdict.summary, /\/srv\/lime\/static\/static\/kiln\.css.*alias \/srv\/lime\/static\//);
});
