import type { Files } from "../../ports.ts";
import { inTurns } from "../../turns.ts";

/** A file of the workspace with its text. */
export interface Text {
  readonly file: string;
  readonly text: string;
}

/** How many files are read at most for one search. */
export const mostFiles = 600;
const largest = 256 * 1024;
const built =
  /(?:^|\/)(?:node_modules|dist|build|out|coverage|target|vendor|venv|__pycache__|site-packages|\.(?:next|nuxt|output|svelte-kit|astro|angular|turbo|cache|parcel-cache|vercel|netlify|venv|tox|gradle|git))\/|(?:package-lock|pnpm-lock)\./;
const tested = /(?:^|\/)(?:tests?|__tests__|spec)\/|\.(?:test|spec)\.\w+$/;

/** The texts of the files whose names are wanted, in path order; bounded, and it never rejects. */
export async function readTexts(files: Files, names: RegExp): Promise<readonly Text[]> {
  const wanted = (await files.list()).filter(({ file, size }) => names.test(file) && !isBuilt(file) && size < largest);
  const texts: Text[] = [];
  for await (const { file } of inTurns(wanted.slice(0, mostFiles))) {
    const bytes = await files.read(file);
    texts.push({ file, text: bytes ? new TextDecoder().decode(bytes) : "" });
  }
  return texts;
}

/** The lines of one file; none where it cannot be read. */
export async function readLines(files: Files, file: string): Promise<readonly string[]> {
  const bytes = await files.read(file);
  return bytes ? new TextDecoder().decode(bytes).split(/\r\n|\r|\n/) : [];
}

/** Whether a file was made by a build or belongs to somebody else, so that nothing is written or looked up in it. */
export function isBuilt(file: string): boolean {
  return built.test(file);
}

/** Whether a file is a test, whose data is nobody's. */
export function isTest(file: string): boolean {
  return tested.test(file);
}
