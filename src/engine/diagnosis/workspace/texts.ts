import type { Files } from "../../ports.ts";

/** A file of the workspace with its text. */
export interface Text {
  readonly file: string;
  readonly text: string;
}

const mostFiles = 400;
const largest = 256 * 1024;
const built = /(?:^|\/)(?:node_modules|dist|build|out|coverage|target|vendor)\/|(?:package-lock|pnpm-lock)\./;
/** How long the reading may run before others get their turn, in ms. */
const turn = 8;

/** The texts of the files whose names are wanted, in path order; bounded, and it never rejects. */
export async function readTexts(files: Files, names: RegExp): Promise<readonly Text[]> {
  const texts: Text[] = [];
  const wanted = (await files.list()).filter(
    ({ file, size }) => names.test(file) && !built.test(file) && size < largest,
  );
  let turnEnds = performance.now() + turn;
  for (const { file } of wanted.slice(0, mostFiles)) {
    const bytes = await files.read(file);
    texts.push({ file, text: bytes ? new TextDecoder().decode(bytes) : "" });
    if (performance.now() > turnEnds) {
      await new Promise((resolve) => setImmediate(resolve));
      turnEnds = performance.now() + turn;
    }
  }
  return texts;
}
