/** The names by which the lines of one file call what they import from another, as far as the import's own text names that file. */
export function readNames(lines: readonly string[], from: string): readonly string[] {
  const stem = nameModule(from);
  if (stem === "") {
    return [];
  }
  const own = stem.replace(/[.$+-]/g, "\\$&");
  const script = new RegExp(
    `^\\s*(?:import\\s+(.+?)\\s+from\\s+|(?:const|let|var)\\s+(.+?)\\s*=\\s*require\\()["'\`](?:[^"'\`]*/)?${own}(?:\\.\\w+)?(?:/index)?["'\`]`,
  );
  const module = new RegExp(`^\\s*from\\s+(?:[\\w.]*\\.)?${own}\\s+import\\s+\\(?(.+?)\\)?\\s*$`);
  const member = new RegExp(`^\\s*(?:from\\s+[\\w.]+\\s+)?import\\s+.*?\\b${own}(?:\\s+as\\s+(\\w+))?\\b`);
  return lines.flatMap((line) => {
    const listed = script.exec(line)?.slice(1).find(Boolean) ?? module.exec(line)?.[1];
    const found = listed === undefined && !/["'`]/.test(line) ? member.exec(line) : null;
    return listed === undefined ? (found ? [found[1] ?? stem] : []) : readList(listed);
  });
}

/** The last word of the name by which other files import a file: of `shop/views.py` `views`, of `shop/__init__.py` `shop`; empty where it has none. */
export function nameModule(file: string): string {
  const parts = file.replace(/\.\w+$/, "").split("/");
  const isFolder = parts.at(-1) === "index" || parts.at(-1) === "__init__";
  return (isFolder ? parts.at(-2) : parts.at(-1)) ?? "";
}

/** `a, { b as c, d: e }` gives a, c and e. */
function readList(text: string): readonly string[] {
  return text
    .replace(/[{}*]|\btype\b/g, " ")
    .split(",")
    .flatMap((one) => /([A-Za-z_$][\w$]*)\s*$/.exec(one)?.[1] ?? []);
}

/** Whether a line of a script says which module something comes from, be it the last of several: what it quotes is no URL. */
export function namesModule(line: string): boolean {
  return /^\s*import\s*["'`{*\w]|^\s*(?:export\b.*|\}\s*)\bfrom\s+["'`]|\brequire\(\s*["'`]|\bimport\(\s*["'`]/.test(
    line,
  );
}

/** Whether a text imports or requires a file, by the name that it has without its ending. */
export function isImported(text: string, file: string): boolean {
  const stem = /([^/]+)\.\w+$/.exec(file)?.[1]?.replace(/[.$+-]/g, "\\$&");
  return stem !== undefined && new RegExp(`(?:from|import|require\\().*\\b${stem}\\b`).test(text);
}
