import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { rootCertificates } from "node:tls";
import { readAuthoritiesInWorker } from "../../src/node/authorities.ts";
import { readSystemAuthorities } from "../../src/node/network.ts";

test("the authorities of the system are read in a worker, without those that Node brings itself", async () => {
  const workerFile = join(import.meta.dirname, "../../src/node/authoritiesReader.ts");
  const read = await readAuthoritiesInWorker(workerFile);
  assert.deepEqual(read, readSystemAuthorities());
  assert.equal(new Set(read).size, read.length);
  assert.ok(!read.some((pem) => rootCertificates.includes(pem)));
  assert.deepEqual(await readAuthoritiesInWorker(join(import.meta.dirname, "none.ts")), []);
});
