import type { HandlerSource } from "./handlerSource.ts";

/**
 * Whether a handler, as far as its source shows, itself gives the answer that its framework's router gives for a path without a
 * route: `HTTPException(404)`, `callNotFound()`, `c.notFound()`, `next()`, `Http404`, `abort(404)` and their like. Then a miss that
 * looks like the router's says nothing of whether the route is served. False also where the source says nothing of it.
 */
export function missesAsRouter(source: HandlerSource, framework: string): boolean {
  // Koa answers 404 by itself wherever no body was set, so each of its handlers can.
  return framework === "koa" || routersWords.some((word) => word.test(source.text) || word.test(source.called));
}

/** Whether anything in a handler may end in a miss, in whatever words: it raises, passes on, waits for others, or says so itself. */
export function hasMiss({ text, called }: HandlerSource): boolean {
  return canMiss.test(`${text}\n${called}`);
}

const canMiss =
  /\b(?:throw|raise|abort|next|reject|404|get_\w*or_404|\w*or_?(?:fail|throw))\b|not_?found|\bawait\b|\byield\b|\bDepends\b/i;

/**
 * The source without those of its misses that carry a sentence of their own, such as `HTTPException(404, "no such week")`: where the framework's
 * own error answer is what came back, it was none of them.
 */
export function withoutOwnWords({ text, called }: HandlerSource): HandlerSource {
  const strip = (source: string) =>
    source.replace(saying, (whole, _quote: string, sentence: string) =>
      /^\s*(?:404\W*)?not\s?found\W*$/i.test(sentence) ? whole : "",
    );
  return { text: strip(text), called: strip(called) };
}

const saying =
  /\b(?:HTTPException|abort|HTTPNotFound|NotFound\w*|Http404|throw|createError)\s*\([^()"'`]*[fF]?(["'`])((?:(?!\1)[^\n]){4,}?)\1[^()]*\)/g;

const routersWords: readonly RegExp[] = [
  /\bHTTPException\(\s*(?:status_code\s*=\s*)?(?:404|[\w.]*HTTP_404_NOT_FOUND|[\w.]*HTTPStatus\.NOT_FOUND)/,
  /\b(?:get_object_or_404|get_list_or_404|first_or_404|get_or_404|one_or_404)\s*\(|\braise\s+[\w.]*(?:Http404|NotFound)\b/,
  /\babort\(\s*(?:404|[\w.]*NOT_FOUND)|\bfindOrFail\(|\bfirstOrFail\(/,
  /\bcallNotFound\s*\(|\.notFound\s*\(|(?<![.\w])notFound\s*\(/,
  /\bsendStatus\(\s*404\s*\)|(?<![.\w])next\(\s*(?:["'`](?:route|router)["'`]\s*)?\)/,
  /\bthrow\s+new\s+(?:[\w.]*NotFound\w*|HTTPException\(\s*404)|\bcreateError\(\s*404|\bctx\.throw\(\s*404|\bcreateError\.NotFound/,
  /\bhttp\.NotFound\(|\bAbortWithStatus\(\s*(?:404|http\.StatusNotFound)|\becho\.ErrNotFound|\bfiber\.ErrNotFound/,
  /\bRecordNotFound\b|\bResults\.NotFound\(|\bStatusCode::NOT_FOUND/,
];
