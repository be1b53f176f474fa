import type { Location } from "../../model/place.ts";
import type { Operation, RouteParameter, RouteProblem } from "../../model/route.ts";

/** A path in the spelling all frameworks share, as its framework translated it. */
export interface PathPattern {
  /** `{name}`, `{name*}`; unknown parts are marked as holes. */
  readonly template: string;
  readonly parameters: readonly RouteParameter[];
  readonly problems: readonly RouteProblem[];
  /** This pattern and others of the same path as one, with each optional segment as `{/name}`. */
  readonly written?: string;
  /** True for a regular expression, which its framework tests as it is: letter case and last slash count. */
  readonly isExact?: boolean;
  /** True when it takes the slash it does not start with from the end of the prefix before it. */
  readonly borrowsSlash?: boolean;
  /** Says for this path alone whether a last slash makes a difference, whatever its router is set to. */
  readonly strictSlash?: boolean;
  /** True when a lone slash behind a prefix is part of the path. */
  readonly keepsSlash?: boolean;
  /** True when one more slash may stand behind it. */
  readonly sparesSlash?: boolean;
  /** Parameters that name a converter which is no part of the framework. */
  readonly converters?: readonly { readonly name: string; readonly converter: string }[];
  /** True when it is put behind its prefix as it is, without a slash between them. */
  readonly isRaw?: boolean;
}

/** A route as registered on one router. */
export interface RouteEntry {
  readonly kind: "route";
  readonly methods: readonly string[];
  readonly paths: readonly PathPattern[];
  readonly at: Location;
  readonly handler: Location | null;
  readonly problems: readonly RouteProblem[];
  /** What keeps requests from it, where one of its problems comes from another place. */
  readonly culprit?: Location;
  /** It lets later routes answer too, so that it hides nothing. */
  readonly passesOn: boolean;
  /** It is chosen by more than method and path (a host, a version in a header), so that another may stand at the same place. */
  readonly isConditional?: boolean;
  /** It exists to answer "not found". */
  readonly isFallback: boolean;
  readonly deprecated: boolean;
  readonly unresolved: string | null;
  /** The path is not prefixed by the mounts above (a leading-slash convention of some frameworks). */
  readonly isAbsolute: boolean;
  /** Says for this route alone whether a GET is also served as a HEAD. */
  readonly impliesHead?: boolean;
  /** Says for this route alone whether its framework answers OPTIONS. */
  readonly impliesOptions?: boolean;
  /** It renders a document for people and is no endpoint of an API. */
  readonly isPage: boolean;
  /** A page of a framework in which whatever answers is a route module, so that it is listed among the routes. */
  readonly isListed?: boolean;
  /** What a POST to it can ask for, at an endpoint of GraphQL. */
  readonly operations?: readonly Operation[];
}

/** A router mounted on another. */
export interface MountEntry {
  readonly kind: "mount";
  readonly prefixes: readonly PathPattern[];
  readonly target: RouterNode;
  readonly at: Location;
  /** True when the prefix takes the place of the one the target gives itself. */
  readonly overrides?: boolean;
  /** True when requests are handed on to what comes after it, by more than their method and path. */
  readonly isConditional?: boolean;
}

/** A middleware that answers everything below its prefix. */
export interface CatchAllEntry {
  readonly kind: "catch-all";
  readonly prefix: PathPattern;
  readonly at: Location;
}

/** What is registered on a router, in order. */
export type Entry = RouteEntry | MountEntry | CatchAllEntry;

/** One application or router; entries are added while the workspace is linked. */
export interface RouterNode {
  readonly framework: string;
  /** Set to false when it turns out that nothing serves it. */
  isApp: boolean;
  readonly at: Location;
  readonly entries: Entry[];
  /** The prefix that the router gives itself. */
  prefix: PathPattern;
  /** A path that goes before everything, the prefixes of the mounts above included. */
  readonly lead: PathPattern | null;
  caseSensitive: boolean;
  strictSlash: boolean;
  /** True when the application it is mounted on decides about the last slash. */
  readonly sharesSlash: boolean;
  /** True when a path that ends in a slash is also found without it, by a redirect. */
  readonly redirectsSlash: boolean;
  /** True when it is served for one host or subdomain only. */
  isForHost?: boolean;
  /** True when something on it answers OPTIONS for every route below it. */
  impliesOptions?: boolean;
  /** Where the router was handed to something that cannot be followed. */
  escaped: Location | null;
  /** True when another was taken where a condition chooses between the two. */
  isPassedOver?: boolean;
  /** True when it was made by a function that nothing was seen to call. */
  isUncalled?: boolean;
  /** True for a stand-in: a parameter that nobody was seen to pass. */
  readonly isGuess: boolean;
}

/** The pattern of an empty prefix. */
export const NO_PREFIX: PathPattern = { template: "", parameters: [], problems: [] };

/** A pattern with more path behind it. */
export function lengthened(pattern: PathPattern, tail: string): PathPattern {
  const { template, written } = pattern;
  return { ...pattern, template: template + tail, ...(written === undefined ? {} : { written: written + tail }) };
}

/** What a route entry is unless said otherwise. */
export const PLAIN_ROUTE = {
  kind: "route",
  handler: null,
  problems: [],
  passesOn: false,
  isFallback: false,
  deprecated: false,
  unresolved: null,
  isAbsolute: false,
  isPage: false,
} as const;

/** Creates a node without entries. */
export function createNode(
  framework: string,
  at: Location,
  settings: Partial<
    Pick<
      RouterNode,
      "isApp" | "prefix" | "caseSensitive" | "strictSlash" | "sharesSlash" | "lead" | "redirectsSlash" | "isGuess"
    >
  >,
): RouterNode {
  return {
    framework,
    at,
    isApp: settings.isApp ?? false,
    entries: [],
    prefix: settings.prefix ?? NO_PREFIX,
    caseSensitive: settings.caseSensitive ?? false,
    strictSlash: settings.strictSlash ?? false,
    lead: settings.lead ?? null,
    sharesSlash: settings.sharesSlash ?? false,
    redirectsSlash: settings.redirectsSlash ?? false,
    escaped: null,
    isGuess: settings.isGuess ?? false,
  };
}
