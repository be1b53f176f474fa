import type { Case, Expression, Step } from "../facts.ts";

/** What decides between two sides when an application starts. */
export interface Condition {
  readonly on: Expression;
  /** True for what an application is set to; false for a test of one thing among others, such as a file of a folder. */
  readonly isSwitch: boolean;
}

/** The condition that holds where another does not. */
export function denied(condition: Condition | null): Condition | null {
  return condition && { ...condition, on: { kind: "test", holds: "none", parts: [condition.on] } };
}

/** The step that does one of two bodies, as a condition decides where it is known. */
export function stepOf({ on, isSwitch }: Condition, then: readonly Step[], otherwise: readonly Step[]): Step {
  const cases: Case[] = [
    { value: { kind: "truth", value: true }, body: then },
    { value: null, body: otherwise },
  ];
  return { kind: "branch", on, cases, ...(isSwitch ? { isSwitch } : {}) };
}
