import type { Location } from "./place.ts";

/** One hop of the chain that mounts a router. */
export interface Mount extends Location {
  readonly prefix: string;
  /** The router's own prefix that this one takes the place of, at the line that sets it; absent where none is lost. */
  readonly replaces?: Location & { readonly prefix: string };
}

/** What is wrong with a route definition. */
export type RouteProblem =
  | "not-registered"
  | "shadowed"
  | "after-catch-all"
  | "duplicate"
  | "missing-handler"
  | "constraint-conflict"
  | "doubled-prefix"
  | "missing-slash"
  | "unreachable-version";

/** A parameter of a path that is more than one whole segment of any text. */
export interface RouteParameter {
  readonly name: string;
  /** The regular expression its value must match in full, or null. */
  readonly pattern: string | null;
  /** True when the segment may be left out. */
  readonly optional: boolean;
}

/** One operation that an endpoint of GraphQL answers, at the field of its schema; no path leads to it but that of its endpoint. */
export interface Operation extends Location {
  /** The root type and the field, such as `Query.user`. */
  readonly name: string;
  /** The resolver; null where there is none, and the field is read off what its parent gives. */
  readonly handler: Location | null;
  /** Where it is asked by convention, if its endpoint answers at any path. */
  readonly path?: string;
}

/** One pattern the workspace serves (or would serve, when a problem says that it does not). */
export interface Route extends Location {
  /** Upper case, `ANY`, or `WEBSOCKET` for what only the opening handshake of RFC 6455 reaches: a GET that asks for the upgrade. */
  readonly method: string;
  /** Absolute; parameters are `{name}`, a catch-all is `{name*}`. */
  readonly path: string;
  readonly framework: string;
  readonly handler: Location | null;
  /** From the application down to the router that holds the route. */
  readonly mounts: readonly Mount[];
  readonly problems: readonly RouteProblem[];
  /** The route that takes its requests, where a problem names one. */
  readonly culprit: Location | null;
  /** What of the prefix could not be known statically. */
  readonly unresolved: string | null;
  readonly test: boolean;
  /** True when letter case, or the last slash, makes a difference to this route's framework as configured. */
  readonly caseSensitive: boolean;
  readonly strictSlash: boolean;
  /** After how many of its segments one more slash may stand: a mount of Express 4 takes `/api//orders` too. */
  readonly spareSlashes?: readonly number[];
  /** Position in registration order among the routes of its application. */
  readonly order: number;
  /** Constrained and optional parameters of the path; the others take any one segment. */
  readonly parameters?: readonly RouteParameter[];
  /** Says for this route alone whether OPTIONS is answered without a route of its own; false where what is registered after it keeps that answer from it. */
  readonly impliesOptions?: boolean;
  /** Says for this route alone whether a GET is also served as a HEAD, whatever its framework does else. */
  readonly impliesHead?: boolean;
  /** True when the route only answers "not found" to what nothing else took. */
  readonly fallback?: boolean;
  /** True for a document rendered for people, which tables list among their pages unless it is `listed`. */
  readonly page?: boolean;
  /** True for a page that its framework registers as a route like any other, which tables list among their routes. */
  readonly listed?: boolean;
  readonly deprecated?: boolean;
  /** This path and others of the same registration as one, each segment that may be left out as `{/name}` (RFC 6570, 3.2.6). */
  readonly written?: string;
  /** What a POST to an endpoint of GraphQL can ask for. */
  readonly operations?: readonly Operation[];
}

/** A rule of a proxy, gateway, or framework configuration that maps one path to another. */
export interface Rewrite {
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly file: string;
  readonly line: number;
}

/**
 * A file or folder in which there may be routes that were not read: it cannot be opened, is larger than source that people write,
 * is minified, or is a link to a folder that is read already.
 */
export interface SkippedFile {
  readonly file: string;
  readonly why: "unreadable" | "too-large" | "minified" | "link";
}

/** What the workspace answers. */
export interface RouteTable {
  readonly routes: readonly Route[];
  readonly rewrites: readonly Rewrite[];
  /** Documents of a framework that keeps them apart from what answers data (`app/about/page.tsx`), each answering GET. */
  readonly pages?: readonly Route[];
  /** What was left out although it may hold routes; absent when nothing was. */
  readonly skipped?: readonly SkippedFile[];
  /** `files` seen, `parsed` by a grammar, and the ms it took. */
  readonly stats: { readonly files: number; readonly parsed: number; readonly ms: number };
}

/** One way in which a URL misses a route. */
export interface Difference {
  readonly what:
    | "version"
    | "prefix"
    | "typo"
    | "plural"
    | "case"
    | "slash"
    | "encoding"
    | "constraint"
    | "method"
    | "extra-segment"
    | "missing-segment"
    | "segment";
  readonly expected: string;
  readonly actual: string;
  /** 0-based index of the segment in the URL's path, or null when it concerns no single segment. */
  readonly segment: number | null;
}

/** A route that the URL nearly reaches; `score` is between 0 and 1. */
export interface NearMiss {
  readonly route: Route;
  readonly differs: readonly Difference[];
  readonly score: number;
  /** The path, query excluded, that reaches the route with the URL's own identifiers. */
  readonly corrected: string;
}

/** How one URL fares against a route table. */
export interface Match {
  readonly url: string;
  readonly method: string;
  readonly matched: Route | null;
  readonly params: readonly { readonly name: string; readonly value: string }[];
  readonly near: readonly NearMiss[];
}
