import { createCookieJar } from "./exchange/hops/cookieJar.ts";
import { isFailure, readDestination } from "./exchange/hops/target.ts";
import type { Hop } from "./model/exchange.ts";
import type { ResolvedPart, ResolvedRequest } from "./model/request.ts";
import type { Clock } from "./ports.ts";

type Field = readonly [name: string, value: string];

/** The Set-Cookie fields that came from one URL, in their order. */
export interface CookieGrant {
  readonly url: string;
  readonly fields: readonly Field[];
}

/** What a request was given on its way, hop by hop; empty under `# @no-cookie-jar`. */
export function grantsOf({ directives }: ResolvedRequest, hops: readonly Hop[]): readonly CookieGrant[] {
  if ("no-cookie-jar" in directives) {
    return [];
  }
  return hops.flatMap(({ url, response }) => {
    const fields = response?.headers.filter(([name]) => name.toLowerCase() === "set-cookie") ?? [];
    return fields.length === 0 ? [] : [{ url, fields }];
  });
}

/**
 * The cookies of one investigation. What the requests that are sent first are given goes along with those that follow, the failing one
 * included, as a field of theirs: so every probe carries exactly what the failing request carried, and what the answers to
 * it and to the probes set changes nothing.
 */
export class Session {
  readonly #clock: Clock;
  readonly #jar = createCookieJar();
  /** The request that set a cookie last, by the name of the cookie. */
  readonly #setBy = new Map<string, string>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Takes what a named request was given. */
  take(request: string, grants: readonly CookieGrant[]): void {
    for (const { url, fields } of grants) {
      const destination = readDestination(url);
      if (isFailure(destination)) {
        continue;
      }
      this.#jar.store(destination, fields, this.#clock.now());
      for (const [, value] of fields) {
        this.#setBy.set(nameOf(value), request);
      }
    }
  }

  /**
   * A request with the cookies that its origin and path get, behind those that are written, which win over one of the same name.
   * The same request where there is none, or under `# @no-cookie-jar`.
   */
  give(request: ResolvedRequest): ResolvedRequest {
    const destination = readDestination(request.url);
    if (isFailure(destination) || "no-cookie-jar" in request.directives) {
      return request;
    }
    const written = request.headers.filter(isCookie).flatMap(([, value]) => value.split(";").map(nameOf));
    const cookies = this.#jar.cookiesFor(destination, this.#clock.now()).filter(({ name }) => !written.includes(name));
    const parts = cookies.map(({ name, value }): ResolvedPart => {
      const from = { kind: "cookie", name, request: this.#setBy.get(name) ?? "" } as const;
      return { text: `${name}=${value}`, from, secret: true };
    });
    const secrets = [...new Set([...request.secrets, ...cookies.map(({ value }) => value)])];
    return parts.length === 0 ? request : { ...joinCookies(request, parts), secrets };
  }
}

/** A request whose first Cookie field, or a new one at the end, has these pairs behind its own. */
function joinCookies(request: ResolvedRequest, parts: readonly ResolvedPart[]): ResolvedRequest {
  const { headers, headerParts = [] } = request;
  const found = headers.findIndex(isCookie);
  const position = found < 0 ? headers.length : found;
  const [name, value] = headers[position] ?? ["Cookie", ""];
  const joined = [value, ...parts.map(({ text }) => text)].filter((text) => text.trim() !== "").join("; ");
  const withParts = headers.map((_, index) => headerParts[index] ?? []);
  withParts[position] = [...(withParts[position] ?? []), ...parts];
  const withJoined = [...headers];
  withJoined[position] = [name, joined];
  return { ...request, headers: withJoined, headerParts: withParts };
}

function isCookie([name]: Field): boolean {
  return name.toLowerCase() === "cookie";
}

function nameOf(pair: string): string {
  return (pair.split("=")[0] ?? "").trim();
}
