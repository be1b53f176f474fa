import type { StaticFinding } from "./staticFinding.ts";
import type { UrlMap } from "./urlMap.ts";

const scripts = [
  "Latin",
  "Cyrillic",
  "Greek",
  "Armenian",
  "Cherokee",
  "Georgian",
  "Hebrew",
  "Arabic",
  "Thai",
  "Devanagari",
  "Bopomofo",
  "Hangul",
  "Hiragana",
  "Katakana",
  "Han",
] as const;
type Script = (typeof scripts)[number];
const lettersOf = scripts.map((script) => [script, new RegExp(String.raw`\p{Script=${script}}`, "u")] as const);

/** The mixtures that languages write in (UTS 39 5.2, highly restrictive). */
const usualMixtures: readonly ReadonlySet<Script>[] = [
  new Set(["Latin", "Han", "Hiragana", "Katakana"]),
  new Set(["Latin", "Han", "Bopomofo"]),
  new Set(["Latin", "Han", "Hangul"]),
];

/** Cyrillic, Greek and Armenian letters, each with the Latin one that it cannot be told from (UTS 39, confusables). */
const lookalikes: ReadonlyMap<string, string> = new Map(
  "аa сc ԁd еe һh іi јj ӏl оo рp ԛq ѕs ѵv ԝw хx уy αa οo νv ρp κk ιi τt υu γy ոn սu օo ցg հh զq"
    .split(" ")
    .map(([letter = "", latin = ""]) => [letter, latin]),
);

/**
 * A host with a label that can be taken for another one: letters of several scripts that no language mixes, or foreign letters that
 * all look like Latin ones. Names its form on the wire, so that both can be compared, and writes the Latin one where there is one.
 */
export function findHostFlaws(map: UrlMap): readonly StaticFinding[] {
  const [, before = "", host = ""] = /^([a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?)([^/?#:@[\]]+)/i.exec(map.url) ?? [];
  if (!/[^\x21-\x7e]/.test(host) || host.includes("{{")) return [];
  const flaw = host
    .split(".")
    .map(describeLabel)
    .find((found) => found !== null);
  if (flaw === undefined) return [];
  const latin = [...host.toLowerCase()].map((letter) => lookalikes.get(letter) ?? letter).join("");
  const isLatin = !/[^\x21-\x7e]/.test(latin);
  const advice = isLatin ? ` If ${latin} is meant, write that.` : "";
  const [start, end] = [before.length, before.length + host.length];
  const wire = URL.canParse(`http://${host}/`) ? new URL(`http://${host}/`).hostname : host;
  const message = `The host ${host} ${flaw}; it is asked for as ${wire}.${advice}`;
  const found = {
    code: "host-lookalike" as const,
    message,
    range: map.rangeOf(start, end),
    location: map.locationOf(start, end),
  };
  const literal = isLatin ? map.literalRangeOf(start, end) : null;
  return [literal === null ? found : { ...found, fix: { title: `Write ${latin}`, newText: latin, range: literal } }];
}

/** What is wrong with one label, or null. */
function describeLabel(label: string): string | null {
  const found = lettersOf.filter(([, letters]) => letters.test(label)).map(([script]) => script);
  const isUsual = found.length < 2 || usualMixtures.some((mixture) => found.every((script) => mixture.has(script)));
  if (!isUsual) return `mixes ${found.join(" and ")} letters`;
  const letters = [...label].filter((letter) => /\p{L}/u.test(letter));
  const isDisguised = letters.length > 0 && letters.every((letter) => lookalikes.has(letter.toLowerCase()));
  return isDisguised ? `is written in ${found.join(" and ")} letters that look like Latin ones` : null;
}
