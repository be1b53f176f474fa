import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { noEnvironments } from "../../../src/engine/requests/environments/environmentSet.ts";
import { findStatic } from "../../../src/engine/requests/findings/staticFindings.ts";
import { parseHttpFile, parseHttpFileInSteps } from "../../../src/engine/requests/grammar/parseHttpFile.ts";
import { resolveRequest } from "../../../src/engine/requests/resolve/resolveRequest.ts";
import {
  parseMarkdownInSteps,
  parseMarkdownRequests,
} from "../../../src/engine/requests/sources/parseMarkdownRequests.ts";
import { remarksOfFile, remarksOfRequest } from "../../../src/report/requests/requestRemarks.ts";
import { stillClock } from "./lent.ts";

/** How long the extension host may be held at a time, in ms; an editor's slice of 8 ms and one more step have to fit. */
const longestHold = 16;
const slice = 8;
const count = 10_000;

const request = (at: number) =>
  `### order ${at}\n# @name order${at}\nPOST {{host}}/api/v2//orders/undefined\n  ?page=${at}\nAccept: application/json\nX-Id: {{ordr}}\n\n{ "a": ${at} }\n\n`;
const requests = `@host = http://localhost:3000\n@order = 7\n\n${Array.from({ length: count }, (_, at) => request(at)).join("")}`;
const notes = `# Notes\n\n${Array.from({ length: count }, (_, at) => `Text.\n\n\`\`\`http\nGET http://a/${at}\n\`\`\`\n\n`).join("")}`;

/** The time of this thread on a processor, because the machine may be busy with other work. */
function spentMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/**
 * How long the longest step of some work takes in ms. Each step counts with the best of some runs, because the clock of a thread ticks
 * coarsely, and the collection of garbage hits now this step, now that.
 */
function longestStep(start: () => Iterator<unknown>): number {
  const best: number[] = [];
  for (let run = 0; run < 5; run++) {
    const work = start();
    for (let at = 0, isDone = false; !isDone; at++) {
      const started = spentMs();
      isDone = work.next().done === true;
      best[at] = Math.min(best[at] ?? Number.POSITIVE_INFINITY, spentMs() - started);
    }
  }
  return best.reduce((one, other) => Math.max(one, other));
}

function* judge(text: string): Generator<void> {
  const parsed = parseHttpFile(text);
  const context = { file: "a.http", text, parsed, environments: noEnvironments, environment: null, given: {} };
  yield;
  for (const written of parsed.requests) {
    const resolved = resolveRequest(written, { ...context, clock: stillClock });
    remarksOfRequest(findStatic(written, resolved), resolved);
    yield;
  }
}

function assertShort(start: () => Iterator<unknown>): void {
  const longest = longestStep(start);
  assert.ok(longest < longestHold - slice, `a step of ${longest.toFixed(1)} ms`);
}

describe("ten thousand requests in one file", () => {
  it("are read in many short steps, which lead to what reading at once leads to", () => {
    let steps = 0;
    const work = parseHttpFileInSteps(requests);
    let step = work.next();
    for (; step.done !== true; step = work.next()) steps++;
    assert.ok(steps >= count, `${steps} steps`);
    assert.equal(step.value.requests.length, count);
    assert.deepEqual(step.value, parseHttpFile(requests));
    const markdown = parseMarkdownInSteps(notes);
    let block = markdown.next();
    while (block.done !== true) block = markdown.next();
    assert.deepEqual(block.value, parseMarkdownRequests(notes));
  });

  it("hold the editor no longer than it may be held, however they are read", () => {
    assertShort(() => parseHttpFileInSteps(requests));
    assertShort(() => parseMarkdownInSteps(notes));
  });

  it("may hold contents and responses of many megabytes, which are read in steps that short", () => {
    const line = '  { "id": 8471, "name": "a name that is as long as names are", "tags": ["<a>", "b"] },\n';
    const content = `[\n${line.repeat(80_000)}]`;
    const large = `POST http://a\nContent-Type: application/json\n\n${content}\n\nHTTP/1.1 200 OK\n\n${content}\n`;
    assert.ok(large.length > 13_000_000);
    assertShort(() => parseHttpFileInSteps(large));
    const { requests: read } = parseHttpFile(large);
    assert.equal(read[0]?.body, content);
    assert.equal(read[0]?.recorded?.body, content);
  });

  it("are judged in steps that short, and what is shown of them is gathered as fast", () => {
    assertShort(judgeAfterReading);
    const { problems } = parseHttpFile(requests);
    const shown = Array.from({ length: 1_000 }, (_, at) => ({
      code: "double-slash",
      message: "",
      severity: "warning" as const,
      range: { start: at, end: at + 1 },
      fix: null,
      define: null,
    }));
    assertShort(function* () {
      yield remarksOfFile(shown, problems);
    });
  });
});

/** The judging alone: what is read at once in it is read beforehand. */
function judgeAfterReading(): Iterator<unknown> {
  const work = judge(requests);
  work.next();
  return work;
}
