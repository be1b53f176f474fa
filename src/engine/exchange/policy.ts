const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * True for the methods that are sent without a person's consent: GET, HEAD and OPTIONS, in the letters HTTP knows them by.
 * Methods are case-sensitive (RFC 9110 9.1), so `get` is another method and asks.
 */
export function isSafeMethod(method: string): boolean {
  return safeMethods.has(method);
}
