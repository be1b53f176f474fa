import { decodeText } from "../engine/exchange/content/charset.ts";

/** How many bytes go to another thread in one turn: copying more at once can keep a thread from its work for longer than an editor may stand still. */
const mostAtOnce = 1_000_000;

/** What is no larger than this goes along with the rest, in bytes. */
const mostAlong = 65_536;

/** A value whose large contents were taken out, and these, in their order. */
export interface Packed {
  readonly value: unknown;
  readonly contents: readonly Uint8Array[];
}

/** Takes the large contents out of a value, without copying them; the text of a response stays behind, for it is what its content says. What is one object in the value stays one. */
export function pack(value: unknown): Packed {
  const contents = new Map<Uint8Array, number>();
  const indexOf = (content: Uint8Array) => {
    const index = contents.get(content) ?? contents.size;
    contents.set(content, index);
    return index;
  };
  const packed = replaceAll(value, (one) => {
    if (one instanceof Uint8Array) return one.byteLength > mostAlong ? { $content: indexOf(one) } : one;
    if (!isResponse(one) || one.body.byteLength <= mostAlong) return undefined;
    const { body, text: _, ...rest } = one;
    return { ...rest, $response: indexOf(body) };
  });
  return { value: packed, contents: [...contents.keys()] };
}

/** Puts the contents back, and what they say. */
export function unpack({ value, contents }: Packed): unknown {
  return replaceAll(value, (one) => {
    if ("$content" in one) return contents[Number(one.$content)];
    if (!("$response" in one)) return one instanceof Uint8Array ? one : undefined;
    const { $response: index, ...rest } = one as Omit<Response, "body" | "text"> & { readonly $response: number };
    const body = contents[index] ?? new Uint8Array();
    return { ...rest, body, text: decodeText(body, rest.headers) };
  });
}

/** Copies a content in pieces, each as large as may be copied in one turn, and each the owner of its memory. */
export function* cutUp(content: Uint8Array): Generator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < content.byteLength; at += mostAtOnce) {
    yield new Uint8Array(content.subarray(at, at + mostAtOnce));
  }
}

/** What of a response matters here. */
interface Response {
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
  readonly text: string;
}

function isResponse(one: object): one is Response {
  return "body" in one && one.body instanceof Uint8Array && "text" in one && "headers" in one && "status" in one;
}

/** A copy of a plain value in which `replace` may put something else in the place of an object, wherever it stands. */
function replaceAll(value: unknown, replace: (one: object) => unknown): unknown {
  const done = new Map<object, unknown>();
  const visit = (one: unknown): unknown => {
    if (typeof one !== "object" || one === null) return one;
    if (done.has(one)) return done.get(one);
    const replaced = replace(one) ?? copy(one);
    done.set(one, replaced);
    return replaced;
  };
  const copy = (one: object): unknown => {
    if (Array.isArray(one)) return one.map(visit);
    if (Object.getPrototypeOf(one) !== Object.prototype) return one;
    return Object.fromEntries(Object.entries(one).map(([name, field]) => [name, visit(field)]));
  };
  return visit(value);
}
