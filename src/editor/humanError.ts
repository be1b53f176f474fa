/** An error whose message is advice that the person can act on; `code` is stable. Any other error is a bug and is logged as one. */
export class HumanError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = "HumanError";
    this.code = code;
  }
}
