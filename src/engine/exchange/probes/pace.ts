import type { Clock } from "../../ports.ts";

/** How fast one host may be asked; `wait` resolves after so many ms or as soon as the signal is aborted. */
export interface PacePlan {
  readonly clock: Clock;
  readonly perSecond: number;
  readonly concurrency: number;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Lets requests to one host go at a bounded rate and only so many at a time, in the order they came. */
export class Pace {
  readonly #plan: PacePlan;
  readonly #queue: (() => void)[] = [];
  #running = 0;
  #nextStart = 0;
  #perSecond: number;

  constructor(plan: PacePlan) {
    this.#plan = plan;
    this.#perSecond = plan.perSecond;
  }

  /** Halves the rate, because the host said that it was too much; one start per second is left at the least. */
  slowDown(): void {
    this.#perSecond = Math.max(Math.min(1, this.#plan.perSecond), this.#perSecond / 2);
  }

  /** Gives back a hundredth of the full rate, because the host took a request without complaint. */
  speedUp(): void {
    this.#perSecond = Math.min(this.#plan.perSecond, this.#perSecond + this.#plan.perSecond / 100);
  }

  /** Resolves when it is this request's turn, or at once when the signal is aborted; `leave` must follow in either case. */
  async enter(signal: AbortSignal): Promise<void> {
    if (this.#running >= this.#plan.concurrency) await this.#queueUp(signal);
    this.#running += 1;
    if (signal.aborted) return;
    const now = this.#plan.clock.elapsed();
    const start = Math.max(now, this.#nextStart);
    this.#nextStart = start + 1000 / this.#perSecond;
    if (start > now) await this.#plan.wait(start - now, signal);
  }

  leave(): void {
    this.#running -= 1;
    this.#queue.shift()?.();
  }

  #queueUp(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const go = () => {
        signal.removeEventListener("abort", giveUp);
        resolve();
      };
      const giveUp = () => {
        const place = this.#queue.indexOf(go);
        if (place >= 0) this.#queue.splice(place, 1);
        resolve();
      };
      this.#queue.push(go);
      signal.addEventListener("abort", giveUp, { once: true });
    });
  }
}

/** Waits on the clock of the machine; an abort ends the wait at once. */
export function waitOnTimer(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener("abort", end, { once: true });
    if (signal.aborted) end();
  });
}
