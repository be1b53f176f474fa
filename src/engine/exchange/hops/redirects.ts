import type { Failure, HopNote, Response } from "../../model/exchange.ts";
import { createMask, isCredentialField } from "../../secrets.ts";
import type { Field } from "../message.ts";
import { isSafeMethod } from "../probes/policy.ts";
import { type Destination, isFailure, readDestination } from "./target.ts";

/** What is to be sent on one hop, before defaults are added. */
export interface Leg {
  readonly method: string;
  readonly url: string;
  readonly destination: Destination;
  readonly fields: readonly Field[];
  readonly body: Uint8Array | null;
  readonly notes: readonly HopNote[];
}

const followed = new Set([301, 302, 303, 307, 308]);
const hostFields = new Set(["host", ":authority"]);

/**
 * The hop that a response redirects to, null when it does not redirect, or why the redirect is not followed.
 * Method and content go by RFC 9110 15.4: 303 turns all but HEAD into GET, 301 and 302 turn POST into GET as every
 * client does, 307 and 308 keep both. On another origin no credential, no secret value, no content and no method that may change
 * something goes along.
 */
export function nextLeg(leg: Leg, response: Response, secrets: readonly string[]): Leg | Failure | null {
  if (!followed.has(response.status)) return null;
  const location = response.headers.find(([name]) => name.toLowerCase() === "location")?.[1];
  if (location === undefined) return null;
  const url = resolveLocation(location, leg);
  if (url === undefined) {
    return {
      code: "protocol",
      message: "The server redirects to a Location that is no URL; correct it on the server.",
    };
  }
  const destination = readDestination(url);
  if (isFailure(destination)) return destination;
  const { method, keepsContent } = redirectMethod(leg.method, response.status);
  const isSameOrigin = destination.origin.key === leg.destination.origin.key;
  const body = keepsContent ? leg.body : null;
  const isWithContent = body !== null && body.byteLength > 0;
  if (!isSameOrigin && (isWithContent || !isSafeMethod(method))) {
    const what = isSafeMethod(method) ? `${method} with content` : method;
    const message = `${what} is not sent on to ${destination.origin.authority} by a redirect; send it there yourself if that is meant.`;
    return { code: "blocked", message };
  }
  const contentless = keepsContent ? leg.fields : leg.fields.filter(([name]) => !describesContent(name));
  const { fields, notes } = isSameOrigin
    ? { fields: contentless, notes: [] }
    : leaveOrigin(contentless, secrets, leg, destination);
  return {
    method,
    url,
    destination: { ...destination, userinfo: isSameOrigin ? leg.destination.userinfo : null },
    fields,
    body,
    notes,
  };
}

/** Location resolved as browsers do (WHATWG), its user information taken out; undefined when it is no URL. */
function resolveLocation(location: string, leg: Leg): string | undefined {
  const base = `${leg.destination.origin.scheme}://${leg.destination.origin.authority}${leg.destination.target}`;
  if (!URL.canParse(location, base)) return undefined;
  const url = new URL(location, base);
  url.username = "";
  url.password = "";
  return url.href;
}

function redirectMethod(method: string, status: number): { method: string; keepsContent: boolean } {
  if (status === 303 && method !== "HEAD") return { method: "GET", keepsContent: false };
  if ((status === 301 || status === 302) && method === "POST") return { method: "GET", keepsContent: false };
  return { method, keepsContent: status !== 303 };
}

/** Fields that speak of the content and mean nothing without it (RFC 9110 15.4, step 5 of automatic redirection). */
function describesContent(name: string): boolean {
  return /^(?:content-.*|transfer-encoding|digest|last-modified)$/i.test(name);
}

function leaveOrigin(
  fields: readonly Field[],
  secrets: readonly string[],
  leg: Leg,
  destination: Destination,
): { fields: readonly Field[]; notes: readonly HopNote[] } {
  const mask = createMask(secrets);
  const isDropped = ([name, value]: Field) =>
    isCredentialField(name) || secrets.includes(value) || mask.text(value) !== value;
  const kept = fields.filter((field) => !isDropped(field) && !hostFields.has(field[0].toLowerCase()));
  const dropped = fields.filter(isDropped).map(([name]) => name);
  if (leg.destination.userinfo !== null) dropped.push("Authorization");
  const notes: HopNote[] = [];
  if (dropped.length > 0) notes.push({ kind: "credentials-dropped", fields: [...new Set(dropped)] });
  if (leg.destination.origin.scheme === "https" && destination.origin.scheme === "http")
    notes.push({ kind: "https-to-http" });
  return { fields: kept, notes };
}
