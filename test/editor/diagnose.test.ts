import assert from "node:assert/strict";
import { createServer } from "node:net";
import { commands, DiagnosticSeverity, Selection, window, workspace } from "vscode";
import type { Diagnosis } from "../../src/engine/model/diagnosis.ts";
import { activated, diagnoseRequest, diagnosticsOf, fileUri, lensesOf, lineOf, openAt } from "./opened.ts";

const requests = "requests/orders.http";

/** The steps of a run in the tree: its second level without the verdict and the list of probes. */
function stepLines(tree: string): readonly string[] {
  return tree
    .split("\n")
    .filter((line) => /^ {2}(Capture|Existence|Identifier|Routing|Masking|Comparison) {2}/.test(line));
}

describe("Diagnose 404 on a request", () => {
  beforeEach(async () => {
    await activated();
    await commands.executeCommand("diagnose404.clearInvestigations");
  });

  it("finds the version that moved: tree, diagnostic with the route, lens", async () => {
    const { treeText } = await activated();
    const diagnosis = await diagnoseRequest(requests, "/api/v2/orders/8472");
    assert.equal(`${diagnosis.verdict.cause}/${diagnosis.verdict.kind}`, "route-drift/version-moved");

    const tree = treeText();
    assert.match(tree, /^GET \/api\/v2\/orders\/8472 {2}404 · version moved · \d+\s%\n/);
    assert.ok(tree.split("\n")[1]?.includes(diagnosis.verdict.summary), tree);
    assert.deepEqual(
      stepLines(tree).map((line) => line.trim().split("  ")[0]),
      ["Capture", "Existence", "Identifier", "Routing", "Masking", "Comparison"],
    );
    const route = lineOf(await workspace.openTextDocument(fileUri("service/routes/orders.js")), 'get("/:id",') + 1;
    assert.match(tree, new RegExp(`^ {4,}.*Candidate route: .*service/routes/orders\\.js:${route}$`, "m"));

    const [diagnostic, ...others] = diagnosticsOf(fileUri(requests));
    assert.deepEqual(others, []);
    assert.equal(diagnostic?.code, "route-drift/version-moved");
    assert.equal(diagnostic?.severity, DiagnosticSeverity.Error);
    assert.ok(diagnostic?.message.startsWith(diagnosis.verdict.summary), diagnostic?.message);
    assert.match(diagnostic?.message ?? "", /\(\d+\s%\)$/);
    const linked = diagnostic?.relatedInformation?.map(
      ({ location: { uri, range } }) => `${uri.path}:${range.start.line + 1}`,
    );
    assert.ok(linked?.includes(`${fileUri("service/routes/orders.js").path}:${route}`), String(linked));

    const lenses = await lensesOf(fileUri(requests));
    assert.equal(lenses[0]?.title, "Diagnose 404 · last: 404 · version moved");
    assert.deepEqual(new Set(lenses.slice(1).map(({ title }) => title)), new Set(["Diagnose 404"]));
  });

  it("says that there is nothing to diagnose when the request answers", async () => {
    const { treeText } = await activated();
    const diagnosis = await diagnoseRequest(requests, "/api/v1/orders/8471");
    assert.equal(diagnosis.outcome, "answered");
    assert.match(treeText(), /^GET \/api\/v1\/orders\/8471 {2}200\n/);
    assert.deepEqual(diagnosticsOf(fileUri(requests)), []);
  });

  it("tells an unknown identifier from a missing route", async () => {
    const { verdict } = await diagnoseRequest(requests, "/api/v1/orders/9999");
    assert.equal(`${verdict.cause}/${verdict.kind}`, "stale-identifier/unknown-id");
  });

  it("finds the method that the path is served for", async () => {
    const { verdict } = await diagnoseRequest(requests, "/8471/cancel");
    assert.equal(`${verdict.cause}/${verdict.kind}`, "method-mismatch/wrong-method");
  });

  it("finds the router that nothing mounts, and links it", async () => {
    const { verdict, links } = await diagnoseRequest(requests, "/api/v1/refunds");
    assert.equal(`${verdict.cause}/${verdict.kind}`, "route-not-served/not-registered");
    assert.ok(
      links.some(({ file }) => file === "service/routes/refunds.js"),
      JSON.stringify(links),
    );
  });

  it("sends nothing when a variable is undefined, and links its use", async () => {
    const { treeText } = await activated();
    const diagnosis = await diagnoseRequest(requests, "{{customerId}}");
    assert.equal(diagnosis.outcome, "not-sent");
    assert.equal(`${diagnosis.verdict.cause}/${diagnosis.verdict.kind}`, "request-built-wrong/unresolved-variable");
    assert.deepEqual(diagnosis.probes, []);
    assert.ok(
      diagnosis.links.some(({ role }) => role === "variable"),
      JSON.stringify(diagnosis.links),
    );
    assert.match(treeText(), /not sent · unresolved variable/);
    assert.equal(diagnosticsOf(fileUri(requests))[0]?.severity, DiagnosticSeverity.Error);
  });

  it("says that the server is unreachable", async () => {
    const { treeText } = await activated();
    const port = await unusedPort();
    const target = { kind: "url", method: "GET", url: `http://127.0.0.1:${port}/api/v1/orders/1` };
    const diagnosis = await commands.executeCommand<Diagnosis>("diagnose404.diagnose", target);
    assert.equal(diagnosis.outcome, "unreachable");
    assert.match(treeText(), /^GET \/api\/v1\/orders\/1 {2}unreachable\n/);
  });
});

describe("Diagnose 404 from the palette", () => {
  beforeEach(async () => {
    await activated();
    await commands.executeCommand("diagnose404.clearInvestigations");
  });

  it("takes the request at the cursor", async () => {
    await openAt(requests, "# @name getOrder");
    const diagnosis = await commands.executeCommand<Diagnosis>("diagnose404.diagnose");
    assert.equal(diagnosis.request.name, "getOrder");
  });

  it("takes a selected curl command of any file", async () => {
    const answering = await diagnoseRequest(requests, "/api/v1/orders/8471");
    const text = `# notes\n\ncurl -s '${answering.request.url.replace("8471", "9999")}'\n`;
    const document = await workspace.openTextDocument({ content: text, language: "markdown" });
    const editor = await window.showTextDocument(document);
    editor.selection = new Selection(2, 0, 2, document.lineAt(2).text.length);
    const diagnosis = await commands.executeCommand<Diagnosis>("diagnose404.diagnose");
    assert.match(diagnosis.request.url, /\/api\/v1\/orders\/9999$/);
    assert.equal(diagnosis.verdict.kind, "unknown-id");
  });
});

/** A port of this machine that nothing listens on: one that was free a moment ago. */
async function unusedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  assert.ok(typeof address === "object" && address !== null);
  return address.port;
}
