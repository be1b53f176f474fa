import { decodeSegment } from "../../routes/match/segmentLikeness.ts";
import { type Known, resultsOf } from "../known.ts";
import { sortAnswer } from "../responses/answers.ts";
import { listExact } from "../workspace/records/exactDigits.ts";
import { type Collection, readCollection, readNumbered } from "./collection.ts";
import { type Identifier, shapeOf } from "./identifiers.ts";
import { isSameDay, isShortened, readWholeNumber } from "./otherNotation.ts";
import { siblingValue } from "./siblingValue.ts";

/** An identifier that the collection lists and that may be what the failing one was meant to be, with how it is akin. */
export interface Relative {
  readonly value: string;
  readonly kinship:
    | "encoding"
    | "format"
    | "case"
    | "rounded"
    | "shortened"
    | "composed"
    | "otherwise"
    | "former"
    | "titled"
    | "numbered"
    | "similar";
}

/** The identifiers akin to the failing one that the collection lists or another request asks for, closest first: rounded, differently formatted, renamed, alike. */
export function findRelatives(known: Known): readonly Relative[] {
  const identifier = known.identifiers.at(-1);
  if (!identifier) {
    return [];
  }
  const { values, former, titled, others } = listKnown(known, identifier);
  const asked = decodeSegment(identifier.value);
  if (values.includes(asked)) {
    return others.slice(0, 2).map(asKin("otherwise"));
  }
  const akin = [
    ...[...values.filter((value) => isRounded(value, identifier.value)), ...listWhole(known, identifier)].map(
      asKin("rounded"),
    ),
    ...values.filter((value) => isFormEncoded(value, identifier.value)).map(asKin("encoding")),
    ...values.filter((value) => value !== asked && value.normalize() === asked.normalize()).map(asKin("composed")),
    ...values.filter((value) => isReformatted(value, identifier.value)).map(asKin("format")),
    ...[readWholeNumber(asked) ?? []].flat().map(asKin("format")),
    ...takeOnly(values.filter((value) => isSameDay(value, asked))).map(asKin("format")),
    ...takeOnly(values.filter((value) => isShortened(value, asked))).map(asKin("shortened")),
    ...addCommonPrefix(values, identifier.value).map(asKin("format")),
    ...inCommonCase(values, identifier.value).map(asKin("format")),
    ...inOtherCase(known, values, asked).map(asKin("case")),
    ...former.filter((one) => one.holds === asked).map((one) => asKin("former")(one.value)),
    ...titled.filter(({ title }) => isSlugOf(asked, title)).map((one) => asKin("titled")(one.value)),
    ...listNumbered(known, asked).map(asKin("numbered")),
    ...findSimilar(values, identifier).map(asKin("similar")),
  ];
  return akin.filter(({ value }, index) => akin.findIndex((one) => one.value === value) === index).slice(0, 2);
}

/** What the collection lists, and what the other requests of this route ask for where it lists nothing. */
function listKnown(known: Known, identifier: Identifier): Omit<Collection, "key" | "isWhole"> {
  const listing = resultsOf(known, "collection")[0];
  if (listing && sortAnswer(listing.probe) === "answers") {
    return readCollection(listing.probe.exchange.response?.text ?? "", identifier);
  }
  const values = known.siblings.flatMap((sibling) => siblingValue(known, sibling, identifier.segment) ?? []);
  return { values: [...new Set(values)], former: [], titled: [], others: [] };
}

function listNumbered(known: Known, asked: string): readonly string[] {
  const listing = resultsOf(known, "collection")[0]?.probe;
  return [(listing && readNumbered(listing.exchange.response?.text ?? "", asked)) ?? []].flat();
}

/** The numbers that lost digits on the way to being the failing one, in whatever answered and in data of the workspace. */
function listWhole({ results, surroundings }: Known, { value }: Identifier): readonly string[] {
  const answered = results.filter(({ probe }) => sortAnswer(probe) === "answers");
  const said = answered.flatMap(({ probe }) => listExact(probe.exchange.response?.text ?? "", value));
  return [...new Set([...said, ...surroundings.digits.map((digits) => digits.value)])];
}

/** What may be one of several is none of them. */
function takeOnly(values: readonly string[]): readonly string[] {
  return values.length === 1 ? values : [];
}

function asKin(kinship: Relative["kinship"]): (value: string) => Relative {
  return (value) => ({ value, kinship });
}

function isRounded(listed: string, asked: string): boolean {
  return /^\d{16,}$/.test(asked) && /^\d{16,}$/.test(listed) && Number(listed) === Number(asked);
}

/** `+` stands for a space in the content of a form and in a query, but not in a path (RFC 3986 2.2, WHATWG URL 5). */
function isFormEncoded(listed: string, asked: string): boolean {
  return asked.includes("+") && decodeSegment(asked.replaceAll("+", " ")) === listed;
}

/**
 * The same letters and digits in another case, with other separators or leading zeros, or with a prefix such as `ORD-` that only one of them has: two
 * words before one number (`dax-2025`, `perpignan-2025`) are two things.
 */
function isReformatted(listed: string, asked: string): boolean {
  const [one = "", other = ""] = [listed, asked].map((text) => text.toLowerCase().replace(/[^a-z0-9]/g, ""));
  const [first, second] = [splitPrefix(one), splitPrefix(other)];
  const isSamePrefix = first.prefix === second.prefix || first.prefix === "" || second.prefix === "";
  const isBare = withoutKind(listed) === asked || withoutKind(asked) === listed;
  const isSame = one === other || isBare || haveSameRuns(listed, asked);
  return other !== "" && (isSame || (isSamePrefix && first.rest === second.rest));
}

/** `MR_2026_15` and `MR-2026-015`: each run of letters or digits for itself, zeros that lead it left aside. */
function haveSameRuns(one: string, other: string): boolean {
  const [first = [], second = []] = [one, other].map((text) =>
    (text.toLowerCase().match(/[a-z]+|\d+/g) ?? []).map((run) => run.replace(/^0+(?=\d)/, "")),
  );
  return first.length > 1 && first.join(" ") === second.join(" ");
}

/** A code without the kind of thing that is written before it, such as `cus_` of `cus_Nffr2Hib`; null where nothing is. */
function withoutKind(code: string): string | null {
  return /^[A-Za-z]{2,8}[_:.-](?=[A-Za-z0-9]*\d)([A-Za-z0-9]{4,})$/.exec(code)?.[1] ?? null;
}

/** The letters of a code before its number, and the number without leading zeros; a long word before a number is no prefix. */
function splitPrefix(text: string): { readonly prefix: string; readonly rest: string } {
  const [, prefix = "", rest = text] = /^([a-z]{1,6})(\d.*)$/.exec(text) ?? [];
  return { prefix, rest: rest.replace(/^0+(?=\d)/, "") };
}

/** The words of a title in their order, nothing left out: `o2-academy-brixton` for "O2 Academy Brixton". */
function isSlugOf(slug: string, title: string): boolean {
  const join = (text: string) =>
    text
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[^\p{L}\d]+/gu, "-")
      .replace(/^-|-$/g, "");
  return slug.includes("-") && join(decodeSegment(slug)) === join(title);
}

/** The one slug that shares most of the words; what every one shares (a domain, an ending, a kind) makes none of them akin, and of several it is none. */
function findSimilar(values: readonly string[], identifier: Identifier): readonly string[] {
  const [first, ...others] = values.map(wordsOf);
  const common =
    others.length === 0 ? [] : (first ?? []).filter((word) => others.every((words) => words.includes(word)));
  const similar = values.filter((value) => isSimilar(value, identifier, common));
  return similar.length === 1 ? similar : [];
}

/** Slugs that share most of their words, such as `blue-chair` and `blue-chair-2024`. */
function isSimilar(listed: string, identifier: Identifier, common: readonly string[]): boolean {
  if (shapeOf(listed) === "integer" || identifier.shape === "integer" || identifier.shape === "uuid") {
    return false;
  }
  const [one = [], other = []] = [listed, identifier.value].map((text) =>
    wordsOf(text).filter((word) => !common.includes(word)),
  );
  const shared = one.filter((word) => other.some((own) => isSameStem(word, own)));
  const isOtherNumber = one.some((word) => isOwnNumber(word, other)) && other.some((word) => isOwnNumber(word, one));
  const isWorded = shared.filter((word) => /[a-z]{3}/.test(word)).length >= 2;
  return isWorded && !isOtherNumber && shared.length / Math.max(one.length, other.length) >= 0.6;
}

/** A year or number that the other slug has not: `chablis-2011` and `chablis-2019` are two things, not one renamed. */
function isOwnNumber(word: string, other: readonly string[]): boolean {
  return /^\d+$/.test(word) && !other.includes(word);
}

const fillers = new Set(["a", "an", "and", "at", "for", "in", "my", "of", "on", "or", "the", "to", "your", "our"]);

function wordsOf(text: string): readonly string[] {
  const words = text.toLowerCase().split(/[^a-z0-9]+/);
  return [...new Set(words)].filter((word) => word !== "" && !fillers.has(word));
}

/** The same word, or one that only ends differently: `renew` and `renewal`. */
function isSameStem(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return one === other || (short.length >= 4 && long.startsWith(short));
}

/** The asked digits under the prefix that every listed identifier has: `58213` where all others start with `BK-`. */
function addCommonPrefix(values: readonly string[], asked: string): readonly string[] {
  const prefix = /^[A-Za-z]+[-_.]?(?=\d)/.exec(values[0] ?? "")?.[0];
  const isShared = prefix !== undefined && values.length > 1 && values.every((value) => value.startsWith(prefix));
  return isShared && /^\d+$/.test(asked) && !values.includes(prefix + asked) ? [prefix + asked] : [];
}

/** The asked text in the letter case that every known identifier has, where only that differs in its pattern. */
function inCommonCase(values: readonly string[], asked: string): readonly string[] {
  const patterns = values.map((value) => value.replace(/[^A-Za-z]/g, ""));
  const isAll = (shape: RegExp) => values.length > 0 && patterns.every((letters) => shape.test(letters));
  const changed = isAll(/^[A-Z]+$/) ? asked.toUpperCase() : isAll(/^[a-z]+$/) ? asked.toLowerCase() : asked;
  return changed === asked || values.includes(changed) || !/\d/.test(asked) ? [] : [changed];
}

/**
 * A name with a capital as whatever answered holds it, in another case, and in lower case where no list of its route is known: names of packages, of
 * repositories and their like are written so.
 */
function inOtherCase({ results }: Known, values: readonly string[], asked: string): readonly string[] {
  if (values.length > 0 || !/^[A-Za-z]*[A-Z][A-Za-z]*(?:[-_.][A-Za-z]+)*$/.test(asked)) {
    return [];
  }
  const whole = new RegExp(`"(${asked.replaceAll(".", "\\.")})"`, "i");
  const answered = results.filter(({ probe }) => sortAnswer(probe) === "answers");
  const held = answered.flatMap(({ probe }) => whole.exec(probe.exchange.response?.text ?? "")?.[1] ?? []);
  return [...held, asked.toLowerCase()].filter((one) => one !== asked).slice(0, 1);
}
