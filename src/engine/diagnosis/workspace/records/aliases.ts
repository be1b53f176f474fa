import type { Location } from "../../../model/place.ts";
import { decodeSegment } from "../../../routes/match/segmentLikeness.ts";
import { inTurns } from "../../../turns.ts";
import type { Known } from "../../known.ts";
import { isTest, type Text } from "../texts.ts";

/** The keys of the records of the same table that a filter of the lookup lets through, and of those that it leaves out. */
export interface Company {
  readonly beside: readonly string[];
  readonly alike: readonly string[];
}

/** What the workspace says the identifier is called now, and the line that says it. */
export interface Alias {
  readonly value: string;
  readonly location: Location;
  /** True where another record took the place of this one, rather than another name. */
  readonly isMerged?: boolean;
  readonly company?: Company;
}

const speaking = /redirect|alias|renam|moved|former|legacy|old|previous|history|successor|replac/i;
const longestLine = 500;

/**
 * The identifier that a table of redirects or former names leads the failing one to: `"/templates/old": "/templates/new"`, `old: new`,
 * `{ from: "old", to: "new" }` or `old,new`. The file or the line must speak of redirects or other names. Null when there is none.
 */
export async function findAlias(known: Known, texts: readonly Text[]): Promise<Alias | null> {
  const value = decodeSegment(known.identifiers.at(-1)?.value ?? "");
  if (!/^[\w.:@~-]{2,120}$/.test(value)) {
    return null;
  }
  const pair = pairOf(value);
  for await (const { file, text } of inTurns(texts)) {
    if (isTest(file) || !text.includes(value)) {
      continue;
    }
    for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
      const [, other = ""] = (line.length <= longestLine && pair.exec(line)) || [];
      if (other !== "" && other !== value && (speaking.test(file) || speaking.test(withoutProse(line)))) {
        return { value: other, location: { file, line: index + 1, column: line.search(/\S/) + 1 } };
      }
    }
  }
  return null;
}

/** A line without the sentences that it quotes, whose words say nothing of what the line is for: `'moved the sofa'`. SQL is no such sentence. */
function withoutProse(line: string): string {
  return line.replace(/(["'`])(.*?)\1/g, (quoted) => (/\s/.test(quoted) && !/\bvalues\b/i.test(quoted) ? "" : quoted));
}

/** One quoted or bare name or path that ends in the identifier, what sets it apart from the next, and the end of that one. */
function pairOf(value: string): RegExp {
  const escaped = value.replace(/[.~-]/g, "\\$&");
  const lead = String.raw`(?:[\w./~-]*\/)?`;
  const between = String.raw`["'\`]?\s*(?::|=>?|->|,|;|\s)\s*(?:["']?(?:to|target|destination|current|now|new\w*)["']?\s*[:=]\s*)?["'\`]?`;
  return new RegExp(
    String.raw`(?<![\w-])${lead}${escaped}\/?${between}${lead}([\w.:@~-]{2,120})(?=\/?["'\`]|\s*[,;}\])]|\s*$)`,
  );
}
