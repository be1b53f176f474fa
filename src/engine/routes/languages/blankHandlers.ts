import { findBlocks } from "./javascriptBlocks.ts";

/**
 * A JavaScript or TypeScript text with the bodies of its request handlers blanked, lines and columns kept: most of the text of a
 * back end lies in them, and what they do to one request says nothing of routes. A body that names routers or speaks of paths
 * stays, and so does every body of a text whose brackets cannot be told apart surely.
 */
export function blankHandlers(text: string): string {
  if (!LIKELY.test(text)) return text;
  const kept: string[] = [];
  let from = 0;
  for (const { start, end } of findBlocks(text, (open) => isHandlerAt(text, open))) {
    const body = text.slice(start + 1, end);
    if (TELLING.test(body)) continue;
    kept.push(
      text.slice(from, start + 1),
      body.replace(/[^\r\n]+/g, (line) => " ".repeat(line.length)),
    );
    from = end;
  }
  kept.push(text.slice(from));
  return kept.join("");
}

const FIRST = "_?req(?:uest)?|ctx|c";
const LIKELY = new RegExp(`[(\\s](?:${FIRST})\\s*[,:)=]`);

/** What a body may say that matters to routes: routers by name or by what they are called with, calls that register, paths compared, texts that are given back. */
const TELLING =
  /\(\s*_?req(?:uest)?\s*,\s*_?res(?:ponse)?\s*,\s*_?next\s*\)|\b(?:app|server|express|fastify|koa|hono|mount|register|\w*[rR]outer?s?|routes|pathname|URLPattern)\b|\.url\b|\b(?:ctx|c)\.path\b|\.(?:use|get|head|post|put|patch|delete|all|route|options|on|add)\s*\(\s*["'`/[]|\breturn\s*(?:\(\s*)?(?:["'`/[]|\w+\s*\+)/;

const PARAMETERS = new RegExp(`^\\s*(?:${FIRST})\\s*(?:[,:?][^{}=;]*)?$`);
const BARE_PARAMETER = new RegExp(`[\\s(,=](?:${FIRST})\\s*=>\\s*$`);
const RESULT = /^\s*(?::[\w\s.<>[\]|,]+)?(?:=>\s*)?$/;
const STATEMENT = /\b(?:if|while|for|switch|catch|with)\s*$/;
const LONGEST_HEAD = 200;

/** True when the brace opens the body of a function whose first parameter is a request or a context. */
function isHandlerAt(text: string, open: number): boolean {
  const before = text[open - 1] === " " ? text[open - 2] : text[open - 1];
  if (before !== ")" && before !== ">" && !/\)\s*:[^(){}=;]*$/.test(text.slice(Math.max(0, open - 40), open)))
    return false;
  const head = text.slice(Math.max(0, open - LONGEST_HEAD), open);
  const close = head.lastIndexOf(")");
  if (close >= 0 && RESULT.test(head.slice(close + 1))) {
    const start = head.lastIndexOf("(", close);
    return start >= 0 && PARAMETERS.test(head.slice(start + 1, close)) && !STATEMENT.test(head.slice(0, start));
  }
  return BARE_PARAMETER.test(head.slice(-30));
}
