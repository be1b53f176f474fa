import { joinPath } from "../../../targetUri.ts";
import type { Identifier } from "../../identifiers/identifiers.ts";
import { beginWith, joinWords } from "../../identifiers/lookedUp.ts";
import { findRelatives, type Relative } from "../../identifiers/relatives.ts";
import type { Experiment, Known } from "../../known.ts";
import type { CauseKind } from "../../verdict/causes.ts";
import type { RuleId } from "../../verdict/weights/index.ts";
import { asSafe, varyPath } from "../vary.ts";

interface Kinship {
  readonly tests: CauseKind;
  readonly answers: RuleId;
  readonly why: string;
  readonly claim: (identifier: Identifier, value: string) => string;
}

const kinships: Readonly<Record<Relative["kinship"], Kinship>> = {
  rounded: {
    tests: "stale-identifier/precision-loss",
    answers: "rounded-answers",
    why: "the number that a double rounds to the one asked",
    claim: (identifier, value) =>
      `${beginWith(identifier.name)} ${identifier.value} was rounded on its way through a JSON number: with all its digits it is ${value}.`,
  },
  shortened: {
    tests: "stale-identifier/precision-loss",
    answers: "rounded-answers",
    why: "the only listed number that a spreadsheet shortens to the one asked",
    claim: ({ value: asked }, value) =>
      `"${asked}" is a number of ${value.length} digits that a spreadsheet wrote with an exponent, and most of its digits are lost: of those listed only ${value} begins with the digits that are left, and that answers.`,
  },
  encoding: {
    tests: "stale-identifier/id-encoding",
    answers: "encoding-answers",
    why: "the listed identifier, with its spaces encoded as a path needs them",
    claim: (identifier, value) =>
      `"+" is no space in a path: ${identifier.name} "${value}" is written ${encodeURIComponent(value)} there, and that answers.`,
  },
  otherwise: {
    tests: "stale-identifier/id-format",
    answers: "reformatted-answers",
    why: "what else identifies the listed item",
    claim: (identifier, value) =>
      `This route takes another identifier than "${identifier.value}": the collection lists the same item as "${value}" too, and that answers.`,
  },
  composed: {
    tests: "stale-identifier/id-encoding",
    answers: "encoding-answers",
    why: "the listed identifier, whose letters and accents are put together otherwise (Unicode NFC and NFD)",
    claim: (identifier, value) =>
      `The ${identifier.name} "${value}" is listed with its accents as parts of their letters (Unicode NFC), and the URL sends them apart (NFD), or the other way round: as listed it answers.`,
  },
  format: {
    tests: "stale-identifier/id-format",
    answers: "reformatted-answers",
    why: "the listed identifier of the same letters and digits in another format",
    claim: (identifier, value) =>
      `${beginWith(identifier.name)} "${identifier.value}" has the wrong format: it is written "${value}" here, and that answers.`,
  },
  case: {
    tests: "stale-identifier/id-format",
    answers: "reformatted-answers",
    why: "the same letters as an answer holds them, or in lower case",
    claim: (identifier, value) =>
      `Only the case of ${identifier.name} "${identifier.value}" is wrong: "${value}" answers.`,
  },
  former: {
    tests: "stale-identifier/renamed-slug",
    answers: "similar-slug-answers",
    why: "the listed item that names the one asked as its former identifier",
    claim: (identifier, value) =>
      `"${identifier.value}" is now called "${value}": the collection names it as the former ${identifier.name}.`,
  },
  titled: {
    tests: "stale-identifier/renamed-slug",
    answers: "similar-slug-answers",
    why: "the listed item whose title the one asked is written from",
    claim: (identifier, value) =>
      `"${identifier.value}" is now called "${value}": the collection lists that under the title which the old ${identifier.name} was written from.`,
  },
  numbered: {
    tests: "stale-identifier/renamed-slug",
    answers: "similar-slug-answers",
    why: "what the listed item of the same number is called",
    claim: (identifier, value) =>
      `"${identifier.value}" is now called "${value}": the collection lists the same number under that name, and it answers.`,
  },
  similar: {
    tests: "stale-identifier/renamed-slug",
    answers: "slug-shares-words",
    why: "the listed identifier that shares its words",
    claim: (identifier, value) =>
      `There is no ${identifier.name} "${identifier.value}"; "${value}" shares its words, is listed, and answers: it may be the new name.`,
  },
};

/** Probes of the known identifiers that are akin to the failing one, and of a key of two parts the other way round. */
export function planRelatives(known: Known): readonly Experiment[] {
  return [...planAkin(known), ...planSwapped(known)];
}

/** Two identifiers that stand one after the other and look different may have changed places: `410/zrh` for `zrh/410`. */
function planSwapped(known: Known): readonly Experiment[] {
  const [first, second] = known.identifiers.slice(-2);
  const { segments } = known.target;
  if (!first || !second || second.segment !== first.segment + 1 || first.shape === second.shape) {
    return [];
  }
  const path = joinPath(segments.with(first.segment, second.value).with(second.segment, first.value));
  const key = (one: Identifier, other: Identifier) => `${one.value}/${other.value}`;
  return [
    {
      id: `swapped:${path}`,
      role: "variant",
      varies: "identifier",
      why: "the two parts of the key the other way round",
      request: varyPath(asSafe(known.request), path),
      tests: ["stale-identifier/id-format", "stale-identifier/unknown-id"],
      value: 0.35,
      reading: {
        step: "identifier",
        answers: "reformatted-answers",
        misses: null,
        claim: () =>
          `The parts of ${first.name}/${second.name} changed places: "${key(first, second)}" is written "${key(second, first)}", and that answers.`,
        statement: (status) => `"${key(second, first)}", the parts the other way round, answers ${status}.`,
      },
    },
  ];
}

/** The line of the workspace that holds the number whole. */
function placeOf({ surroundings }: Known, value: string): Pick<NonNullable<Experiment["reading"]>, "location"> {
  const held = surroundings.digits.find((digits) => digits.value === value);
  return held ? { location: held.location } : {};
}

function planAkin(known: Known): readonly Experiment[] {
  const identifier = known.identifiers.at(-1);
  if (!identifier) {
    return [];
  }
  const relatives = findRelatives(known);
  const rounding = relatives.filter(({ kinship }) => kinship === "rounded").map(({ value }) => value);
  return relatives.map(({ value, kinship }) => {
    const { tests, answers, why, claim } = kinships[kinship];
    const segments = known.target.segments.with(identifier.segment, encodeURIComponent(value));
    return {
      id: `relative:${value}`,
      role: "variant",
      varies: "identifier",
      why,
      request: varyPath(asSafe(known.request), joinPath(segments)),
      tests: [tests, "stale-identifier/unknown-id"],
      value: kinship === "case" ? 0.55 : 1.2,
      reading: {
        step: "identifier",
        answers,
        misses: null,
        ...(kinship === "rounded" ? placeOf(known, value) : {}),
        claim: () => claim(identifier, kinship === "rounded" ? joinWords(rounding) : value),
        statement: (status) => `${beginWith(identifier.name)} "${value}", ${why}, answers ${status}.`,
      },
    };
  });
}
