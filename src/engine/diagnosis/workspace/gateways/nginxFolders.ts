import type { Location } from "../../../model/place.ts";
import { nginx } from "../../../routes/gateways/nginx.ts";
import { type NginxDirective, parseNginx } from "../../../routes/gateways/nginxSyntax.ts";
import type { Known } from "../../known.ts";
import type { Text } from "../texts.ts";

/** The files of the workspace that say which folder of a server holds what: nginx's own, and what copies or mounts folders there. */
export const folderFiles = new RegExp(
  `${nginx.files.source}|(?:^|/)(?:Dockerfile[\\w.-]*|[\\w.-]*compose[\\w.-]*\\.ya?ml)$`,
);

/** A location of nginx that looks for the file of the path in another place than where it is. */
export interface MisplacedFile {
  readonly directive: "root" | "alias";
  /** The path on the server's disk that nginx looks for, and the one at which the file is. */
  readonly sought: string;
  readonly held: string;
  /** The directive that would find it. */
  readonly right: string;
  readonly location: Location;
}

/** A folder of the server's disk and the folder of the workspace that is put there. */
interface Mapping {
  readonly disk: string;
  readonly folder: string;
}

/**
 * The file that the path names, where the location that takes the path looks for it in another place: `root` puts the whole path behind its folder,
 * `alias` what follows the location's prefix (https://nginx.org/en/docs/http/ngx_http_core_module.html#alias). Null where it finds it, or nothing tells.
 */
export function findMisplacedFile(
  { named, target }: Pick<Known, "named" | "target">,
  texts: readonly Text[],
): MisplacedFile | null {
  if (named === null) {
    return null;
  }
  const mappings = texts.flatMap(({ text }) => readMappings(text));
  for (const { file, text } of texts.filter((one) => nginx.files.test(one.file) && /\blocation\b/.test(one.text))) {
    const taken = findLocation(parseNginx(text), target.path);
    const found = taken && judge(taken, target.path, named.file, mappings);
    if (found) {
      const { line, ...misplaced } = found;
      return { ...misplaced, location: { file, line, column: 1 } };
    }
  }
  return null;
}

/** `COPY media /srv/media` of a Dockerfile, `- ./media:/srv/media:ro` of a composition. */
function readMappings(text: string): readonly Mapping[] {
  const shapes = [
    /^[ \t]*(?:COPY|ADD)\s+(?:--\S+\s+)*([\w./-]+)\s+(\/[\w./-]+)\s*$/gim,
    /^[ \t]*-[ \t]*["']?\.?\/?([\w./-]+):(\/[\w./-]+)/gm,
  ];
  return shapes.flatMap((shape) =>
    [...text.matchAll(shape)].map(([, folder = "", disk = ""]) => ({
      folder: trim(folder.replace(/^\.\//, "")),
      disk: trim(disk),
    })),
  );
}

function trim(folder: string): string {
  return folder.replace(/\/+$/, "");
}

interface Taken {
  readonly prefix: string;
  readonly directive: "root" | "alias";
  readonly disk: string;
  readonly line: number;
}

/** The location with the longest prefix of the path, where that serves files from a folder of its own. */
function findLocation(directives: readonly NginxDirective[], path: string): Taken | null {
  const taking = listLocations(directives).filter(({ words }) => {
    const prefix = words[2] ?? words[1] ?? "";
    return !/^~\*?$/.test(words[1] ?? "") && words[1] !== "=" && path.startsWith(prefix) && prefix !== "/";
  });
  const [longest] = taking.toSorted(
    (one, other) => (other.words.at(-1)?.length ?? 0) - (one.words.at(-1)?.length ?? 0),
  );
  const set = longest?.block?.find(({ words: [name] }) => name === "root" || name === "alias");
  const [name, disk] = set?.words ?? [];
  return longest && set && disk?.startsWith("/") && (name === "root" || name === "alias")
    ? { prefix: longest.words.at(-1) ?? "", directive: name, disk, line: set.line }
    : null;
}

function listLocations(directives: readonly NginxDirective[]): readonly NginxDirective[] {
  return directives.flatMap((one) => [
    ...(one.words[0] === "location" ? [one] : []),
    ...listLocations(one.block ?? []),
  ]);
}

function judge(
  taken: Taken,
  path: string,
  file: string,
  mappings: readonly Mapping[],
): (Omit<MisplacedFile, "location"> & { readonly line: number }) | null {
  const { prefix, directive, disk, line } = taken;
  const rest = path.slice(prefix.length).replace(/^\//, "");
  const sought = directive === "root" ? `${trim(disk)}${path}` : `${disk}${path.slice(prefix.length)}`;
  const held = placeOf(file, trim(disk), mappings);
  if (held === null || held === sought) {
    return null;
  }
  const isSlashed = prefix.endsWith("/");
  if (held === `${trim(disk)}/${rest}`) {
    return { directive, sought, held, line, right: `alias ${trim(disk)}${isSlashed ? "/" : ""};` };
  }
  return held === `${trim(disk)}${path}` ? { directive, sought, held, line, right: `root ${trim(disk)};` } : null;
}

/** Where the server's disk holds a file of the workspace, below a folder; a folder of the same name is taken for it where nothing says what is put there. */
function placeOf(file: string, disk: string, mappings: readonly Mapping[]): string | null {
  const mapped = mappings.find(
    ({ folder, disk: at }) => file.startsWith(`${folder}/`) && (disk === at || disk.startsWith(`${at}/`)),
  );
  if (mapped) {
    return `${mapped.disk}${file.slice(mapped.folder.length)}`;
  }
  const name = disk.split("/").at(-1) ?? "";
  const at = name === "" ? -1 : `/${file}`.indexOf(`/${name}/`);
  return at < 0 ? null : `${disk}${`/${file}`.slice(at + name.length + 1)}`;
}
