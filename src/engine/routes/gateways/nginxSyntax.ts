/** One directive of an nginx file: its words with quotes removed, the block it opens, and its 1-based line. */
export interface NginxDirective {
  readonly words: readonly string[];
  readonly block: readonly NginxDirective[] | null;
  readonly line: number;
}

interface Token {
  readonly text: string;
  readonly isMark: boolean;
  readonly line: number;
}

const mostTokens = 50_000;
const deepest = 32;

/** Reads an nginx file, or a template of one, into its directives; what is malformed ends where it stops making sense, and nothing throws. */
export function parseNginx(text: string): readonly NginxDirective[] {
  const tokens = tokenize(text);
  return parseBlock(tokens, { at: 0 }, 0);
}

function parseBlock(tokens: readonly Token[], cursor: { at: number }, depth: number): readonly NginxDirective[] {
  const directives: NginxDirective[] = [];
  let words: Token[] = [];
  while (cursor.at < tokens.length) {
    const token = tokens[cursor.at++] as Token;
    if (!token.isMark) {
      words.push(token);
      continue;
    }
    if (token.text === "}") {
      break;
    }
    const opens = token.text === "{" && depth < deepest;
    const block = opens ? parseBlock(tokens, cursor, depth + 1) : null;
    const [first] = words;
    if (first) {
      directives.push({ words: words.map((word) => word.text), block, line: first.line });
    }
    words = [];
  }
  return directives;
}

// White space, comments, quoted words, marks, and words; `${name}` of a template is part of a word.
const shape =
  /\s+|#[^\n]*|"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'|([{};])|((?:\$\{\w*\}|[^\s{};"'])(?:\$\{\w*\}|[^\s{};])*)|[\s\S]/g;

/** Words, and the marks `{`, `}` and `;` that stand outside of quotes and comments. */
function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let line = 1;
  for (const [whole, double, single, mark, word] of text.matchAll(shape)) {
    const value = mark ?? double ?? single ?? word;
    if (value !== undefined) {
      tokens.push({ text: value, isMark: mark !== undefined, line });
    }
    line += whole.split("\n").length - 1;
    if (tokens.length >= mostTokens) {
      break;
    }
  }
  return tokens;
}
