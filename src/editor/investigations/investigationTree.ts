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
  window,
} from "vscode";
import { outline, outlineText } from "../../report/diagnosis/outline.ts";
import type { OutlineNode } from "../../report/diagnosis/outlineNode.ts";
import { commandOf, type FixArgument } from "../commands.ts";
import { Disposables } from "../disposables.ts";
import { type Investigation, type Investigations, maskOf } from "./investigations.ts";

/** One node of the view; commands take it as the investigation or fix it belongs to. */
export interface TreeNode extends FixArgument {
  /** The id of the diagnosis: what a new one found is opened anew, whatever was open in the one before. */
  readonly run: string;
  readonly folder: string;
  readonly node: OutlineNode;
}

/**
 * The pause before children are given, in ms. VS Code asks for the children of open nodes in batches, one timer a node;
 * an answer that comes before all timers of its batch have fired makes it take the children of one node for another's.
 */
const settleFor = 10;

const runColors: Readonly<Record<string, string>> = {
  error: "problemsErrorIcon.foreground",
  pass: "testing.iconPassed",
};

/** The view of all investigations as a tree. */
export class InvestigationTree implements TreeDataProvider<TreeNode>, Disposable {
  readonly #owned = new Disposables();
  readonly #changed = this.#owned.add(new EventEmitter<void>());
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #investigations: Investigations;
  readonly #view: TreeView<TreeNode>;
  #runs: readonly TreeNode[] = [];
  #shown = "";

  constructor(investigations: Investigations) {
    this.#investigations = investigations;
    this.#view = this.#owned.add(window.createTreeView("diagnose404.investigations", { treeDataProvider: this }));
    this.#owned.add(investigations.onDidChange(() => this.#refresh()));
  }

  /**
   * Brings the view to the front without taking the focus; the latest investigation is its first. Nothing is revealed:
   * revealing makes VS Code walk the children it already has, where it mixes up those of different nodes.
   */
  async show(): Promise<void> {
    if (!this.#view.visible) {
      await commands.executeCommand("diagnose404.investigations.focus", { preserveFocus: true });
    }
  }

  /** The whole view as indented text. */
  text(): string {
    return this.#runs.map(({ node }) => outlineText(node)).join("\n");
  }

  async getChildren(element?: TreeNode): Promise<TreeNode[]> {
    await setTimeout(settleFor);
    return element === undefined ? [...this.#runs] : element.node.children.map((node) => childOf(element, node));
  }

  getTreeItem(element: TreeNode): TreeItem {
    const { node, run } = element;
    const item = new TreeItem(node.label, stateOf(node));
    item.id = `${run}/${node.id}`;
    item.description = node.description;
    item.tooltip = new MarkdownString().appendText(node.tooltip);
    item.iconPath = iconOf(node);
    item.contextValue = node.kind === "fix" && node.fix === null ? "advice" : node.kind;
    item.accessibilityInformation = { label: spokenLabel(node) };
    if (node.location !== null) {
      const { file, line, column } = node.location;
      item.command = commandOf("diagnose404.openLocation", "Open", element.folder, { file, line, column });
    }
    return item;
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #refresh(): void {
    const shown = this.#investigations.all.map(({ diagnosis }) => diagnosis.id).join();
    if (shown === this.#shown) {
      return;
    }
    this.#shown = shown;
    this.#runs = this.#investigations.all.map(runNode);
    void commands.executeCommand("setContext", "diagnose404.hasInvestigations", this.#runs.length > 0);
    this.#changed.fire();
  }
}

function runNode(investigation: Investigation): TreeNode {
  const node = outline(investigation.diagnosis, maskOf(investigation), investigation.before);
  return {
    investigation: investigation.id,
    run: investigation.diagnosis.id,
    folder: investigation.folder,
    fix: null,
    node,
  };
}

function childOf(parent: TreeNode, node: OutlineNode): TreeNode {
  return { investigation: parent.investigation, run: parent.run, folder: parent.folder, fix: node.fix, node };
}

function stateOf(node: OutlineNode): TreeItemCollapsibleState {
  if (node.children.length === 0) {
    return TreeItemCollapsibleState.None;
  }
  return node.isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}

function iconOf(node: OutlineNode): ThemeIcon {
  const color = node.kind === "run" ? runColors[node.icon] : undefined;
  return color === undefined ? new ThemeIcon(node.icon) : new ThemeIcon(node.icon, new ThemeColor(color));
}

/** What a screen reader says: the kind only where the words do not tell it. */
function spokenLabel(node: OutlineNode): string {
  const kinds: Partial<Record<OutlineNode["kind"], string>> = {
    verdict: "Verdict",
    fix: "Fix",
    step: "Step",
    probe: "Probe",
  };
  const kind = kinds[node.kind];
  const words = node.description === "" ? node.label : `${node.label}, ${node.description}`;
  return kind === undefined ? words : `${kind}: ${words}`;
}
