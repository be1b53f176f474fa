import type { Location } from "../../../model/place.ts";
import type { Known } from "../../known.ts";
import { isTest, type Text } from "../texts.ts";
import { isNamed } from "./unloadedModule.ts";

/** A file that exports a handler for the path as a route of Next.js does, under a name that Next.js serves nothing by. */
export interface MisnamedRoute {
  readonly location: Location;
  /** The file that would be served, of the same ending. */
  readonly right: string;
}

const inApp = /^((?:.*\/)?app\/(?:(.*)\/)?)([\w.+-]+)\.([jt]sx?)$/;
/** What Next.js calls the files of a folder (https://nextjs.org/docs/app/api-reference/file-conventions). */
const conventional =
  /^(?:route|page|layout|template|loading|error|global-error|not-found|default|middleware|proxy|instrumentation|sitemap|robots|manifest|icon|apple-icon|opengraph-image|twitter-image)$/;

/** The handler in the folder of the path asked, or in a file that is called like its last segment; null where no route of Next.js is missed. */
export function findMisnamedRoute(known: Known, texts: readonly Text[]): MisnamedRoute | null {
  const { match, target, request } = known;
  const isNext = texts.some(({ file, text }) => /(?:^|\/)package\.json$/.test(file) && /"next"\s*:/.test(text));
  if (match.matched !== null || !isNext) {
    return null;
  }
  const exported = new RegExp(
    `\\bexport\\s+(?:async\\s+)?(?:function|const)\\s+${request.method}\\b|\\bexport\\s+default\\b.*\\bhandler\\b`,
  );
  for (const { file, text } of texts.filter(({ file }) => !isTest(file))) {
    const [, folder = "", below = "", name = "", ending = ""] = inApp.exec(file) ?? [];
    if (name === "" || conventional.test(name) || !exported.test(text)) {
      continue;
    }
    const own = [below, `${below}/${name}`].find((path) => takes(path, target.segments));
    const isUsed = texts.some((one) => one.file !== file && isNamed(one.text, file));
    if (own !== undefined && !isUsed) {
      const line = text.slice(0, text.search(exported)).split(/\r\n|\r|\n/).length;
      const right = `${folder}${own === below ? "" : `${name}/`}route.${ending}`;
      return texts.some((one) => one.file === right) ? null : { location: { file, line, column: 1 }, right };
    }
  }
  return null;
}

/** Whether a folder of an `app` directory stands for the segments; groups and slots leave no trace in a path. */
function takes(folder: string, segments: readonly string[]): boolean {
  const parts = folder.split("/").filter((part) => part !== "" && !/^\(.*\)$|^@/.test(part));
  const pattern = parts.map((part) =>
    /^\[\[\.\.\./.test(part)
      ? "(?:/.*)?"
      : /^\[\.\.\./.test(part)
        ? "/.+"
        : /^\[/.test(part)
          ? "/[^/]+"
          : `/${literal(part)}`,
  );
  return new RegExp(`^${pattern.join("")}$`).test(`/${segments.join("/")}`);
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
