import type { Outcome } from "../engine/model/diagnosis.ts";
import type { TextView } from "../report/terminalText.ts";

/** 0: no 404 remains; 1: a 404 was found; 3: a request could not be completed or was not sent. */
export type AnswerStatus = 0 | 1 | 3;

/** What a command found, already masked: the same content as a document for programs and as text for people. */
export interface Answer {
  readonly status: AnswerStatus;
  readonly document: object;
  readonly text: (view: TextView) => string;
}

/** The exit status by which a script learns how an investigation ended. */
export function statusOf(outcome: Outcome): AnswerStatus {
  switch (outcome) {
    case "answered":
      return 0;
    case "not-found":
    case "soft-not-found":
      return 1;
    case "unreachable":
    case "refused-by-policy":
    case "not-sent":
      return 3;
  }
}
