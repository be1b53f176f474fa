import type { Problem, Range } from "../../model/place.ts";
import type { WrittenField, WrittenRequest } from "../../model/request.ts";
import { curlBody } from "./curlBody.ts";
import { type CurlMeaning, meaningOfLong, meaningOfShort, takesValue } from "./curlOptions.ts";
import { cutWords, type Word } from "./curlWords.ts";

/** A request read from a curl command; null when the text is no curl command or names no URL. */
export interface CurlCommand {
  readonly request: WrittenRequest | null;
  readonly problems: readonly Problem[];
}

/** An option of the command with its value; the value is an empty word for flags. */
export interface CurlOption {
  readonly meaning: CurlMeaning;
  readonly value: Word;
}

/**
 * Reads a curl command as a POSIX shell or cmd.exe would hand it to curl; never throws. Ranges and lines are those of the command.
 * `-k` becomes the directive `no-reject-unauthorized`; a command without `-L` has the directive `curl-no-location`, because curl would
 * have stopped at the first redirect.
 */
export function parseCurl(command: string): CurlCommand {
  const { request, problems } = readCurl(command);
  return { request, problems };
}

/** Reads a curl command at the start of a text, and says at which offset it ends. */
export function readCurl(text: string): CurlCommand & { readonly end: number } {
  const { words, problems, end } = cutWords(text);
  const first = words[0]?.text === "$" ? 1 : 0;
  if (!/^(?:.*[\\/])?curl(?:\.exe)?$/i.test(words[first]?.text ?? "")) {
    return {
      request: null,
      problems: [...problems, problemAt("not-curl", "This is not a curl command.", { start: 0, end: 0 })],
      end,
    };
  }
  const options = readOptions(words.slice(first + 1));
  const url = options.find((option) => option.meaning === "url")?.value;
  if (url === undefined) {
    const problem = problemAt("missing-url", "This curl command names no URL.", {
      start: 0,
      end: Math.min(4, text.length),
    });
    return { request: null, problems: [...problems, problem], end };
  }
  return { request: buildRequest(text.slice(0, end), options, url), problems, end };
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
      if (word.text !== "--") options.push({ meaning: "url", value: word });
    } else if (word.text.startsWith("--")) {
      const meaning = meaningOfLong(word.text.slice(2));
      const value = takesValue(meaning) ? words[++at] : undefined;
      options.push({ meaning, value: value ?? emptyWord(word) });
    } else if (readShortOptions(word, words[at + 1], options) === "value-taken") at++;
  }
  return options;
}

/** Reads a cluster such as `-sSLXPOST`; the rest of the word, else the next word, is the value of an option that takes one. */
function readShortOptions(word: Word, next: Word | undefined, options: CurlOption[]): "value-taken" | "done" {
  for (let at = 1; at < word.text.length; at++) {
    const meaning = meaningOfShort(word.text[at] as string);
    if (!takesValue(meaning)) {
      options.push({ meaning, value: emptyWord(word) });
      continue;
    }
    const rest = word.text.slice(at + 1);
    if (rest !== "") {
      const start = word.isVerbatim ? word.range.start + at + 1 : word.range.start;
      options.push({
        meaning,
        value: { text: rest, range: { start, end: word.range.end }, isVerbatim: word.isVerbatim },
      });
      return "done";
    }
    options.push({ meaning, value: next ?? emptyWord(word) });
    return "value-taken";
  }
  return "done";
}

function emptyWord(after: Word): Word {
  return { text: "", range: { start: after.range.end, end: after.range.end }, isVerbatim: true };
}

function buildRequest(command: string, options: readonly CurlOption[], url: Word): WrittenRequest {
  const body = curlBody(options);
  const written = [...options.flatMap(fieldOf), ...body.fields];
  const headers = written.filter(
    (field, index) => index === written.findIndex((other) => isSameField(other, field)) || isGiven(field),
  );
  const method = options.findLast((option) => option.meaning === "method")?.value;
  return {
    name: null,
    method: method?.text ?? impliedMethod(options, body.isSent),
    url: addQuery(url.text, [
      ...body.query,
      ...options.filter((option) => option.meaning === "url-query").map((option) => option.value.text),
    ]),
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
  const has = (meaning: CurlMeaning): boolean => options.some((option) => option.meaning === meaning);
  if (has("head")) return "HEAD";
  if (has("upload")) return "PUT";
  return hasBody ? "POST" : "GET";
}

function addQuery(url: string, pieces: readonly string[]): string {
  const query = pieces.join("&");
  if (query === "") return url;
  const fragmentAt = url.indexOf("#");
  const [base, fragment] = fragmentAt < 0 ? [url, ""] : [url.slice(0, fragmentAt), url.slice(fragmentAt)];
  return `${base}${base.includes("?") ? "&" : "?"}${query}${fragment}`;
}

function fieldOf({ meaning, value }: CurlOption): readonly WrittenField[] {
  if (meaning === "header") return headerField(value);
  if (meaning === "user") return [valueField("Authorization", `Basic ${value.text}`, value.range)];
  if (meaning === "bearer") return [valueField("Authorization", `Bearer ${value.text}`, value.range)];
  if (meaning === "agent") return [valueField("User-Agent", value.text, value.range)];
  if (meaning === "referer") return [valueField("Referer", value.text, value.range)];
  const isCookieText = meaning === "cookie" && value.text.includes("=");
  return isCookieText ? [valueField("Cookie", value.text, value.range)] : [];
}

/** `Name: value`, `Name;` for an empty value, `Name:` to send none of that name. */
function headerField(word: Word): readonly WrittenField[] {
  const colon = word.text.indexOf(":");
  if (colon < 0 && !word.text.endsWith(";")) return [];
  const name = word.text.slice(0, colon < 0 ? -1 : colon).trim();
  const value = colon < 0 ? "" : word.text.slice(colon + 1).trim();
  if (name === "" || (colon >= 0 && value === "")) return [];
  const { start, end } = word.range;
  if (!word.isVerbatim) return [{ name, value, nameRange: word.range, valueRange: word.range }];
  const valueEnd = start + word.text.trimEnd().length;
  return [
    {
      name,
      value,
      nameRange: { start, end: start + name.length },
      valueRange: { start: Math.min(valueEnd, end) - value.length, end: valueEnd },
    },
  ];
}

function valueField(name: string, value: string, range: Range): WrittenField {
  return { name, value, nameRange: { start: range.start, end: range.start }, valueRange: range };
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
