import {
  type Disposable,
  Hover,
  type HoverProvider,
  languages,
  MarkdownString,
  type Position,
  Range,
  type TextDocument,
} from "vscode";
import type { Match } from "../../engine/model/route.ts";
import { findRoute } from "../../engine/routes/match/matchUrl.ts";
import { nearOf } from "../../engine/routes/match/rankRoutes.ts";
import { pathOfUrl } from "../../engine/routes/match/urlPath.ts";
import { createMask } from "../../engine/secrets.ts";
import { hoverText } from "../../report/diagnosis/hoverText.ts";
import { commandLink } from "../commands.ts";
import { Disposables } from "../disposables.ts";
import type { Folder } from "../folder.ts";
import type { Investigation, Investigations } from "../investigations/investigations.ts";
import type { Target } from "../investigations/target.ts";
import { isRequestDocument, type RequestDocuments } from "../requests/requestDocuments.ts";
import type { Resolution } from "../requests/resolution.ts";
import { originOf, type WorkspaceRequests } from "../requests/workspaceRequests.ts";
import type { OwnHosts } from "../sending/ownHosts.ts";
import type { Settings } from "../settings.ts";
import { runInSlices } from "../slices.ts";
import type { Workspace } from "../workspace.ts";
import { routesAt } from "./routeMarks.ts";
import { fillTemplate } from "./urlAt.ts";
import { findUrlIn } from "./urlIn.ts";

/** What the hovers read. */
export interface UrlHoverParts {
  readonly workspace: Workspace;
  readonly documents: RequestDocuments;
  readonly resolution: Resolution;
  readonly requests: WorkspaceRequests;
  readonly hosts: OwnHosts;
  readonly investigations: Investigations;
  readonly settings: Settings;
}

/** A URL under the mouse, as it would be sent. */
interface Pointed {
  readonly range: Range;
  readonly method: string;
  readonly url: string;
  readonly secrets: readonly string[];
  readonly target: Target;
  readonly last: Investigation | null;
}

/** How near a route must be for a path in code to be taken for a URL of this workspace; between 0 and 1. */
const nearEnough = 0.6;

/** Hovers on URLs in any file: the route that is reached or the nearest one, the last outcome, and the command. */
export class UrlHover implements HoverProvider, Disposable {
  readonly #owned = new Disposables();
  readonly #parts: UrlHoverParts;

  constructor(parts: UrlHoverParts) {
    this.#parts = parts;
    this.#owned.add(languages.registerHoverProvider({ pattern: "**" }, this));
  }

  async provideHover(document: TextDocument, position: Position): Promise<Hover | null> {
    const { workspace, settings } = this.#parts;
    const folder = workspace.folderOf(document.uri);
    if (folder === null || !settings.showsHovers(document.uri)) {
      return null;
    }
    const pointed =
      (await this.#requestAt(document, position, folder)) ?? (await this.#urlAt(document, position, folder));
    if (pointed === null) {
      return null;
    }
    const match = await this.#match(pointed, folder);
    const isPath = pointed.url.startsWith("/");
    if (isPath && (match === null || (match.matched === null && (match.near[0]?.score ?? 0) < nearEnough))) {
      return null;
    }
    return new Hover(await this.#describe(pointed, match, folder), pointed.range);
  }

  dispose(): void {
    this.#owned.dispose();
  }

  /** The URL of a request file, with its variables resolved. */
  async #requestAt(document: TextDocument, position: Position, folder: Folder): Promise<Pointed | null> {
    if (!isRequestDocument(document)) {
      return null;
    }
    const { documents, resolution, investigations } = this.#parts;
    await documents.read(document);
    const written = documents.requestAt(document, position.line + 1);
    const piece = written?.urlRanges
      .map(({ start, end }) => new Range(document.positionAt(start), document.positionAt(end)))
      .find((range) => range.contains(position));
    if (written == null || piece === undefined) {
      return null;
    }
    const uri = document.uri.toString();
    const resolved = await resolution.resolve(written, documents.sourceOf(document, folder));
    const last = investigations.findAt(uri, written.line);
    return {
      range: piece,
      method: resolved.method,
      url: resolved.url,
      secrets: resolved.secrets,
      target: { kind: "request", uri, line: written.line },
      last: last?.subject?.isUnchanged === true ? last : null,
    };
  }

  async #urlAt(document: TextDocument, position: Position, folder: Folder): Promise<Pointed | null> {
    const found = findUrlIn(document, position);
    if (found === null) {
      return null;
    }
    const { registered, isMount } = routesAt(
      await folder.routes(),
      folder.pathOf(document.uri),
      position.line + 1 - found.callsAbove,
    );
    if (registered.length > 0 || isMount) {
      return null;
    }
    const url = fillTemplate(found.text);
    const { method } = found;
    const last = this.#parts.investigations.all.find(
      ({ diagnosis: { request } }) => request.method === method && request.url === url,
    );
    const range = new Range(position.line, found.start, position.line, found.end);
    return { range, method, url, secrets: [], target: { kind: "url", method, url }, last: last ?? null };
  }

  /** How the URL fares against the routes; null for a host that no request of this workspace names. */
  async #match({ method, url }: Pointed, folder: Folder): Promise<Match | null> {
    const table = await folder.routes();
    if (table.routes.length === 0) {
      return null;
    }
    if (!(await this.#parts.hosts.of(folder))(url)) {
      return null;
    }
    const matched = findRoute(table, method, url);
    const near = matched === null ? await runInSlices(nearOf(table, method, pathOfUrl(url)), () => true) : [];
    return { url, method, matched, params: [], near: near ?? [] };
  }

  async #describe(pointed: Pointed, match: Match | null, folder: Folder): Promise<MarkdownString> {
    const mask = createMask(pointed.secrets);
    const origin = pointed.url.startsWith("/") ? originOf(await this.#parts.requests.all(folder)) : "";
    const { target } = pointed;
    const links = {
      open: ({ file, line, column }: { file: string; line: number; column: number }) =>
        commandLink("diagnose404.openLocation", folder.uri.toString(), { file, line, column }),
      diagnose: commandLink(
        "diagnose404.diagnose",
        target.kind === "url" ? { ...target, url: `${origin}${target.url}` } : target,
      ),
    };
    // Above a request of a file VS Code shows the diagnostic, which holds the verdict.
    const verdict = target.kind === "request" ? "beside" : "told";
    const hovered = { match, last: pointed.last?.diagnosis ?? null, verdict } as const;
    const text = hoverText(hovered, links, (value) => mask.text(value));
    const markdown = new MarkdownString(text);
    markdown.isTrusted = { enabledCommands: ["diagnose404.diagnose", "diagnose404.openLocation"] };
    return markdown;
  }
}
