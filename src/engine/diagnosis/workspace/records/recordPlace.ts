/** The files whose lines say what was or is, and ask for nothing. */
const recordFiles =
  /\.(?:sql|csv|tsv|jsonl|ndjson|har|log(?:\.\d+)?)$|(?:^|\/)(?:__)?(?:fixtures?|seeds?|mocks?|testdata|migrations?|logs?)(?:__)?\/|(?:^|\/)(?:data|db|database)\/.*\.(?:json|ya?ml|xml|toml|txt)$|\.env\.json$|(?:^|\/)\.env[\w.-]*$|(?:^|\/)(?:changelog|changes|history|releases?)(?:[\w-]*\.(?:md|txt|rst|adoc))?$|redirects?\b/i;
const keys = "_?id|uuid|guid|slug|key|code|number|no|ref|reference|handle|sku|pk|ean|isbn";
const former =
  /\b\w*(?:former|previous|legacy|alias|redirect|merged|joined|replace[sd]|superse|renamed|moved|(?<![a-z])old(?![a-z]))\w*["']?\s*[:=,(\]]/i;

/**
 * Whether a line records the text `wanted` rather than asks by it: a row of data, a log, a table of redirects, the value of another environment,
 * or what says that the thing had another name. Nobody corrects those.
 */
export function isRecordPlace(file: string, line: string, wanted: string): boolean {
  const text = wanted.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
  const own = new RegExp(`(?:^|[{,(\\s])["'\`]?(?:${keys})["'\`]?\\s*:\\s*["'\`]?${text}(?![\\w-])`, "i");
  const row = new RegExp(
    `(?:^|[[({,])\\s*(?:["'\`]${text}["'\`]\\s*,\\s*[{[]|["'\`]?${text}["'\`]?\\s*:\\s*(?:[{["'\`]|$))`,
  );
  const before = line.slice(0, Math.max(0, line.indexOf(wanted)));
  return recordFiles.test(file) || own.test(line) || row.test(line) || former.test(before);
}
