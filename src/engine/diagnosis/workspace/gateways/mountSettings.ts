import type { Location } from "../../../model/place.ts";
import type { Route } from "../../../model/route.ts";
import type { Text } from "../texts.ts";

/** A line that mounts a router under what a setting holds, and how it calls that. */
export interface MountSetting {
  readonly expression: string;
  readonly location: Location;
}

const prefixed =
  /\b(?:prefix|url_prefix|root_path)\s*[:=]\s*([A-Za-z_$][\w$.]*)|\.(?:use|route|mount|basePath|setGlobalPrefix)\(\s*([A-Za-z_$][\w$]*\.[\w$.]*|[A-Z][A-Z_\d]+)\s*[,)]/;
const mostLines = 30;

/** The innermost mount of a route whose prefix is not written but set elsewhere; null where all are written, or none is read. */
export function findMountSetting(route: Route | null, texts: readonly Text[]): MountSetting | null {
  for (const { file, line } of route?.mounts.toReversed() ?? []) {
    const lines = texts.find((one) => one.file === file)?.text.split(/\r\n|\r|\n/) ?? [];
    let depth = 0;
    for (const [offset, text] of lines.slice(line - 1, line - 1 + mostLines).entries()) {
      // What is registered inside of what the call is given has a prefix of its own.
      const [, named, called] = (depth <= 1 && prefixed.exec(text)) || [];
      const expression = named ?? called;
      if (expression !== undefined) {
        return { expression, location: { file, line: line + offset, column: text.indexOf(expression) + 1 } };
      }
      depth += text.split(/[({[]/).length - text.split(/[)}\]]/).length;
      if (depth <= 0) {
        break;
      }
    }
  }
  return null;
}
