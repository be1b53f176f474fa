/** One way to read `FILE[:LINE | #NAME]`. */
export type RequestTarget =
  | { readonly kind: "any"; readonly file: string }
  | { readonly kind: "line"; readonly file: string; readonly line: number }
  | { readonly kind: "name"; readonly file: string; readonly name: string };

/**
 * The ways to read a target, likeliest first: a file name may itself hold `#` or end in `:12`, so the first whose
 * file exists is meant. A drive letter (`C:\a.http`) is no line.
 */
export function readTargets(text: string): readonly RequestTarget[] {
  const targets: RequestTarget[] = [{ kind: "any", file: text }];
  const [, beforeLine, digits] = /^(.+):(\d+)$/s.exec(text) ?? [];
  if (beforeLine !== undefined && digits !== undefined) {
    targets.push({ kind: "line", file: beforeLine, line: Number(digits) });
  }
  for (let at = text.indexOf("#", 1); at !== -1 && at < text.length - 1; at = text.indexOf("#", at + 1)) {
    targets.push({ kind: "name", file: text.slice(0, at), name: text.slice(at + 1) });
  }
  return targets;
}
