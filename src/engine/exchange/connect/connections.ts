import type { Limits } from "../limits.ts";
import { Connection } from "./connection.ts";
import type { DialPlan } from "./dial.ts";

const mostIdle = 64;

/** Keeps connections that may carry another hop to the same origin under the same terms. */
export class Connections {
  readonly #limits: Limits;
  readonly #idle = new Map<Connection, string>();
  readonly #busy = new Set<Connection>();
  #isClosed = false;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** An idle connection under the same terms, or a new one; `fresh` never takes an idle one. */
  take(plan: DialPlan, wish: "any" | "fresh"): Connection {
    const terms = termsOf(plan);
    const found = wish === "fresh" ? undefined : [...this.#idle].find(([one, its]) => its === terms && one.isOpen)?.[0];
    const connection = found ?? new Connection(plan, this.#limits);
    this.#idle.delete(connection);
    this.#busy.add(connection);
    return connection;
  }

  /** Gives a connection back after a hop; what cannot carry another one is closed. */
  give(connection: Connection, plan: DialPlan, state: "reusable" | "spent"): void {
    this.#busy.delete(connection);
    if (state === "spent" || !connection.isOpen) {
      connection.destroy();
      return;
    }
    this.#idle.set(connection, termsOf(plan));
    const oldest = this.#idle.keys().next().value;
    if (this.#idle.size <= mostIdle || oldest === undefined) return;
    this.#idle.delete(oldest);
    oldest.destroy();
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Closes everything at once, and for good. */
  close(): void {
    this.#isClosed = true;
    for (const connection of [...this.#idle.keys(), ...this.#busy]) connection.destroy();
    this.#idle.clear();
    this.#busy.clear();
  }
}

function termsOf(plan: DialPlan): string {
  return `${plan.origin.key} ${plan.certificates} ${plan.protocols.join()} ${plan.proxy?.authority ?? "direct"} ${plan.socketPath ?? ""}`;
}
