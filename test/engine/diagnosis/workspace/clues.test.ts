import assert from "node:assert/strict";
import { test } from "node:test";
import { readClues } from "../../../../src/engine/diagnosis/workspace/clues.ts";

const clues = (file: string, text: string, kind: string) =>
  readClues(file, text)
    .filter((clue) => clue.kind === kind)
    .map(({ value, location }) => `${location.line}:${location.column} ${value}`);

test("base paths are read where servers and applications set them", () => {
  const settings: readonly (readonly [string, string])[] = [
    ['app = DispatcherMiddleware(hall, {"/shop": create_shop()})', "/shop"],
    ['APPLICATION_ROOT = "/shop"', "/shop"],
    ["server.servlet.context-path=/shop", "/shop"],
    ["uvicorn main:app --root-path /shop", "/shop"],
    ['  "basePath": "/shop/v1",', "/shop/v1"],
    ["ENV SCRIPT_NAME=/shop", "/shop"],
    ["handle_path /shop/* {", "/shop"],
    ['import { mount } from "./shop"', "none"],
  ];
  for (const [line, value] of settings) {
    const found = clues("x.py", line, "base-path").map((one) => one.split(" ")[1]);
    assert.deepEqual(found, value === "none" ? [] : [value], line);
  }
});

test("hosts are read from the settings that name them, and not from imports or addresses", () => {
  assert.deepEqual(clues("settings.py", 'ALLOWED_HOSTS = ["shop.example.test", ".inner.test"]', "host"), [
    "1:19 shop.example.test",
    "1:40 .inner.test",
  ]);
  assert.deepEqual(clues("nginx.conf", "  server_name shop.test;", "host"), ["1:15 shop.test"]);
  assert.deepEqual(clues("app.py", '@app.route("/", host="radio.test")', "host"), ["1:23 radio.test"]);
  assert.deepEqual(clues("app.py", "host = os.environ.get('HOST')", "host"), []);
  assert.deepEqual(clues(".env", "PUBLIC_HOST=guide.museum.test", "host"), ["1:13 guide.museum.test"]);
  assert.deepEqual(clues("a.ts", 'publicHost: process.env.PUBLIC_HOST ?? "guide.test",', "host"), ["1:41 guide.test"]);
  assert.deepEqual(clues("a.js", 'app.use(byHost("bakery.test", bakery));', "host"), ["1:17 bakery.test"]);
  assert.deepEqual(clues("app.py", 'def create(config="almanac.config.Local"):', "host"), []);
  assert.deepEqual(clues("app.py", 'app.config.from_object("almanac.config.local")', "host"), []);
  assert.deepEqual(
    clues("a.py", 'os.environ.setdefault("DJANGO_SETTINGS_MODULE", "roads.settings.local")', "host"),
    [],
  );
  assert.deepEqual(clues("hosts.ts", '  kiosk: "kiosk.ice.test",', "host"), ["1:11 kiosk.ice.test"]);
  assert.deepEqual(clues("app.js", '    case "skippers.canal.test":', "host"), ["1:11 skippers.canal.test"]);
  // What only code says without quotes, and where data and mail are kept, is no host that is served.
  assert.deepEqual(clues("a.ts", "app.register(tours, { host: settings.publicHost });", "host"), []);
  assert.deepEqual(clues(".env", "DB_HOST=db.museum.test", "host"), []);
});

test("pages of a browser's router count only where a router is imported", () => {
  const text = 'import { Route } from "react-router";\n<Route path="/rooms/:room" element={<Room />} />\n';
  assert.deepEqual(clues("app.jsx", text, "client-route"), ["2:14 /rooms/:room"]);
  assert.deepEqual(clues("server.js", 'app.get({ path: "/rooms" })', "client-route"), []);
});

test("media types, joins, base URLs, redirects and hosts of files have their lines", () => {
  assert.deepEqual(clues("a.md", "Send `application/vnd.shop.v2+json`.", "media-type"), [
    "1:7 application/vnd.shop.v2+json",
  ]);
  assert.deepEqual(clues("a.js", 'fetch(new URL("/menus/" + day, BASE))', "join"), ["1:16 /menus/"]);
  assert.deepEqual(clues("a.py", 'urljoin(BASE, "/menus")', "join"), ["1:16 /menus"]);
  assert.deepEqual(clues("a.js", 'url.resolve(base, "/rounds/" + id)', "join"), ["1:20 /rounds/"]);
  assert.deepEqual(clues("a.py", 'urljoin(BASE, f"menus/{day}")', "join"), ["1:17 menus/"]);
  assert.deepEqual(clues("a.cs", 'new Uri(baseAddress, $"menus/{day}")', "join"), ["1:24 menus/"]);
  assert.deepEqual(clues("a.js", 'new URL("https://shop.test/menus")', "join"), []);
  assert.deepEqual(clues("a.js", "  const url = new URL(path, base);", "join-through"), ["1:23 path"]);
  assert.deepEqual(clues("a.py", "url = urljoin(self.base, path)", "join-through"), ["1:26 path"]);
  assert.deepEqual(clues("a.js", "  url.pathname = given;", "join-through"), ["1:18 given"]);
  assert.deepEqual(clues("a.py", 'url = urlunsplit((scheme, host, path, "", ""))', "join-through"), ["1:33 path"]);
  assert.deepEqual(clues("a.py", "parts = urlsplit(BASE)._replace(query=q, path=given)", "join-through"), [
    "1:47 given",
  ]);
  assert.deepEqual(clues("a.py", 'urlunsplit((scheme, host, base + path, "", ""))', "join-through"), []);
  assert.deepEqual(clues("a.js", "if (url.pathname === path) next();", "join-through"), []);
  assert.deepEqual(clues("a.js", "new URL(file, import.meta.url); new URL(path)", "join-through"), []);
  assert.deepEqual(clues(".env", "BASE=https://shop.test/kitchen/v1/", "base-url"), ["1:23 /kitchen/v1/"]);
  assert.deepEqual(clues(".env", "BASE=https://shop.test/kitchen/v1", "base-url"), ["1:23 /kitchen/v1"]);
  assert.deepEqual(clues("a.js", "  res.redirect(301, to);", "redirect"), ["1:3 res.redirect(301, to);"]);
  assert.deepEqual(clues("a.js", 'app.use(express.static("web"));', "file-host"), [
    '1:1 app.use(express.static("web"));',
  ]);
});

test("comments and lines without end say nothing", () => {
  assert.deepEqual(readClues("a.js", '// res.redirect("/x")'), []);
  assert.deepEqual(readClues("a.js", `const base = "/shop"; ${"x".repeat(2000)}`), []);
});

test("the stage of a gateway is read, and what a command may set by its default", () => {
  assert.deepEqual(clues("serverless.yml", "  stage: prod", "stage"), ["1:10 prod"]);
  const asked = (expression: string) => clues("serverless.yml", `  stage: $\{${expression}}`, "stage");
  assert.deepEqual(asked("opt:stage, 'dev'"), ["1:24 dev"]);
  assert.deepEqual(asked("self:custom.stage"), []);
});

test("a variable of two lines is read as one", () => {
  const text = "env:\n  - name: API_ROOT\n    value: /pms\n  - name: TITLE\n    value: /pms\n";
  assert.deepEqual(clues("k8s/deployment.yaml", text, "base-path"), ["3:12 /pms"]);
});
