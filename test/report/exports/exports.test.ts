import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHttpFile } from "../../../src/engine/requests/grammar/parseHttpFile.ts";
import { createMask } from "../../../src/engine/secrets.ts";
import { exportCorrected, exportDiagnosis } from "../../../src/report/exports/exports.ts";
import { assertHar } from "../harStructure.ts";
import { movedOrder } from "../movedOrder.ts";

const mask = createMask(movedOrder.request.secrets);

test("each format holds what was sent, and no secret", () => {
  const har = exportDiagnosis(movedOrder, "har", mask);
  assertHar(har);
  assert.equal(JSON.parse(har).log.entries.length, movedOrder.probes.length);
  const http = exportDiagnosis(movedOrder, "http", mask);
  assert.match(http, /^# < HTTP\/1\.1 404/m);
  const curl = exportDiagnosis(movedOrder, "curl", mask);
  assert.match(curl, /^curl /);
  for (const text of [har, http, curl]) assert.doesNotMatch(text, /hunter22/);
});

test("of a request that was not sent there is its text and no exchange", () => {
  const unsent = { ...movedOrder, exchange: null, probes: [] };
  assert.deepEqual(JSON.parse(exportDiagnosis(unsent, "har", mask)).log.entries, []);
  const [request] = parseHttpFile(exportDiagnosis(unsent, "http", mask)).requests;
  assert.equal(request?.url, "http://localhost:3000/api/v2/orders/8472?key=•••");
  assert.equal(request?.recorded, null);
});

test("the corrected request is the request with the method and URL of the best fix that changes it", () => {
  const request = {
    ...movedOrder.request,
    headers: [["Accept", "application/json"]] as const,
    body: new TextEncoder().encode('{"password":"hunter22","total":3}'),
  };
  const fix = (url: string | null) => ({
    kind: "edit-request" as const,
    title: "Fix",
    confidence: 0.9,
    verified: true,
    request: url === null ? null : { method: "PUT", url },
    edit: null,
  });
  const fixes = [fix(null), fix("http://localhost:3000/api/v1/orders/8472?key=hunter22"), fix("http://localhost/")];
  const text = exportCorrected({ ...movedOrder, request, fixes }, mask) ?? "";
  const [corrected, ...others] = parseHttpFile(text).requests;
  assert.deepEqual(others, []);
  assert.equal(`${corrected?.method} ${corrected?.url}`, "PUT http://localhost:3000/api/v1/orders/8472?key=•••");
  assert.deepEqual(
    corrected?.headers.map(({ name, value }) => `${name}: ${value}`),
    ["Accept: application/json"],
  );
  assert.equal(corrected?.body, '{"password":"•••","total":3}');
  assert.equal(exportCorrected({ ...movedOrder, fixes: [fix(null)] }, mask), null);
});
