import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** One request as the tools that own the format read it. */
export interface TrueRequest {
  readonly line: number;
  readonly method: string;
  readonly url: string;
  readonly headers: readonly string[];
  readonly hasBody: boolean;
  readonly name?: string;
}

/** One real file, and what the tools read in it. */
export interface TrueFile {
  readonly file: string;
  readonly toolsAgree: boolean;
  readonly text: string;
  readonly requests: readonly TrueRequest[];
}

const FOLDER = fileURLToPath(new URL("../../../../shared/corpus/http/", import.meta.url));

/** The reason to skip corpus tests, or false when the corpus lies beside the project. */
export const skipCorpus: string | false = existsSync(`${FOLDER}truth.jsonl`)
  ? false
  : "the corpus of real files is not here";

/** Reads the corpus of real request files; an empty list when it is not there. */
export function readCorpus(): readonly TrueFile[] {
  if (skipCorpus !== false) return [];
  const rows = readFileSync(`${FOLDER}truth.jsonl`, "utf8").trim().split("\n");
  return rows.map((row) => {
    const truth = JSON.parse(row) as TrueFile;
    return { ...truth, text: readFileSync(`${FOLDER}${truth.file}`, "utf8") };
  });
}

/** One edge case of the corpus: line, method, URL and names of fields of each request, as REST Client and as httpYac read it. */
interface EdgeReading {
  readonly isAgreed: boolean;
  readonly readings: readonly string[];
}

/** How the tools read each edge case of the corpus, in its order; an empty list when it is not there. */
export function readEdgeReadings(): readonly EdgeReading[] {
  if (skipCorpus !== false) return [];
  const text = readFileSync(`${FOLDER}edge-cases.txt`, "utf8");
  return [...text.matchAll(/^(SAME|DIFF) .*\n {3}rc: (.*)\n {3}hy: (.*)$/gm)].map(([, verdict, rc = "", hy = ""]) => {
    return { isAgreed: verdict === "SAME", readings: [outline(rc), outline(hy)] };
  });
}

/** A method that the tool does not know stands before the URL. */
function outline(shown: string): string {
  const requests = shown.matchAll(/(L\d+) (\w+) "((?:[^"\\]|\\.)*)" h=\[(.*?)\](?= |$)/g);
  return [...requests]
    .map(([, line, method, url = "", names]) => `${line} ${/^[A-Z]+ /.test(url) ? url : `${method} ${url}`} [${names}]`)
    .join(" ;; ");
}
