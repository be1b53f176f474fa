import type { Route } from "../../../model/route.ts";
import { splitPath } from "../../../targetUri.ts";
import type { AskedSwitch } from "./switches.ts";

/** A call that is given a word, and perhaps somebody or something before it: `includes(account, "audit_log")`, `plan.allows("exports")`. */
const call = /(!\s*|\bnot\s+)?(?:await\s+)?([A-Za-z_$][\w$.]*)\(\s*(?:([\w$.]+)\s*,\s*)?["'`]([\w.:-]+)["'`]\s*\)/g;
const asking = /^(?:includ|allow|has|can|may|permit|support|cover|entitle|offer|contain)|feature|plan|module|addon/i;
const ofRequest = /(?:params|query|headers?|body|args|form|cookies)$/i;
/** Who may do something is no part of what was bought or switched on. */
const ofPeople = /role|perm|scope|auth|login|user|owner|grant|admin|staff|member|editor|internal/i;

/** The calls of a line that ask for a part of the service by a word of the route's own path, such as one that a plan may leave out. */
export function readEntitlements(
  line: string,
  route: Route,
): readonly (AskedSwitch & { readonly isOfRecord: boolean })[] {
  return [...line.matchAll(call)].flatMap(({ 0: whole, 1: negation, 2: name = "", 3: of, 4: key = "", index }) =>
    asksEntitlement(name) && namesPath(key, route, name)
      ? [
          {
            keys: [key],
            start: index,
            end: index + whole.length,
            holdsWhen: negation === undefined ? ("on" as const) : ("off" as const),
            isOfRecord: of !== undefined,
          },
        ]
      : [],
  );
}

function asksEntitlement(name: string): boolean {
  const at = name.lastIndexOf(".");
  return asking.test(name.slice(at + 1)) && !ofRequest.test(name.slice(0, Math.max(0, at)));
}

/** Whether a word that a function called `name` is given is one of a route's path, however the two are written, and names nobody. */
export function namesPath(key: string, { path }: Route, name: string): boolean {
  return (
    ![name, key].some((word) => ofPeople.test(word)) &&
    splitPath(path).some((word) => !word.startsWith("{") && plain(word) === plain(key))
  );
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[-_.]/g, "").replace(/s$/, "");
}
