import type { Problem, Range } from "../../model/place.ts";
import type { WrittenField, WrittenRequest } from "../../model/request.ts";
import { type CurlBody, curlBody } from "./curlBody.ts";
import { curlFields } from "./curlFields.ts";
import { type CurlOption, meaningOfLong, meaningOfShort, takesValue } from "./curlOptions.ts";
import { curlProblems, nextProblem } from "./curlProblems.ts";
import { curlUrl } from "./curlUrl.ts";
import { cutWords } from "./words/cutWords.ts";
import type { ShellValues } from "./words/shellVariables.ts";
import type { Word } from "./words/wordCutter.ts";

/** A request read from a curl command; null when the text is no curl command or names no URL. */
export interface CurlCommand {
  readonly request: WrittenRequest | null;
  readonly problems: readonly Problem[];
}

/**
 * Reads a curl command as a POSIX shell, cmd.exe or PowerShell would hand it to curl; never throws. Ranges and lines are those of the
 * command. `-k` becomes the directive `no-reject-unauthorized`; a command without `-L` has the directive `curl-no-location`, because
 * curl would have stopped at the first redirect. `$NAME`, which a shell would put in, becomes `{{NAME}}`.
 */
export function parseCurl(command: string): CurlCommand {
  const { request, problems } = readCurl(command, "put-in");
  return { request, problems };
}

/** Reads a curl command at the start of a text, and says at which offset it ends. */
export function readCurl(text: string, values: ShellValues): CurlCommand & { readonly end: number } {
  const { words, problems, end } = cutWords(text, values);
  const first = words[0]?.text === "$" ? 1 : 0;
  if (!/^(?:.*[\\/])?curl(?:\.exe)?$/i.test(words[first]?.text ?? "")) {
    const problem = problemAt("not-curl", "This is not a curl command.", { start: 0, end: 0 });
    return { request: null, problems: [...problems, problem], end };
  }
  const all = readOptions(words.slice(first + 1));
  const next = all.findIndex((option) => option.meaning === "next");
  const options = next < 0 ? all : all.slice(0, next);
  const ofNext = next < 0 ? [] : [nextProblem(text, all[next] as CurlOption)];
  const url = options.find((option) => option.meaning === "url")?.value;
  if (url === undefined) return { request: null, problems: [...problems, ...missingUrl(text, options)], end };
  const body = curlBody(options);
  const request = buildRequest(text.slice(0, end), options, url, body);
  return { request, problems: [...problems, ...curlProblems(text, options, url, body.leftOut), ...ofNext], end };
}

function missingUrl(text: string, options: readonly CurlOption[]): readonly Problem[] {
  const config = options.find(({ name }) => name === "--config" || name === "-K");
  const message =
    config === undefined
      ? "This curl command names no URL."
      : `This curl command takes its URL from the file of ${config.name}, which is not read.`;
  return [problemAt("missing-url", message, { start: 0, end: Math.min(4, text.length) })];
}

function problemAt(code: string, message: string, range: Range): Problem {
  return { code, message, range, line: 1 };
}

function readOptions(words: readonly Word[]): readonly CurlOption[] {
  const options: CurlOption[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word;
    const isOption = /^-./.test(word.text) && word.text !== "--";
    if (!isOption) {
      if (word.text !== "--") options.push({ name: "--url", meaning: "url", value: word });
    } else if (word.text.startsWith("--")) {
      const meaning = meaningOfLong(word.text.slice(2));
      const value = takesValue(meaning) ? words[++at] : undefined;
      options.push({ name: word.text, meaning, value: value ?? emptyWord(word) });
    } else if (readShortOptions(word, words[at + 1], options) === "value-taken") at++;
  }
  return options;
}

/** Reads a cluster such as `-sSLXPOST`; the rest of the word, else the next word, is the value of an option that takes one. */
function readShortOptions(word: Word, next: Word | undefined, options: CurlOption[]): "value-taken" | "done" {
  for (let at = 1; at < word.text.length; at++) {
    const name = `-${word.text[at]}`;
    const meaning = meaningOfShort(word.text[at] as string);
    if (!takesValue(meaning)) {
      options.push({ name, meaning, value: emptyWord(word) });
      continue;
    }
    const rest = word.text.slice(at + 1);
    if (rest !== "") {
      const start = word.isVerbatim ? word.range.start + at + 1 : word.range.start;
      const value = { text: rest, range: { start, end: word.range.end }, isVerbatim: word.isVerbatim };
      options.push({ name, meaning, value });
      return "done";
    }
    options.push({ name, meaning, value: next ?? emptyWord(word) });
    return "value-taken";
  }
  return "done";
}

function emptyWord(after: Word): Word {
  return { text: "", range: { start: after.range.end, end: after.range.end }, isVerbatim: true };
}

function buildRequest(command: string, options: readonly CurlOption[], url: Word, body: CurlBody): WrittenRequest {
  const written = [...curlFields(options), ...body.fields];
  const headers = written.filter(
    (field, index) => index === written.findIndex((other) => isSameField(other, field)) || isGiven(field),
  );
  const method = options.findLast((option) => option.meaning === "method")?.value;
  return {
    name: null,
    method: method?.text ?? impliedMethod(options, body.isSent),
    url: curlUrl(url.text, options, body.query),
    version: null,
    headers,
    body: body.text,
    bodyFile: body.file,
    bodyRange: body.range,
    directives: directivesOf(options),
    recorded: null,
    startLine: 1,
    line: 1,
    endLine: command.trimEnd().split("\n").length,
    range: { start: 0, end: command.trimEnd().length },
    methodRange: method?.range ?? null,
    urlRanges: [url.range],
  };
}

function isSameField(one: WrittenField, other: WrittenField): boolean {
  return one.name.toLowerCase() === other.name.toLowerCase();
}

/** True for a field that stands in the command itself, rather than one that curl adds. */
function isGiven(field: WrittenField): boolean {
  return field.nameRange.end > field.nameRange.start;
}

function impliedMethod(options: readonly CurlOption[], hasBody: boolean): string {
  const has = (meaning: CurlOption["meaning"]): boolean => options.some((option) => option.meaning === meaning);
  if (has("head")) return "HEAD";
  if (has("upload")) return "PUT";
  return hasBody ? "POST" : "GET";
}

function directivesOf(options: readonly CurlOption[]): Readonly<Record<string, string>> {
  const directives: Record<string, string> = {};
  if (options.some((option) => option.meaning === "insecure")) directives["no-reject-unauthorized"] = "";
  if (!options.some((option) => option.meaning === "location")) directives["curl-no-location"] = "";
  const seconds = Number(options.findLast((option) => option.meaning === "timeout")?.value.text ?? Number.NaN);
  if (seconds > 0) directives["timeout"] = `${Math.round(seconds * 1000)} ms`;
  const socket = options.findLast((option) => option.meaning === "unix-socket")?.value.text ?? "";
  if (socket !== "") directives["unix-socket"] = socket;
  return directives;
}
