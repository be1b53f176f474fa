import type { Problem, Range } from "../../model/place.ts";
import { fileOf } from "./curlData.ts";
import type { CurlOption } from "./curlOptions.ts";
import type { Word } from "./words/wordCutter.ts";

const GLOB = /(?<![{$])\{[^{}\s]+\}(?!\})|\[(?:[a-z]-[a-z]|\d+-\d+)(?::\d+)?\]/i;

/** What a curl command would do that reading it as one request leaves out; `leftOut` are data options whose files are no part of the text. */
export function curlProblems(
  command: string,
  options: readonly CurlOption[],
  url: Word,
  leftOut: readonly CurlOption[],
): readonly Problem[] {
  const problem = (code: string, message: string, range: Range): Problem => {
    return { code, message, range, line: command.slice(0, range.start).split("\n").length };
  };
  const urls = options.filter((option) => option.meaning === "url");
  const files = [...leftOut, ...options.filter((option) => /^(?:header|cookie|url-query)$/.test(option.meaning))];
  return [
    ...urls.slice(1, 2).map(({ value }) => {
      return problem("curl-more-urls", "This command asks for several URLs; only the first is read.", value.range);
    }),
    ...globIn(url, options).map((range) => {
      return problem("curl-glob", "curl makes several URLs of this; it is read as it stands.", range);
    }),
    ...files.flatMap((option) => {
      const file = fileOf(option);
      if (file === null) return [];
      const source = file === "-" ? "standard input" : file;
      const message = `curl puts the content of ${source} in here; it is left out.`;
      return [problem("curl-file-left-out", message, option.value.range)];
    }),
    ...notFollowed(options).map((option) => {
      return problem("curl-option-not-followed", `${option.name} is not followed here.`, rangeOf(option));
    }),
  ];
}

/** Where the requests after the first one start, or null: `--next` begins one that shares nothing with it. */
export function nextProblem(command: string, option: CurlOption): Problem {
  const { name } = option;
  const range = rangeOf(option);
  const line = command.slice(0, range.start).split("\n").length;
  return { code: "curl-next", message: `What follows ${name} is another request and is left out.`, range, line };
}

/** A flag has no value, and its name stands before the end of its word. */
function rangeOf({ name, value: { range } }: CurlOption): Range {
  return range.end > range.start ? range : { start: range.start - name.length, end: range.start };
}

function globIn({ text, range }: Word, options: readonly CurlOption[]): readonly Range[] {
  if (options.some((option) => option.meaning === "glob-off")) return [];
  return GLOB.test(text) ? [range] : [];
}

function notFollowed(options: readonly CurlOption[]): readonly CurlOption[] {
  return options.filter(({ meaning }) => /^(?:not-followed|not-followed-value|other-credentials)$/.test(meaning));
}
