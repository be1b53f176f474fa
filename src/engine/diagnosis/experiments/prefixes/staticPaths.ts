import { joinPath, splitPath } from "../../../targetUri.ts";
import type { Experiment, Known } from "../../known.ts";
import type { StaticRoot } from "../../workspace/staticRoots.ts";
import { askOtherPath } from "../otherPath.ts";

const mostPaths = 2;
/** The folders whose content frameworks serve at the start of the site, without a line that says so (Next.js, Nuxt, Vite, SvelteKit, Rails, .NET). */
const conventional = /^(?:public|static|wwwroot|webroot)$/;

/** The file that the path names, asked for under the path at which the folder that holds it is served. */
export function planStaticPaths(known: Known): readonly Experiment[] {
  const { named, target, replay } = known;
  const status = replay?.exchange.response?.status;
  if (named === null || (status !== 404 && status !== 410)) {
    return [];
  }
  const folders = named.file.split("/").slice(0, -1);
  const roots = [...known.surroundings.roots, ...listConventional(known, folders)];
  const paths = new Map<string, StaticRoot>();
  for (const root of roots) {
    const below = findBelow(root.folder, named.file);
    const path = below === null ? target.path : `${root.mount}${below}`;
    if (path !== target.path && !paths.has(path)) {
      paths.set(path, root);
    }
  }
  return [...paths].slice(0, mostPaths).map(([path, root]) => planPath(known, path, root));
}

function listConventional(
  { named, surroundings: { roots } }: Known,
  folders: readonly string[],
): readonly StaticRoot[] {
  const isRead = (folder: string) => roots.some((root) => root.folder.split("/").at(-1) === folder);
  return folders
    .filter((folder) => conventional.test(folder) && !isRead(folder))
    .map((folder) => ({ folder, mount: "", location: { file: named?.file ?? "", line: 1, column: 1 } }));
}

/** What of a file's path stands below a folder, from the slash on; null where it stands in none of that name. */
function findBelow(folder: string, file: string): string | null {
  const at = `/${file}`.lastIndexOf(`/${folder}/`);
  const below = at < 0 ? "" : `/${file}`.slice(at + folder.length + 1);
  return at < 0 ? null : joinPath(splitPath(below).map(encodeURIComponent));
}

function planPath(known: Known, path: string, { folder, mount, location }: StaticRoot): Experiment {
  const place = `${location.file}:${location.line}`;
  const name = folder.split("/").at(-1) ?? folder;
  const isNamed = known.target.segments[0] === name && mount === "";
  const server = location.file === known.named?.file ? "the framework serves" : `${place} serves`;
  const how = isNamed
    ? `"${name}" is the folder that ${server}, and no part of the URL`
    : `What ${folder} holds is served under ${mount === "" ? "/" : mount} (${place})`;
  return askOtherPath(known, {
    id: `static:${path}`,
    path,
    varies: "prefix",
    why: `where ${place} serves the folder that holds ${known.named?.file}`,
    tests: ["rewrite-mismatch/base-path"],
    value: 1.2,
    answers: "configured-prefix-answers",
    location,
    claim: how,
    shown: `: ${place} serves ${folder} there`,
  });
}
