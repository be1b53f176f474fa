/**
 * Makes a test for paths (relative, with `/`) by the globs of VS Code's settings: `*`, `?`, `**`, `{a,b}`, `[a-z]`, `[!a]`
 * (https://code.visualstudio.com/docs/editor/glob-patterns). A pattern that names a folder takes what is below it too, one
 * without a slash stands at any depth, and one that cannot be read takes nothing.
 */
export function createGlobTest(patterns: readonly string[]): (path: string) => boolean {
  const sources = patterns.flatMap((pattern) => {
    const plain = pattern.trim().replace(/^(?:\.?\/)+|\/+$/g, "");
    return plain === "" ? [] : [plain.includes("/") ? plain : `**/${plain}`];
  });
  const tests = sources.flatMap((source) => toExpression(source));
  return (path) => tests.some((test) => test.test(path));
}

function toExpression(glob: string): RegExp[] {
  try {
    return [new RegExp(`^${translate(glob)}(?:/|$)`, "u")];
  } catch {
    return [];
  }
}

const TOKEN = /\*\*\/|\/\*\*$|\*\*|\*|\?|\{|\}|,|\[(!|\^)?([^\]]+)\]|[\s\S]/gu;

function translate(glob: string): string {
  let depth = 0;
  return glob.replace(TOKEN, (token: string, not: string | undefined, range: string | undefined) => {
    if (range !== undefined) return `[${not === undefined ? "" : "^"}${range.replace(/[\\[\]&^]/g, "\\$&")}]`;
    switch (token) {
      case "**/":
        return "(?:.*/)?";
      case "/**":
        return "/.+";
      case "**":
        return ".*";
      case "*":
        return "[^/]*";
      case "?":
        return "[^/]";
      case "{":
        depth += 1;
        return "(?:";
      case "}":
        depth -= 1;
        return ")";
      case ",":
        return depth > 0 ? "|" : ",";
      default:
        return /[\\^$.*+?()[\]{}|/]/.test(token) ? `\\${token}` : token;
    }
  });
}
