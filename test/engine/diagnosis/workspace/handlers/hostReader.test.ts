import assert from "node:assert/strict";
import { test } from "node:test";
import { findHostReader } from "../../../../../src/engine/diagnosis/workspace/handlers/hostReader.ts";

const readerIn = (text: string, file = "app.js") => findHostReader([{ file, text }])?.line ?? null;

test("the line that chooses by the host is found in what frameworks call it", () => {
  assert.equal(readerIn("def load():\n    site = SITES.get(request.get_host())\n", "sites.py"), 2);
  assert.equal(readerIn('name = request.host.split(".")[0]\n', "tenants.py"), 1);
  assert.equal(readerIn("const county = counties.find((one) => one.host === req.hostname);\n"), 1);
  assert.equal(readerIn("const [shop] = req.headers.host.split('.');\n"), 1);
});

test("a host that is only written into a URL or a log, commented out, or of a test chooses nothing", () => {
  assert.equal(
    readerIn('response.redirect("https://".concat(req.hostname));\nconst all = rows.filter(isOpen);\n'),
    null,
  );
  assert.equal(readerIn("logger.info(req.hostname, list[0]);\n"), null);
  assert.equal(readerIn("// sites.get(req.hostname)\n"), null);
  assert.equal(readerIn("sites.get(req.hostname)\n", "test/app.test.js"), null);
  assert.equal(readerIn("const host = req.hostname;\n"), null);
  const handing = "const app = apps[req.hostname];\nreturn app ? app(req, res, next) : next();\n";
  assert.equal(readerIn(handing), null, "which application answers is no tenant's data");
});
