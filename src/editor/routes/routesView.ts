import { setTimeout } from "node:timers/promises";
import {
  commands,
  type Disposable,
  EventEmitter,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  workspace as vscodeWorkspace,
  window,
} from "vscode";
import { createMask } from "../../engine/secrets.ts";
import { hasHandlerElsewhere } from "../../report/routes/mountHops.ts";
import {
  folderNode,
  type RouteNode,
  type RoutesOutline,
  routesOutline,
  routesOutlineText,
} from "../../report/routes/routesOutline.ts";
import { commandOf, type RouteArgument } from "../commands.ts";
import { Disposables } from "../disposables.ts";
import type { Folder } from "../folder.ts";
import type { Workspace } from "../workspace.ts";
import type { RouteFilter } from "./routeFilter.ts";

/** One node of the view; commands take it as the route that it shows. */
export interface RouteTreeNode extends RouteArgument {
  readonly id: string;
  readonly node: RouteNode;
}

/** Why nothing was answered at once: see InvestigationTree, which pauses for the same reason; here more nodes are open at once. In ms. */
const settleFor = 30;

/** The routes of the workspace as a tree. It holds nothing but what it showed last; the tables are the folders'. */
export class RoutesView implements TreeDataProvider<RouteTreeNode>, Disposable {
  readonly #owned = new Disposables();
  readonly #changed = this.#owned.add(new EventEmitter<void>());
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #workspace: Workspace;
  readonly #filter: RouteFilter;
  readonly #view: TreeView<RouteTreeNode>;

  constructor(workspace: Workspace, filter: RouteFilter) {
    this.#workspace = workspace;
    this.#filter = filter;
    this.#view = this.#owned.add(
      window.createTreeView("diagnose404.routes", { treeDataProvider: this, showCollapseAll: true }),
    );
    for (const event of [workspace.onDidChangeRoutes, filter.onDidChange, vscodeWorkspace.onDidGrantWorkspaceTrust]) {
      this.#owned.add(event(() => this.#changed.fire()));
    }
  }

  async getChildren(element?: RouteTreeNode): Promise<RouteTreeNode[]> {
    await setTimeout(settleFor);
    if (element !== undefined) {
      return element.node
        .children()
        .map((node) => ({ ...nodeOf(element.folder, node), id: `${element.id}/${node.id}` }));
    }
    const folders = this.#workspace.folders;
    const outlines = await Promise.all(folders.map((folder) => this.#outline(folder)));
    this.#tell(outlines);
    const prefix = this.#filter.text === "" ? "" : "filtered ";
    const withRoutes = outlines.filter(({ outline }) => outline.nodes.length > 0);
    return withRoutes.flatMap(({ folder, outline }) => {
      const uri = folder.uri.toString();
      const nodes = folders.length === 1 ? outline.nodes : [folderNode(nameOf(folder), outline)];
      return nodes.map((node) => ({ ...nodeOf(uri, node), id: `${prefix}${uri}/${node.id}` }));
    });
  }

  getTreeItem({ id, folder, node }: RouteTreeNode): TreeItem {
    const label = node.isDeprecated ? strikeThrough(node.label) : node.label;
    const item = new TreeItem(label, stateOf(node));
    item.id = id;
    item.description = node.description;
    item.tooltip = new MarkdownString().appendText(node.tooltip);
    item.iconPath = new ThemeIcon(node.icon, node.color === null ? undefined : new ThemeColor(node.color));
    item.contextValue = contextOf(node);
    item.accessibilityInformation = { label: node.spoken };
    if (node.location !== null && node.kind !== "application") {
      item.command = commandOf("diagnose404.openLocation", "Open", folder, node.location);
    }
    return item;
  }

  /** The whole view as indented text, every node open. */
  async text(): Promise<string> {
    const nodes = await this.getChildren();
    return routesOutlineText(nodes.map(({ node }) => node));
  }

  dispose(): void {
    this.#owned.dispose();
  }

  async #outline(folder: Folder): Promise<{ readonly folder: Folder; readonly outline: RoutesOutline }> {
    const mask = createMask([]);
    return {
      folder,
      outline: routesOutline(await folder.shownRoutes(), this.#filter.query, (text) => mask.text(text)),
    };
  }

  /** Says beside the title how many routes there are, and above the tree what narrows it and that nothing is sent where nothing is trusted; tells the texts of the empty view apart. */
  #tell(outlines: readonly { readonly outline: RoutesOutline }[]): void {
    const sum = (count: (outline: RoutesOutline) => number) =>
      outlines.reduce((all, { outline }) => all + count(outline), 0);
    const [shown, total] = [sum((outline) => outline.shown), sum((outline) => outline.total)];
    const hasNodes = outlines.some(({ outline }) => outline.nodes.length > 0);
    const filter = createMask([]).text(this.#filter.text);
    const isTold = vscodeWorkspace.isTrusted || !hasNodes;
    const all = total === 1 ? "1 route" : `${total} routes`;
    this.#view.description = total === 0 ? "" : filter === "" ? all : `${shown} of ${all}`;
    this.#view.message = [
      ...(filter !== "" && hasNodes ? [`Filter: ${filter}`] : []),
      ...(isTold ? [] : ["Restricted Mode: routes are read, nothing is sent."]),
    ].join(" · ");
    const state = hasNodes ? "shown" : this.#filter.text === "" || total === 0 ? "none" : "filteredOut";
    void commands.executeCommand("setContext", "diagnose404.routesState", state);
  }
}

function nodeOf(folder: string, node: RouteNode): Omit<RouteTreeNode, "id"> {
  return { folder, node, route: node.route };
}

function nameOf({ uri }: Folder): string {
  return vscodeWorkspace.getWorkspaceFolder(uri)?.name ?? uri.path;
}

function stateOf(node: RouteNode): TreeItemCollapsibleState {
  if (node.kind === "route" || node.kind === "rewrite") {
    return TreeItemCollapsibleState.None;
  }
  return node.isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}

/** What the menus ask: the kind, and for a route what it leads to. */
function contextOf({ kind, route }: RouteNode): string {
  if (route === null) {
    return kind;
  }
  const leads = [
    ...(hasHandlerElsewhere(route) ? ["handler"] : []),
    ...(route.mounts.length === 0 ? [] : ["mounts"]),
    ...(route.culprit === null ? [] : ["culprit"]),
  ];
  return [kind, ...leads].join(" ");
}

/** The API knows no struck-through label; the combining stroke (U+0336) draws one in every theme. */
function strikeThrough(text: string): string {
  return text.replace(/[^\s]/gu, "$&\u0336");
}
