import type { Location } from "../../model/place.ts";
import type { FileEntry, Files } from "../../ports.ts";
import { inTurns } from "../../turns.ts";

/**
 * What a line of the workspace sets that no route says: a base path, a word of a path that a server compares by hand, a host that is served, a name before it, a media type that names a version, a version that an API allows, the language of a site, a
 * redirect, a port of this machine, one that a program listens at, a host of files, a page that a browser routes, a path joined so that it replaces its base, a join of what a function is given, the path of a base URL, and a query
 * parameter that asks for what is past.
 */
export type ClueKind =
  | "base-path"
  | "path-word"
  | "stage"
  | "route-version"
  | "host"
  | "subdomain"
  | "api-version"
  | "version-parameter"
  | "language"
  | "description-path"
  | "undescribed"
  | "media-type"
  | "redirect"
  | "port"
  | "listening-port"
  | "file-host"
  | "client-route"
  | "join"
  | "join-through"
  | "base-url"
  | "past-parameter";

/** One such line; `value` is what it sets. */
export interface Clue {
  readonly kind: ClueKind;
  readonly value: string;
  readonly location: Location;
}

interface Pattern {
  readonly kind: ClueKind;
  /** What a file must hold somewhere before its lines are looked at. */
  readonly cue?: RegExp;
  /** What the line must hold. */
  readonly line: RegExp;
  /** Every value that the line sets, in its first group; the line itself when it is left out. */
  readonly value?: RegExp;
}

const patterns: readonly Pattern[] = [
  {
    kind: "base-path",
    line: /base|prefix|mount|site_?url|root[_-]?path|(?:api|app|url|web|http|server|service|route)[_-]?root\b|\broot["']?\s*[:=]|context|script_?name|dispatcher|sub_?path|public_?(?:url|path)|handle_path|application_root/i,
    value: /["'`=:\s(](\/[a-z][\w-]*(?:\/[a-z][\w-]*){0,3})(?:\/\*?)?(?=["'`\s,;)]|$)/gi,
  },
  {
    kind: "host",
    line: /allowed_?hosts|server_?name|trusted_?hosts?|^(?!.*(?:\b|_)(?:db|database|smtp|mail|imap|redis|pg|postgres|mysql|mongo|kafka|amqp|rabbit\w*|elastic\w*|cache|proxy)_?host).*host(?:name)?["']?\s*[=:]|host(?:name)?\(|virtual_?host|\bvhost|subdomain/i,
    value: /(?<![\w.@/-])(\.?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]+(?::\d{2,5})?)(?![\w.(/-])/gi,
  },
  {
    // A host by itself under a name that is nobody's (RFC 2606, RFC 6762): what code chooses by, in whatever table it stands. A module may be called so as well.
    kind: "host",
    line: /^(?!.*(?:host|server_?name|subdomain|settings_module|from_object|import_module)\w*["']?\s*[=:(,]).*["'`](?:[\w-]+\.)+(?:test|example|localhost|local|internal|lan)["'`]/i,
    value: /["'`]((?:[a-z0-9-]+\.)+(?:test|localhost|local|internal|lan)|(?:[a-z0-9-]+\.){2,}example)["'`]/g,
  },
  {
    // Flask and its like: the name before the host that a router answers for.
    kind: "subdomain",
    line: /\bsubdomain\s*[=:]/,
    value: /\bsubdomain\s*[=:]\s*["'`]([a-z0-9][\w.-]*)["'`]/gi,
  },
  {
    kind: "path-word",
    cue: /\bcreateServer\(|BaseHTTPRequestHandler|\b(?:Deno|Bun)\.serve\(/,
    line: /^(?!\s*(?:import|from|export \*)\b)(?!.*\brequire\().*\//m,
    value: /\/([a-z][\w-]{2,40})(?=[\\/"'`$?)<{]|$)/gi,
  },
  {
    // Fastify and find-my-way: a route that is constrained to a version answers only where Accept-Version asks for it.
    kind: "route-version",
    line: /\bconstraints?\s*:\s*\{[^}]*\bversion\s*:/,
    value: /\bversion\s*:\s*["'`](\d[\w.]*)["'`]/g,
  },
  {
    // `${opt:stage, 'dev'}` of the Serverless Framework is dev where the command names none.
    kind: "stage",
    line: /\bstage(?:_?name)?["']?\s*[:=]/i,
    value: /\bstage(?:_?name)?["']?\s*[:=]\s*["']?(?:\$\{opt:stage\s*,\s*["']?)?([a-z][\w-]{1,30})/gi,
  },
  {
    // Azure Functions 2 and later: every route stands under `extensions.http.routePrefix` of host.json, `api` where none is set.
    kind: "base-path",
    line: /routePrefix/,
    value: /"routePrefix"\s*:\s*"\/?([\w-]+(?:\/[\w-]+)*)"/g,
  },
  {
    // FastAPI: where it describes its interface, None where nowhere; and what it leaves out.
    kind: "description-path",
    line: /\bopenapi_url\s*=/,
    value: /\bopenapi_url\s*=\s*["']?(\/[\w./-]+|None\b)/g,
  },
  { kind: "undescribed", line: /\binclude_in_schema\s*=\s*False\b/ },
  {
    // The language that a site takes where none is asked for: of Django, of Next and its like.
    kind: "language",
    line: /\b(?:LANGUAGE_CODE|defaultLocale|default_locale)\b/,
    value: /\b(?:LANGUAGE_CODE|defaultLocale|default_locale)["']?\s*[:=]\s*["']([a-z]{2}(?:-[A-Za-z]{2,4})?)["']/g,
  },
  {
    // Django REST framework: the versions that its versioning classes take.
    kind: "api-version",
    line: /\b(?:ALLOWED_VERSIONS|DEFAULT_VERSION|allowed_versions|default_version)\b/,
    value: /["'](v?\d[\w.]*)["'](?!\s*:)/g,
  },
  {
    kind: "version-parameter",
    line: /\b(?:VERSION_PARAM|version_param)\b/,
    value: /(?:VERSION_PARAM|version_param)["']?\s*[:=]\s*["']([\w-]+)["']/g,
  },
  { kind: "media-type", line: /\/vnd\./, value: /\b([a-z]+\/vnd\.[\w.+-]*\bv?\d[\w.+-]*(?:;\s*version=[\w.]+)?)/gi },
  {
    kind: "redirect",
    line: /\bredirect\w*\(|HttpResponse\w*Redirect\(|\bRedirectResponse\(|writeHead\(\s*30[1278]|permanentRedirect\(|\breturn\s+30[1278]\s/i,
  },
  {
    // A URL of this machine, what a service of Compose publishes, in each of its forms.
    kind: "port",
    line: /localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\]|^\s*-\s*["']?(?:[\d.]+:)?\d{2,5}:\d{2,5}|\bports\s*:\s*\[|\bpublished\s*:/,
    value:
      /(?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\]):|^\s*-\s*["']?(?:[\d.]+:)?(?=\d{2,5}:\d{2,5}["']?\s*$)|(?<=\bports\s*:\s*\[.*)["'](?:[\d.]+:)?(?=\d{2,5}:\d{2,5}["'])|\bpublished\s*:\s*["']?)(\d{2,5})(?!\d)/g,
  },
  {
    kind: "listening-port",
    line: /\blisten\(|\bport\b/i,
    value: /(?:\blisten\(\s*|\bport\b["')\]]*\s*(?:\?\?|\|\||[,:=])\s*["']?)(\d{4,5})(?!\d)/gi,
  },
  {
    kind: "file-host",
    line: /express\.static\(|\bserve_?static\(|\bserveStatic\(|\bsirv\(|SimpleHTTPRequestHandler|\bStaticFiles\(|fastify\/static|koa-(?:static|send)|static_folder\s*=|whitenoise|\bhttp-server\b|\bserve -|\btry_files\b/i,
  },
  {
    kind: "client-route",
    cue: /react-router|vue-router|@angular\/router|@solidjs\/router|wouter|@tanstack\/[\w-]*router|svelte-routing/,
    line: /<Route\b|\bpath\s*[:=]/,
    value: /\bpath\s*[:=]\s*\{?\s*["'`](\/?[\w:*/.$[\]{}-]+)["'`]/g,
  },
  {
    kind: "join",
    line: /new URL\(|\burljoin\(|\burl\.resolve\(|\bResolveReference\(|new Uri\(/,
    value:
      /(?:new URL\(\s*|(?:urljoin|url\.resolve)\([^,]+,\s*f?|new Uri\([^,"]+,\s*\$?)["'`](\/[\w/-]*|[\w-][\w/-]*(?=["'`{$?]))/g,
  },
  {
    kind: "join-through",
    line: /new URL\(|\burljoin\(|new Uri\(|\.pathname\s*=[^=]/,
    value:
      /(?:\.pathname\s*=\s*(?=\w+\s*;?$)|new URL\(\s*(?=\w+\s*,(?!\s*import\.meta))|urljoin\([^,()]+,\s*|new Uri\([^,()"]+,\s*)([a-z_]\w*)\s*(?:[,);]|$)/gi,
  },
  {
    // Python's parts of a URL, where another path takes the place of the base's own.
    kind: "join-through",
    line: /\burlun(?:split|parse)\(\(|\b_replace\([^)]*\bpath=/,
    value: /(?:\burlun(?:split|parse)\(\((?:[^,()]+,\s*){2}|\b_replace\((?:[^()]*,\s*)?path=)([a-z_]\w*)\s*[,)]/gi,
  },
  {
    kind: "base-url",
    line: /https?:\/\//,
    value: /https?:\/\/[^\s"'`/<>]+(\/[\w.-]+(?:\/[\w.-]+){0,4}\/?)(?=["'`\s;,]|$)/g,
  },
  {
    kind: "past-parameter",
    line: /[?&`"']\w[\w-]*=\w/,
    value:
      /[?&`"']((?:include|show|with|state|status|filter|all)=[\w-]*(?:archiv|delet|trash|inactiv|closed|withdrawn|retired|discontinu|unpublish|hidden)[\w-]*|\w*(?:archived|deleted|trashed|inactive|withdrawn|retired|hidden|unpublished)=(?:true|1|yes))(?=["'`&\s).,]|$)/gi,
  },
];

const searched =
  /\.(?:[cm]?[jt]sx?|py|json|ya?ml|toml|ini|cfg|conf|properties|vue|svelte|md|rb|go|java|cs|php|sh|http|rest)$|(?:^|\/)(?:\.env[\w.-]*|Dockerfile|Caddyfile|Procfile)$/i;
const code = /\.(?:[cm]?[jt]sx?|vue|svelte|py|rb|go|java|cs|php)$/i;
const unsearched =
  /(?:^|\/)(?:node_modules|dist|build|out|coverage|target|vendor|\.\w+|__pycache__|venv)\/|\.min\.js$|(?:package-lock|pnpm-lock)\.|\.d\.[cm]?ts$/;
const largestFile = 128 * 1024;
const mostFiles = 600;
const mostOfAKind = 40;
const longestLine = 1000;

/** Looks through the sources and settings of the workspace, in path order; bounded, and it never rejects. */
export async function findClues(files: Files): Promise<readonly Clue[]> {
  const clues: Clue[] = [];
  const counts = new Map<ClueKind, number>();
  for await (const { file } of inTurns((await files.list()).filter(isSearched).slice(0, mostFiles))) {
    const bytes = await files.read(file);
    for (const clue of bytes ? readClues(file, new TextDecoder().decode(bytes)) : []) {
      const count = counts.get(clue.kind) ?? 0;
      if (count < mostOfAKind) {
        counts.set(clue.kind, count + 1);
        clues.push(clue);
      }
    }
  }
  return clues;
}

function isSearched({ file, size }: FileEntry): boolean {
  return size <= largestFile && searched.test(file) && !unsearched.test(file);
}

/** The clues of one file, in the order of its lines. */
export function readClues(file: string, text: string): readonly Clue[] {
  // What a request file asks for is no setting, but for where it asks.
  const isYaml = /\.ya?ml$/i.test(file);
  const isAsking = /\.(?:http|rest)$/i.test(file);
  // What nobody wrote by hand is read no further: its lines would cost more than all others.
  const lines = text.split(/\r\n|\r|\n/).map((line) => (line.length > longestLine ? "" : line));
  const written = lines.filter((line) => line.trim() !== "").join("\n");
  const usable = patterns.filter(
    ({ kind, cue, line }) =>
      (!isAsking || kind === "port") &&
      (cue?.test(written) ?? true) &&
      new RegExp(line, `${line.flags}m`.replace(/m+/, "m")).test(written),
  );
  if (usable.length === 0) {
    return [];
  }
  return lines.flatMap((own, index) => {
    const line = isYaml ? withName(own, lines[index - 1] ?? "") : own;
    if (/^\s*(?:\/\/|#|\*|\/\*)/.test(line)) {
      return [];
    }
    return usable
      .filter((one) => one.line.test(line))
      .flatMap((one) => readLine(one, line, { file, line: index + 1, column: 1 }));
  });
}

/** Kubernetes and its like write a variable in two lines, `name: API_ROOT` and `value: /pms`; the second then holds both. */
function withName(line: string, before: string): string {
  const name = /^\s*value\s*:/.test(line) ? /^\s*-?\s*name\s*:\s*["']?([\w.-]+)["']?\s*$/.exec(before)?.[1] : undefined;
  return name === undefined ? line : `${line} ${name}=`;
}

function readLine({ kind, value }: Pattern, line: string, at: Location): readonly Clue[] {
  if (value === undefined) {
    return [{ kind, value: line.trim(), location: { ...at, column: line.search(/\S/) + 1 } }];
  }
  // In code what is not quoted is a name of something, such as `settings.publicHost`.
  const isName = ({ index, 1: text = "", 0: whole }: RegExpExecArray) =>
    kind === "host" && code.test(at.file) && !/["'`]/.test(line.charAt(index + whole.indexOf(text) - 1));
  const values = [...line.matchAll(value)].filter((found) => !isName(found));
  return values.map((found) => ({
    kind,
    value: kind === "base-path" && !found[1]?.startsWith("/") ? `/${found[1] ?? ""}` : (found[1] ?? ""),
    location: { ...at, column: found.index + found[0].indexOf(found[1] ?? "") + 1 },
  }));
}
