/** Why the command line cannot do what it was asked; stable, part of the JSON of a failure. */
export type CliErrorCode =
  | "bad-arguments"
  | "not-in-this-version"
  | "unreadable-input"
  | "unwritable-output"
  | "no-such-request"
  | "no-recorded-response"
  | "not-http"
  | "choose-a-request"
  | "unknown-environment"
  | "interrupted"
  | "old-node"
  | "internal";

/** Ends a command; the message is advice that the person can act on, and is shown masked. */
export class CliError extends Error {
  readonly code: CliErrorCode;

  constructor(code: CliErrorCode, message: string) {
    super(message);
    this.name = "CliError";
    this.code = code;
  }
}
