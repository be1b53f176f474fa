import { type QuickPickItem, type TextDocument, type TextEditor, window } from "vscode";
import { findMisses, type Har, readHar } from "../../engine/requests/sources/readHar.ts";
import { createMask } from "../../engine/secrets.ts";
import { HumanError } from "../humanError.ts";
import {
  isMarkdownDocument,
  isRequestDocument,
  previewScheme,
  type RequestDocuments,
} from "../requests/requestDocuments.ts";
import { isTarget, type Target } from "./target.ts";

/**
 * The request at the cursor when asked: what is selected, the request of a file or of a Markdown block, or the one that a preview shows;
 * null when there is none.
 */
export async function findTargetAt(editor: TextEditor, documents: RequestDocuments): Promise<Target | null> {
  const { document, selection } = editor;
  const selected = document.getText(selection).trim();
  if (/^(curl(\.exe)?\s|https?:\/\/\S+$|[A-Z]+\s+https?:\/\/)/.test(selected)) {
    return { kind: "text", text: selected };
  }
  if (document.uri.scheme === previewScheme) {
    return previewedTarget(document.uri.query);
  }
  const line = selection.active.line + 1;
  if (!isRequestDocument(document) && !isMarkdownDocument(document)) {
    return null;
  }
  await documents.read(document);
  return documents.requestAt(document, line) === null ? null : { kind: "request", uri: document.uri.toString(), line };
}

/** The target that the address of a preview carries; null for an address that was made by others. */
export function previewedTarget(query: string): Target | null {
  try {
    const target: unknown = JSON.parse(query);
    return isTarget(target) ? target : null;
  } catch {
    return null;
  }
}

/** Finds what is meant by the command: the request at the cursor, an entry of the HAR file in front, else a URL that the person types; null when they leave. */
export async function askTarget(editor: TextEditor | undefined, documents: RequestDocuments): Promise<Target | null> {
  const target = editor === undefined ? null : await findTargetAt(editor, documents);
  if (target !== null) {
    return target;
  }
  const har = editor === undefined ? null : harOf(editor.document);
  return har === null || editor === undefined ? askUrl("") : askEntry(har, editor.document);
}

/** Asks for a URL or a curl command; null when the person leaves. */
export async function askUrl(value: string): Promise<Target | null> {
  const text = await window.showInputBox({
    title: "Diagnose 404",
    prompt: "The URL that answers 404, or a curl command",
    placeHolder: "https://…",
    value,
    ignoreFocusOut: true,
    validateInput: (typed) =>
      /^\s*(curl\s|([A-Z]+\s+)?https?:\/\/[^\s/])/.test(typed) ? null : "A URL starts with http:// or https://",
  });
  return text === undefined ? null : { kind: "text", text: text.trim() };
}

/** The HAR file that a document holds: by its ending, or JSON that reads as one. */
function harOf(document: TextDocument): Har | null {
  const isHar = /\.har$/i.test(document.uri.path);
  if (!isHar && !/^jsonc?$/.test(document.languageId)) {
    return null;
  }
  const har = readHar(document.getText());
  return isHar || har.entries.length > 0 ? har : null;
}

/** Offers the entries that ended in 404 or 410. */
async function askEntry(har: Har, { uri }: TextDocument): Promise<Target | null> {
  const misses = findMisses(har);
  if (misses.length === 0) {
    throw new HumanError("no-har-miss", "No entry of this HAR file ended in 404 or 410.");
  }
  const mask = createMask([]);
  const items: (QuickPickItem & { readonly entry: number })[] = misses.map(({ number, request, response }) => ({
    label: `${request.method} ${mask.url(request.url)}`,
    description: `${response?.status ?? ""} · entry ${number}`,
    entry: number,
  }));
  const options = { title: "Diagnose 404", placeHolder: "The request that was not found", matchOnDescription: true };
  const picked = await window.showQuickPick(items, options);
  return picked === undefined ? null : { kind: "har", uri: uri.toString(), entry: picked.entry };
}
