import type { Location } from "../../../model/place.ts";
import { isCredentialField } from "../../../secrets.ts";
import type { Known } from "../../known.ts";
import type { Text } from "../texts.ts";

/** A version that a field of the request may select: the field, the version, and the line that names it. */
export interface VersionField {
  readonly name: string;
  readonly value: string;
  readonly location: Location;
}

const mostVersions = 3;
const shapes: readonly RegExp[] = [/^\d{4}-\d{2}(?:-\d{2})?$/, /^v\d{1,3}(?:\.\d+){0,2}$/i, /^\d{1,3}(?:\.\d+){0,2}$/];
// A name of one word is that of anything: `config.get("version")`.
const versionName = /-(?:version|revision|release|edition|api-level)$/i;
// FastAPI takes the name of a parameter for that of a field, its underscores as hyphens.
const reading =
  /(?:\.(?:get|header|headers\.get)\(|headers\??\.?\[)\s*["'`]([A-Za-z][\w-]*)["'`]|META(?:\.get\()?\[?["']HTTP_([A-Z_]+)["']|\b(\w+)\s*:[^,=():\r\n]{0,80}=\s*Header\(/g;

/**
 * The versions that another value of a request field may select, as the workspace names them: of a field that the answer gives back with the version that
 * was taken, or that code reads. At most 3, the newest first; none where the request names its version itself.
 */
export function findVersionFields({ replay, request }: Known, texts: readonly Text[]): readonly VersionField[] {
  const answered = replay?.exchange.response?.headers.filter(([name, value]) => isVersion(name, value)) ?? [];
  const read = texts.flatMap(({ text }) =>
    [...text.matchAll(reading)].map(([, one, ...others]) => one ?? others.find(Boolean)?.replaceAll("_", "-") ?? ""),
  );
  const names = new Map(
    [...read.filter((name) => versionName.test(name)), ...answered.map(([name]) => name)].map((name) => [
      name.toLowerCase(),
      name,
    ]),
  );
  const found = new Map<string, VersionField>();
  for (const name of names.values()) {
    const own = request.headers.find(([other]) => other.toLowerCase() === name.toLowerCase())?.[1];
    const taken = answered.find(([other]) => other.toLowerCase() === name.toLowerCase())?.[1] ?? own;
    for (const one of texts.flatMap((text) => readVersions(text, name, taken))) {
      if (one.value !== taken && !found.has(`${name}: ${one.value}`)) {
        found.set(`${name}: ${one.value}`, one);
      }
    }
  }
  return [...found.values()].toSorted((one, other) => compare(other.value, one.value)).slice(0, mostVersions);
}

function isVersion(name: string, value: string): boolean {
  return versionName.test(name) && !isCredentialField(name) && shapes.some((shape) => shape.test(value.trim()));
}

/** Where a text writes the field with a version, and where it names other versions of one shape on the line of the one that was taken. */
function readVersions({ file, text }: Text, name: string, taken: string | undefined): readonly VersionField[] {
  const shape = taken === undefined ? undefined : shapes.find((one) => one.test(taken));
  const written = new RegExp(`(?<![\\w-])${name}["'\`]?\\s*[:=,]\\s*["'\`]?(v?\\d[\\w.-]*)`, "i");
  if (!written.test(text) && (taken === undefined || !text.includes(taken))) {
    return [];
  }
  return text.split(/\r\n|\r|\n/).flatMap((line, index) => {
    const values = written.exec(line)?.slice(1) ?? [];
    const keyed = [...line.matchAll(/["'`](v?\d[\w.-]*)["'`]/gi)].map(([, value = ""]) => value);
    const beside = taken !== undefined && keyed.includes(taken) ? keyed.filter((value) => shape?.test(value)) : [];
    return [...values, ...beside]
      .filter((value) => (shape ? shape.test(value) : shapes.some((one) => one.test(value))))
      .map((value) => ({ name, value, location: { file, line: index + 1, column: line.indexOf(value) + 1 } }));
  });
}

function compare(one: string, other: string): number {
  return one.localeCompare(other, "en", { numeric: true });
}
