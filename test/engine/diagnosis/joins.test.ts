import assert from "node:assert/strict";
import { it } from "node:test";
import { investigate, verdictOf } from "./investigate.ts";

const service = `const app = require("express")();
app.get("/hut/api/stakes/:stake/readings", (request, response) => response.json([]));
app.listen(3000);
`;

function setUp(base: string, reference: string, asked: string): Parameters<typeof investigate>[0] {
  return {
    files: {
      "app.js": service,
      "sync/settings.toml": `base = "https://valley.test${base}"\n`,
      "sync/client.py": `url = urljoin(settings["base"], f"${reference}/{stake}/readings")\n`,
    },
    server: (request, response) => {
      const isServed = request.url === "/hut/api/stakes/S3/readings";
      response.writeHead(isServed ? 200 : 404, { "content-type": "application/json" });
      response.end(isServed ? "[]" : `{"error":"Cannot GET"}`);
    },
    http: `GET ORIGIN${asked}\n`,
  };
}

it("a base without an end slash loses its last segment to what is joined to it", async () => {
  const diagnosis = await investigate(setUp("/hut/api", "stakes", "/hut/stakes/S3/readings"));
  assert.equal(verdictOf(diagnosis), "request-built-wrong/dropped-segment");
  assert.match(diagnosis.verdict.summary, /last segment of the base URL, "api", is lost: sync\/client\.py:1/);
  const [request, setting] = diagnosis.fixes;
  assert.equal(request?.verified, true);
  assert.equal(setting?.title, "End the base URL with a slash: sync/settings.toml:1");
  const places = diagnosis.links.map(({ file, line }) => `${file}:${line}`);
  assert.ok(places.includes("sync/client.py:1") && places.includes("sync/settings.toml:1"), places.join());
});

it("a base with an end slash loses nothing, so that its join explains no such path", async () => {
  const diagnosis = await investigate(setUp("/hut/api/", "stakes", "/hut/stakes/S3/readings"));
  assert.notEqual(verdictOf(diagnosis), "request-built-wrong/dropped-segment");
});

it("a reference that starts with a slash takes the place of the base's whole path", async () => {
  const diagnosis = await investigate(setUp("/hut/api/", "/stakes", "/stakes/S3/readings"));
  assert.equal(verdictOf(diagnosis), "request-built-wrong/dropped-segment");
  assert.match(diagnosis.fixes[1]?.title ?? "", /^Write "\/stakes\/" without its first slash at sync\/client\.py:1$/);
});

it("a join is followed through the function that makes it", async () => {
  const setting = setUp("/hut/api/", "stakes", "/stakes/S3/readings");
  const client = `const base = process.env.BASE;
const ask = (path) => fetch(new URL(path, base));
export const readings = (stake) => ask("/stakes/" + stake + "/readings");
export const stakes = () => ask("stakes");
`;
  const diagnosis = await investigate({
    ...setting,
    files: { ...setting.files, "sync/client.py": "", "map/client.js": client },
  });
  assert.equal(verdictOf(diagnosis), "request-built-wrong/dropped-segment");
  const places = diagnosis.links.map(({ file, line }) => `${file}:${line}`);
  for (const place of ["map/client.js:3", "map/client.js:2", "sync/settings.toml:1"]) {
    assert.ok(places.includes(place), `${place} of ${places.join()}`);
  }
  assert.ok(diagnosis.fixes.some(({ title }) => title.includes("without its first slash at map/client.js:3")));
});

it("a slash from the base and one from the path are told where they meet, not of a proxy that is not there", async () => {
  const setting = setUp("/hut/api/", "stakes", "/hut/api//stakes/S3/readings");
  const client = 'url = f"{settings.base}/stakes/{stake}/readings"\n';
  const diagnosis = await investigate({ ...setting, files: { ...setting.files, "sync/client.py": client } });
  assert.equal(verdictOf(diagnosis), "rewrite-mismatch/proxy-joins-wrong");
  const titles = diagnosis.fixes.map(({ title }) => title).join("\n");
  assert.match(
    titles,
    /first slash of the path at sync\/client\.py:1, or the one that ends the base URL at sync\/settings/,
  );
  assert.doesNotMatch(titles, /proxy/);
  const places = diagnosis.links.map(({ file, line }) => `${file}:${line}`);
  assert.ok(places.includes("sync/client.py:1") && places.includes("sync/settings.toml:1"), places.join());
});

const functions: readonly (readonly [how: string, lines: string])[] = [
  ["parts", 'scheme, host, *_ = urlsplit(BASE)\n    return urlunsplit((scheme, host, path, "", ""))'],
  ["a replaced path", "parts = urlsplit(BASE)\n    return parts._replace(path=path).geturl()"],
];
for (const [how, lines] of functions) {
  it(`a function that puts a URL together of ${how} loses the path of its base`, async () => {
    const setting = setUp("/hut", "stakes", "/api/stakes/S3/readings");
    const client = `BASE = "https://valley.test/hut"\ndef address(path):\n    ${lines}\nget(address(f"/api/stakes/{stake}/readings"))\n`;
    const diagnosis = await investigate({ ...setting, files: { "app.js": service, "client.py": client } });
    assert.equal(verdictOf(diagnosis), "request-built-wrong/dropped-segment", diagnosis.verdict.summary);
    assert.ok(diagnosis.links.some(({ file, line }) => file === "client.py" && line === 4));
  });
}
