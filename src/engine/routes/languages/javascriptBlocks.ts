/** A stretch between two braces: the offsets of the opening and of the closing one. */
export interface Block {
  readonly start: number;
  readonly end: number;
}

/** Words after which a slash starts a regular expression. */
const OPERATORS = /(?:^|[^\w$.])(?:return|typeof|case|in|of|delete|void|throw|new|instanceof|else|do|yield|await)$/;

/**
 * The outermost blocks of a JavaScript or TypeScript text that `isWanted`, asked with the offset of each opening brace outside of
 * texts, comments and regular expressions. Empty when these cannot be told apart surely.
 */
export function findBlocks(text: string, isWanted: (open: number) => boolean): readonly Block[] {
  return new Scan(text, isWanted).run() ?? [];
}

/** What an open brace belongs to: code, a wanted block, or a part of a template text. */
type Brace = "code" | "wanted" | "template";

class Scan {
  readonly #text: string;
  readonly #isWanted: (open: number) => boolean;
  readonly #open: Brace[] = [];
  readonly #blocks: Block[] = [];
  #wantedAt = -1;

  constructor(text: string, isWanted: (open: number) => boolean) {
    this.#text = text;
    this.#isWanted = isWanted;
  }

  /** Null when the text is doubtful. */
  run(): readonly Block[] | null {
    const next = /["'`/{}]/g;
    for (let found = next.exec(this.#text); found !== null; found = next.exec(this.#text)) {
      const after = this.#pass(found[0], found.index);
      if (after === null) return null;
      next.lastIndex = after;
    }
    return this.#open.length === 0 ? this.#blocks : null;
  }

  /** The offset behind what starts here; null when it has no end. */
  #pass(char: string, at: number): number | null {
    if (char === "{") return this.#enter(at);
    if (char === "}") return this.#leave(at);
    if (char === "/") return this.#passSlash(at);
    return char === "`" ? this.#passTemplate(at + 1) : this.#passTo(at + 1, char === '"' ? /["\\\n]/g : /['\\\n]/g);
  }

  #enter(at: number): number {
    const isWanted = this.#wantedAt < 0 && this.#isWanted(at);
    if (isWanted) this.#wantedAt = at;
    this.#open.push(isWanted ? "wanted" : "code");
    return at + 1;
  }

  #leave(at: number): number | null {
    const brace = this.#open.pop();
    if (brace === "template") return this.#passTemplate(at + 1);
    if (brace === "wanted") {
      this.#blocks.push({ start: this.#wantedAt, end: at });
      this.#wantedAt = -1;
    }
    return brace === undefined ? null : at + 1;
  }

  /** The offset behind the first of `ends` that is not escaped; null when the line ends before. */
  #passTo(from: number, ends: RegExp): number | null {
    ends.lastIndex = from;
    for (let found = ends.exec(this.#text); found !== null; found = ends.exec(this.#text)) {
      if (found[0] === "\n") return null;
      if (found[0] !== "\\") return found.index + found[0].length;
      ends.lastIndex = found.index + 2;
    }
    return null;
  }

  /** From inside a template text to its end, or into its next part of code. */
  #passTemplate(from: number): number | null {
    const after = this.#passTo(from, /`|\\|\$\{/g);
    if (after !== null && this.#text[after - 1] === "{") this.#open.push("template");
    return after;
  }

  #passSlash(at: number): number | null {
    const text = this.#text;
    if (text[at + 1] === "/") {
      const end = text.indexOf("\n", at);
      return end < 0 ? text.length : end;
    }
    if (text[at + 1] === "*") {
      const end = text.indexOf("*/", at + 2);
      return end < 0 ? null : end + 2;
    }
    let before = at - 1;
    while (before >= 0 && /\s/.test(text[before] ?? "")) before -= 1;
    const char = text[before] ?? "";
    if (
      /["'`\]]/.test(char) ||
      (/[\w$]/.test(char) && !OPERATORS.test(text.slice(Math.max(0, before - 12), before + 1)))
    ) {
      return at + 1;
    }
    return /[)}/]/.test(char) ? this.#passDoubtful(at) : this.#passExpression(at + 1);
  }

  #passExpression(from: number): number | null {
    const end = /(?:[^\n\\[/]|\\.|\[(?:[^\]\\\n]|\\.)*\])*\//y;
    end.lastIndex = from;
    return end.test(this.#text) ? end.lastIndex : null;
  }

  /** A division or a regular expression: it matters only where the two would count other braces and quotes. */
  #passDoubtful(at: number): number | null {
    const end = this.#text.indexOf("\n", at);
    return /["'`{}]|\/[/*]/.test(this.#text.slice(at + 1, end < 0 ? undefined : end)) ? null : at + 1;
  }
}
