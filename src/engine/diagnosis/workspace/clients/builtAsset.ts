import type { Location } from "../../../model/place.ts";
import type { Files } from "../../../ports.ts";
import { hashedName } from "../../identifiers/hashedAsset.ts";
import type { Known } from "../../known.ts";

/** A built file, and where the pages and the manifest of its build name it. */
export interface BuiltAsset {
  readonly name: string;
  readonly location: Location;
  readonly named: readonly Location[];
}

const naming = /\.html?$|manifest[\w.-]*\.json$|staticfiles\.json$/i;
const largest = 256 * 1024;
const mostFiles = 40;
const mostNamed = 3;

/** The built file that has the stem and the extension of the one asked for, and another hash; null where there is none, or the one asked for is there. Never rejects. */
export async function findBuiltAsset(known: Known, files: Files): Promise<BuiltAsset | null> {
  const asked = known.target.segments.at(-1) ?? "";
  const [, stem = "", hash = "", extension = ""] = hashedName.exec(asked) ?? [];
  if (stem === "" || !/\d/.test(hash)) {
    return null;
  }
  const all = await files.list();
  const named = all.map(({ file }) => ({ file, name: file.slice(file.lastIndexOf("/") + 1) }));
  const found = named.find(({ name }) => {
    const [, otherStem, , otherExtension] = hashedName.exec(name) ?? [];
    return otherStem === stem && otherExtension === extension && name !== asked;
  });
  if (!found || named.some(({ name }) => name === asked)) {
    return null;
  }
  const pages = all.filter(({ file, size }) => naming.test(file) && size <= largest && !file.includes("node_modules/"));
  const lines: Location[] = [];
  for (const { file } of pages.slice(0, mostFiles)) {
    const bytes = await files.read(file);
    lines.push(...(bytes ? findLines(file, new TextDecoder().decode(bytes), found.name) : []));
  }
  return { name: found.name, location: { file: found.file, line: 1, column: 1 }, named: lines.slice(0, mostNamed) };
}

function findLines(file: string, text: string, name: string): readonly Location[] {
  return text.split(/\r\n|\r|\n/).flatMap((line, index) => {
    const column = line.indexOf(name) + 1;
    return column > 0 ? [{ file, line: index + 1, column }] : [];
  });
}
