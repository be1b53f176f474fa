import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Observation } from "../../../../src/engine/diagnosis/known.ts";
import { collectEvidence, judge, limitCauses, rankCauses } from "../../../../src/engine/diagnosis/verdict/judge.ts";
import { type RuleId, weights } from "../../../../src/engine/diagnosis/verdict/weights/index.ts";

function see(rule: RuleId, claim: string | null = null): Observation {
  return { step: "routing", rule, statement: `saw ${rule}`, claim, probe: null, location: null };
}

test("nothing seen is inconclusive, with the sentence that says what would decide", () => {
  const verdict = judge(rankCauses([]), [], "a probe would decide");
  assert.deepEqual(verdict, { cause: null, kind: null, confidence: 0, summary: "a probe would decide" });
});

test("a route that is written makes a kind likely, a probe that answers makes it nearly sure", () => {
  const [written] = rankCauses([see("version-written")]);
  const [answered] = rankCauses([see("version-written"), see("version-answers")]);
  assert.ok(written && answered);
  assert.ok(written.confidence > 0.6 && written.confidence < 0.9, String(written.confidence));
  assert.ok(answered.confidence > 0.97, String(answered.confidence));
});

test("a probe that misses takes back what the written route said", () => {
  const observations = [see("version-written"), see("version-misses")];
  assert.equal(judge(rankCauses(observations), observations, "open").cause, null);
});

test("the verdict is the sentence of the strongest proof for the leading kind, not of the loudest rule", () => {
  const observations = [
    see("case-written", "case"),
    see("version-written", "written"),
    see("version-answers", "answers"),
  ];
  const verdict = judge(rankCauses(observations), observations, "open");
  assert.equal(`${verdict.cause}/${verdict.kind}: ${verdict.summary}`, "route-drift/version-moved: answers");
});

test("without a sentence of its own the strongest proof's statement is said, never one that speaks for something else", () => {
  const observations = [see("case-written"), see("route-matched"), see("handler-ran"), see("neighbour-answers")];
  assert.equal(judge(rankCauses(observations), observations, "open").summary, "saw neighbour-answers");
});

test("evidence is numbered in order and carries its weights", () => {
  const [first, second] = collectEvidence([see("neighbour-answers"), see("gone-said")]);
  assert.equal(first?.id, "e1");
  assert.deepEqual(second?.weighs[0], { cause: "lifecycle", kind: "deleted", weight: 5 });
});

test("confidence lies between 0.01 and 0.99 and every ranked cause cites evidence that speaks for it", () => {
  const rules = Object.keys(weights) as RuleId[];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...rules), { maxLength: 12 }), (seen) => {
      const observations = seen.map((rule) => see(rule));
      const evidence = collectEvidence(observations);
      for (const cause of rankCauses(observations)) {
        assert.ok(cause.confidence >= 0.01 && cause.confidence <= 0.99);
        assert.ok(cause.evidence.length > 0);
        for (const id of cause.evidence) {
          const cited = evidence.find((one) => one.id === id);
          assert.ok(cited?.weighs.some((weight) => weight.kind === cause.kind && weight.weight > 0));
        }
      }
    }),
  );
});

test("that a thing exists nowhere is nearly certain only with a neighbour that answers and an unknown one missed alike", () => {
  const sure = (...rules: readonly RuleId[]) => {
    const observations = rules.map((rule) => see(rule));
    return limitCauses(rankCauses(observations), observations)[0]?.confidence ?? 0;
  };
  assert.equal(sure("handler-ran", "route-matched", "neighbour-answers", "collection-lacks-it"), 0.9);
  assert.equal(sure("handler-ran", "route-matched", "collection-lacks-it", "like-unknown-identifier"), 0.9);
  assert.ok(sure("handler-ran", "route-matched", "neighbour-answers", "like-unknown-identifier") > 0.95);
  assert.ok(sure("handler-ran", "route-matched", "check-lacks-it", "collection-lacks-it") > 0.95);
  assert.ok(sure("route-not-registered", "router-missed") > 0.9, "other kinds have no such need");
});

test("an answer that says gone is about deletion, though data calls the record retired", () => {
  const observations = [see("gone-said"), see("record-archived-written"), see("archived-state-asked")];
  assert.equal(judge(rankCauses(observations), observations, "open").kind, "deleted");
});

test("an unknown identifier is doubted where the handler answers the caller's own records only", () => {
  const rules: readonly RuleId[] = ["handler-ran", "route-matched", "neighbour-answers", "like-unknown-identifier"];
  const confidence = (...more: readonly RuleId[]) => {
    const observations = [...rules, ...more].map((rule) => see(rule));
    return limitCauses(rankCauses(observations), observations)[0]?.confidence ?? 0;
  };
  assert.ok(confidence() > 0.95);
  assert.ok(confidence("owner-filter-written") <= 0.7);
  assert.ok(confidence("owner-filter-written", "check-lacks-it") > 0.9);
});
