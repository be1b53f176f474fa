import { HumanError } from "../humanError.ts";
import type { Located, Locator } from "../requests/locator.ts";
import type { Resolution } from "../requests/resolution.ts";
import type { Supply } from "../requests/supply.ts";
import type { Settings } from "../settings.ts";
import type { Workspace } from "../workspace.ts";
import type { Prepared } from "./diagnoser.ts";
import type { Target } from "./target.ts";

/** What a preparation reads. */
export interface PreparationParts {
  readonly workspace: Workspace;
  readonly locator: Locator;
  readonly resolution: Resolution;
  readonly supply: Supply;
  readonly settings: Settings;
}

/** Makes a target ready to be diagnosed: reads the request as it stands now, asks for what it needs, resolves it, and gathers what surrounds it. */
export class Preparation {
  readonly #parts: PreparationParts;

  constructor(parts: PreparationParts) {
    this.#parts = parts;
  }

  /** Null when the person left a question; throws a HumanError when the target names no request, or a recorded one without its response. */
  async prepare(target: Target, replay: "sent" | "recorded" = "sent"): Promise<Prepared | null> {
    const located = await this.#parts.locator.locate(target);
    const { recorded } = located.written;
    if (replay === "recorded" && recorded === null) {
      throw new HumanError("no-recorded-response", "No response is recorded beneath this request.");
    }
    const { supply } = this.#parts;
    // For a response that is known nobody is asked and nothing is sent first.
    const gathered = await (replay === "sent"
      ? supply.gather(located.written, located.source)
      : supply.recall(located.written, located.source));
    if (gathered === null) {
      return null;
    }
    const { supplied, session } = gathered;
    const { resolution, settings } = this.#parts;
    const { written, source, subject } = located;
    const [plain, all, elsewhere, checks] = await Promise.all([
      resolution.resolve(written, source, supplied),
      resolution.resolveAll(source),
      resolution.resolveElsewhere(written, source, supplied),
      resolution.resolveChecks(source, settings.existenceChecks(source.uri), supplied),
    ]);
    const request = session.give(plain);
    const others = all.filter((_, position) => source.parsed.requests[position] !== written);
    const siblings = others.map((other) => session.give(other));
    const surroundings = { uri: source.uri, folder: this.#folderOf(located), siblings, elsewhere, checks };
    // A response is looked up by its request as it is before the session gives it cookies.
    const keep: NonNullable<Prepared["keep"]> = (sent, received) =>
      this.#parts.supply.keep(written, sent === request ? plain : sent, source, received);
    const prepared = { ...surroundings, target: located.target, subject, request, written };
    if (replay === "recorded" && recorded !== null) {
      return { ...prepared, recorded };
    }
    return written.name === null ? prepared : { ...prepared, keep };
  }

  #folderOf({ source }: Located): Prepared["folder"] {
    return source.folder ?? this.#parts.workspace.folderOf(null);
  }
}
