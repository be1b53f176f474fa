import type { Clock } from "../../ports.ts";
import { Pace, type PacePlan, waitOnTimer } from "./pace.ts";

/** How fast the hosts of one window or one command may be probed; what is left out has its default. */
export interface HostLimitsPlan {
  readonly clock: Clock;
  /** Starts per second and requests at a time, per host. */
  readonly perSecond?: number;
  readonly concurrency?: number;
  /** How to wait; a test may lend its own. */
  readonly wait?: PacePlan["wait"];
}

/** What each origin may be sent, whoever asks: investigations that share these share one rate per origin, and its silence. */
export class HostLimits {
  readonly #plan: HostLimitsPlan;
  readonly #paces = new Map<string, Pace>();
  readonly #silentUntil = new Map<string, number>();

  constructor(plan: HostLimitsPlan) {
    this.#plan = plan;
  }

  /** The pace of one origin. */
  paceOf(origin: string): Pace {
    const { clock, perSecond = 10, concurrency = 4, wait = waitOnTimer } = this.#plan;
    const pace = this.#paces.get(origin) ?? new Pace({ clock, perSecond, concurrency, wait });
    this.#paces.set(origin, pace);
    return pace;
  }

  /** Keeps silent to an origin for so many ms, and lets it be asked half as fast from then on. */
  hush(origin: string, ms: number): void {
    this.#silentUntil.set(origin, this.#plan.clock.now() + ms);
    this.paceOf(origin).slowDown();
  }

  /** How long an origin is not to be asked, in ms; 0 when it may be. */
  silenceOf(origin: string): number {
    return Math.max(0, (this.#silentUntil.get(origin) ?? 0) - this.#plan.clock.now());
  }
}
