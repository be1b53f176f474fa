import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findTakenLocation } from "../../../../../src/engine/diagnosis/workspace/gateways/nginxLocations.ts";
import { investigate, verdictOf } from "../../investigate.ts";

const proxy = "location /uploads/ { proxy_pass http://app:3000; }";
const pictures = "location ~* \\.(png|svg)$ { try_files $uri =404; }";
const config = (...locations: readonly string[]) => `server {\n  ${locations.join("\n  ")}\n}\n`;
const find = (path: string, ...locations: readonly string[]) =>
  findTakenLocation(path, [{ file: "nginx.conf", text: config(...locations) }]);

describe("the location that nginx takes for a path", () => {
  it("is one of a regular expression before the prefix that would pass the path on", () => {
    const found = find("/uploads/sage.SVG", "location / { root /srv; }", proxy, pictures);
    assert.deepEqual(found, {
      expression: "~* \\.(png|svg)$",
      prefix: "/uploads/",
      location: { file: "nginx.conf", line: 4, column: 1 },
      passing: { file: "nginx.conf", line: 3, column: 1 },
      right: "location ^~ /uploads/",
    });
  });

  for (const [name, path, ...locations] of [
    ["is the prefix where no expression matches", "/uploads/list", proxy, pictures],
    ["is the prefix where it is written with ^~", "/uploads/a.svg", proxy.replace("/up", "^~ /up"), pictures],
    ["is the exact one", "/uploads/a.svg", proxy, "location = /uploads/a.svg { proxy_pass http://app; }", pictures],
    ["is of no concern where the expression passes on as well", "/uploads/a.svg", proxy, proxy.replace("/up", "~ /up")],
    ["is of no concern where the prefix passes nothing on", "/uploads/a.svg", "location /uploads/ { }", pictures],
    ["stands in another server", "/uploads/a.svg", proxy, "}\nserver {", pictures],
  ] as const) {
    it(name, () => assert.equal(find(path, ...locations), null));
  }
});

describe("a path that an expression takes from the service", () => {
  const ask = (answer: string, fields: Readonly<Record<string, string>>) =>
    investigate({
      files: { "nginx.conf": config(proxy, pictures) },
      server: (_request, response) => void response.writeHead(404, fields).end(answer),
      http: "GET ORIGIN/uploads/sage.svg\n",
    });

  it("is blamed on the rule where nginx itself answers", async () => {
    const page =
      "<html>\r\n<head><title>404 Not Found</title></head>\r\n<body>\r\n<center><h1>404 Not Found</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";
    const diagnosis = await ask(page, { server: "nginx", "content-type": "text/html" });
    assert.equal(verdictOf(diagnosis), "rewrite-mismatch/rewrite-rule", diagnosis.verdict.summary);
    assert.equal(diagnosis.fixes[0]?.title, 'Write "location ^~ /uploads/" there: nginx.conf:2');
  });

  it("is not where the service answers in its own words", async () => {
    const diagnosis = await ask("Cannot GET /uploads/sage.svg", {
      "x-powered-by": "Express",
      "content-type": "text/html",
    });
    assert.notEqual(verdictOf(diagnosis), "rewrite-mismatch/rewrite-rule", diagnosis.verdict.summary);
  });
});
