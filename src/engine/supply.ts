import type { Exchanger } from "./exchange/exchanger.ts";
import { originOf } from "./exchange/hops/target.ts";
import type { Hop, Response } from "./model/exchange.ts";
import type { RequestFile, ResolvedRequest, UnresolvedVariable, WrittenRequest } from "./model/request.ts";
import { findRequestByName } from "./requests/grammar/findRequest.ts";
import type { ResolveContext } from "./requests/resolve/resolveContext.ts";
import type { ReferencedResponse } from "./requests/variables/requestReference.ts";
import { type CookieGrant, grantsOf, type Session } from "./session.ts";

/** What a request was given besides what its files define: answers by prompt, and responses by the name of their request. */
export type Supplied = Required<Pick<ResolveContext, "given" | "responses">>;

/** A response of an earlier request, or a person's answer. */
type Need = NonNullable<UnresolvedVariable["needs"]>;

/** What a host lends to bring what a request needs. */
export interface Supplier {
  /** Any request of the file, with what was supplied so far. */
  resolve(written: WrittenRequest, supplied: Supplied): Promise<ResolvedRequest>;
  /** Asks a person; null when they leave the question. Absent where nobody can be asked. */
  readonly answer?: (need: Need & { kind: "answer" }) => Promise<string | null>;
  /** The response to a named request, which lacks nothing now but the cookies of the session; null when it may not be sent or does not answer. */
  respond(first: WrittenRequest, request: ResolvedRequest, session: Session): Promise<ReceivedResponse | null>;
}

/** A response to a request that was sent first, and the cookies that it was given on the way. */
export interface ReceivedResponse extends ReferencedResponse {
  readonly cookies: readonly CookieGrant[];
}

/** How deep one request may need another first. */
const deepest = 8;

/**
 * Brings what a request still needs before it can be sent, one thing after another: the responses of named requests first, for without
 * them nothing is worth an answer. Null when the person left a question; what is refused stays missing. Nothing is brought for a
 * request that also lacks what nobody can bring. The session takes the cookies that the named requests are given.
 */
export async function supply(
  written: WrittenRequest,
  file: RequestFile,
  supplier: Supplier,
  session: Session,
): Promise<Supplied | null> {
  return gather(written, { file, supplier, session, waiting: [] });
}

/** Sends a request for the sake of its response, to the origin that was shown to the person and to no other. */
export async function receive(
  request: ResolvedRequest,
  exchanger: Exchanger,
  signal: AbortSignal,
): Promise<{ readonly response: ReceivedResponse | null; readonly failure: string | null }> {
  const origin = originOf(request.url);
  const { response, failure, hops } = await exchanger.send(request, signal, { follows: (to) => to === origin });
  if (response === null) {
    return { response: null, failure: failure?.message ?? "" };
  }
  return { response: receivedOf(request, response, hops), failure: null };
}

/** A response as requests that follow take their values from it, and the cookies that came with it. */
export function receivedOf(request: ResolvedRequest, response: Response, hops: readonly Hop[]): ReceivedResponse {
  const { status, headers, text } = response;
  return { status, headers, body: text, cookies: grantsOf(request, hops) };
}

/** A gathering, and the requests that wait for it. */
interface Gathering {
  readonly file: RequestFile;
  readonly supplier: Supplier;
  readonly session: Session;
  readonly waiting: readonly WrittenRequest[];
}

async function gather(written: WrittenRequest, gathering: Gathering): Promise<Supplied | null> {
  const { supplier, file } = gathering;
  const given: Record<string, string> = {};
  const responses = new Map<string, ReferencedResponse>();
  for (;;) {
    const supplied = { given, responses };
    const { unresolved } = await supplier.resolve(written, supplied);
    const need = nextNeed(unresolved, supplied, supplier);
    if (need === null) {
      return supplied;
    }
    if (need.kind === "answer") {
      const answer = (await supplier.answer?.(need)) ?? null;
      if (answer === null) {
        return null;
      }
      given[need.prompt] = answer;
      // A question without words of its own is answered under the name of its kind.
      given[`$${need.prompt}`] = answer;
    } else {
      const first = findRequestByName(file, need.request);
      const response = first && (await respond(first, { ...gathering, waiting: [...gathering.waiting, written] }));
      if (first === null || response === null) {
        return supplied;
      }
      responses.set(first.name ?? need.request, response);
      responses.set(need.request, response);
    }
  }
}

/** A request that waits for itself gets no response. */
async function respond(first: WrittenRequest, gathering: Gathering): Promise<ReceivedResponse | null> {
  const { supplier, session, waiting } = gathering;
  if (waiting.includes(first) || waiting.length > deepest) {
    return null;
  }
  const supplied = await gather(first, gathering);
  const request = supplied && (await supplier.resolve(first, supplied));
  if (request === null || request.unresolved.length > 0) {
    return null;
  }
  const response = await supplier.respond(first, request, session);
  session.take(nameOf(first), response?.cookies ?? []);
  return response;
}

/** What a request that is sent for another one is called to a person. */
export function nameOf({ name, method, url }: WrittenRequest): string {
  return name ?? `${method} ${url}`;
}

/** What to bring next; null when nothing is missing, or when it would not be enough. */
function nextNeed(
  unresolved: readonly UnresolvedVariable[],
  { given, responses }: Supplied,
  { answer }: Supplier,
): Need | null {
  const isOpen = (need: Need) =>
    need.kind === "answer" ? !Object.hasOwn(given, need.prompt) : !responses.has(need.request);
  const canBeBrought = ({ needs }: UnresolvedVariable) =>
    needs !== undefined && isOpen(needs) && (needs.kind === "response" || answer !== undefined);
  if (!unresolved.every(canBeBrought)) {
    return null;
  }
  return unresolved.toSorted(byOrder)[0]?.needs ?? null;
}

/** Responses first, then the order of the file. */
function byOrder(one: UnresolvedVariable, other: UnresolvedVariable): number {
  const ranks = ({ needs, usedAt }: UnresolvedVariable) => [
    needs?.kind === "response" ? 0 : 1,
    usedAt?.line ?? 0,
    usedAt?.column ?? 0,
  ];
  const differences = ranks(one).map((rank, position) => rank - (ranks(other)[position] ?? 0));
  return differences.find((difference) => difference !== 0) ?? 0;
}
