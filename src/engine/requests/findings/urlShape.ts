/** One segment of a path or one value of a query, with its place in the URL. */
export interface UrlStretch {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The offsets at which the pieces of an absolute URL start and end, as written; `pathStart` equals `pathEnd` without a path. */
export interface UrlShape {
  readonly pathStart: number;
  readonly pathEnd: number;
  readonly queryEnd: number;
  readonly segments: readonly UrlStretch[];
  readonly values: readonly UrlStretch[];
}

/** Cuts a URL by RFC 3986 appendix B without normalising; variables left in it stay whole, whatever they hold. */
export function cutUrl(url: string): UrlShape {
  const plain = url.replace(/\{\{[^{}]*\}\}/g, (variable) => "x".repeat(variable.length));
  const pathStart = /^(?:[a-z][a-z0-9+.-]*:)?(?:\/\/[^/?#]*)?/i.exec(plain)?.[0].length ?? 0;
  const hash = plain.indexOf("#", pathStart);
  const queryEnd = hash < 0 ? plain.length : hash;
  const question = plain.indexOf("?", pathStart);
  const pathEnd = question < 0 || question > queryEnd ? queryEnd : question;
  return {
    pathStart,
    pathEnd,
    queryEnd,
    segments: cutAt(url, plain, "/", pathStart + (plain[pathStart] === "/" ? 1 : 0), pathEnd),
    values: cutAt(url, plain, "&", pathEnd + 1, queryEnd).map((pair) => queryValue(pair, plain)),
  };
}

function cutAt(url: string, plain: string, mark: string, start: number, end: number): readonly UrlStretch[] {
  const stretches: UrlStretch[] = [];
  for (let at = start; at <= end && start < end; ) {
    const next = plain.indexOf(mark, at);
    const stop = next < 0 || next > end ? end : next;
    stretches.push({ text: url.slice(at, stop), start: at, end: stop });
    at = stop + 1;
  }
  return stretches;
}

function queryValue(pair: UrlStretch, plain: string): UrlStretch {
  const equals = plain.slice(pair.start, pair.end).indexOf("=");
  return equals < 0
    ? { ...pair, text: "", start: pair.end }
    : { ...pair, text: pair.text.slice(equals + 1), start: pair.start + equals + 1 };
}
