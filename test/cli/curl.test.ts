import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { runCli } from "./runCli.ts";

let folder = "";
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "curl-"));
});
after(() => rm(folder, { recursive: true }));

const diagnose = (command: string, ...more: readonly string[]) =>
  runCli(folder, "diagnose", "--curl", command, "--json", "--no-probes", ...more);

describe("a curl command", () => {
  it("is not sent while it lacks what a shell would put in, and is sent once that is given", async () => {
    const command = 'curl "http://127.0.0.1:9/orders/$ORDER?at=$(date +%s)"';
    const run = await diagnose(command);
    assert.equal(run.status, 3, run.stderr);
    const { outcome, verdict, request } = JSON.parse(run.stdout);
    assert.deepEqual([outcome, verdict.kind], ["not-sent", "unresolved-variable"]);
    assert.equal(request.url, "http://127.0.0.1:9/orders/{{ORDER}}?at={{$(date +%s)}}");
    assert.match(run.stderr, /A shell puts the value of \$ORDER in here; give it with --var/);
    const given = await diagnose('curl "http://127.0.0.1:9/orders/$ORDER"', "--var", "ORDER=7");
    assert.deepEqual([given.status, JSON.parse(given.stdout).outcome], [3, "unreachable"]);
    assert.equal(JSON.parse(given.stdout).request.url, "http://127.0.0.1:9/orders/7");
  });

  it("says what is left out of it", async () => {
    const run = await diagnose("curl --resolve a:80:b http://127.0.0.1:9/a --next http://127.0.0.1:9/b -X DELETE");
    assert.match(run.stderr, /warning: --resolve is not followed here\./);
    assert.match(run.stderr, /warning: What follows --next is another request and is left out\./);
    assert.equal(JSON.parse(run.stdout).request.method, "GET");
  });
});
