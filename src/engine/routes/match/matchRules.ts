/** How one framework chooses among the routes that match, and what it answers without being told. */
export interface MatchRules {
  /**
   * `order`: the first registered wins; `specificity`: the most specific pattern wins, whatever the order; `start`: the one with the
   * most fixed segments at its start, `fixed`: the one for this method alone, then the one without
   * parameters, and the first registered of those.
   */
  readonly priority: "order" | "specificity" | "start" | "fixed";
  readonly impliesHead: boolean;
  readonly impliesOptions: boolean;
  /**
   * What is percent-decoded before a path is matched: nothing, so that `%61` is no `a`; `letters`, all but what is reserved, as `decodeURI` does; or
   * `all`, so that `%2F` separates segments.
   */
  readonly decodes: "nothing" | "letters" | "all";
  /** Whether slashes in a row count as one: `always`, or each of the `pairs` where no route takes them as they are; by a redirect to the path with one. */
  readonly mergesSlashes?: "always" | "pairs";
  /** True when any number of slashes at the end counts as none where no route takes them as they are. */
  readonly dropsEndSlashes?: boolean;
  /** True when `.` and `..`, encoded ones too, are resolved before a path is matched, as the URL Standard does. */
  readonly resolvesDots?: boolean;
  /** True when the first pattern that has the path decides, whatever methods it takes. */
  readonly choosesByPath?: boolean;
  /** True when the last slash is taken as it is wherever any route has it so, whatever the method, before the other form is tried. */
  readonly prefersOwnSlash?: boolean;
  /** True when a parameter also takes nothing, so that `/users/` reaches `/users/{id}`. */
  readonly takesEmpty?: boolean;
}

const ORDERED: MatchRules = { priority: "order", impliesHead: true, impliesOptions: false, decodes: "nothing" };

const RULES: Readonly<Record<string, MatchRules>> = {
  fastify: { ...ORDERED, decodes: "letters", priority: "specificity", takesEmpty: true },
  nest: ORDERED,
  next: {
    ...ORDERED,
    priority: "specificity",
    impliesOptions: true,
    choosesByPath: true,
    resolvesDots: true,
    mergesSlashes: "always",
  },
  flask: { ...ORDERED, priority: "specificity", impliesOptions: true, decodes: "all", mergesSlashes: "pairs" },
  fastapi: { ...ORDERED, impliesHead: false, decodes: "all", prefersOwnSlash: true, dropsEndSlashes: true },
  django: { ...ORDERED, impliesOptions: true, decodes: "all", choosesByPath: true },
  nitro: { ...ORDERED, priority: "specificity", impliesHead: false },
  sveltekit: { ...ORDERED, decodes: "letters", priority: "specificity", choosesByPath: true, resolvesDots: true },
  "react-router": {
    ...ORDERED,
    decodes: "letters",
    priority: "specificity",
    choosesByPath: true,
    resolvesDots: true,
    dropsEndSlashes: true,
  },
  aiohttp: { ...ORDERED, priority: "start" },
  restify: { ...ORDERED, decodes: "letters", priority: "specificity", impliesHead: false, takesEmpty: true },
  sanic: { ...ORDERED, priority: "specificity", impliesHead: false },
  litestar: { ...ORDERED, priority: "specificity", impliesHead: false, impliesOptions: true },
  tornado: { ...ORDERED, impliesHead: false, choosesByPath: true },
  "django-ninja": { ...ORDERED, impliesHead: false, choosesByPath: true },
  koa: ORDERED,
  hono: { ...ORDERED, decodes: "letters", resolvesDots: true },
  http: { ...ORDERED, impliesHead: false },
  "http.server": { ...ORDERED, impliesHead: false },
  vercel: { ...ORDERED, priority: "specificity" },
  netlify: { ...ORDERED, priority: "specificity" },
  "cloudflare-pages": { ...ORDERED, priority: "specificity", impliesHead: false },
  tanstack: { ...ORDERED, priority: "specificity" },
  hapi: { ...ORDERED, decodes: "letters", priority: "specificity", resolvesDots: true },
  elysia: { ...ORDERED, priority: "specificity" },
  astro: { ...ORDERED, priority: "specificity", choosesByPath: true },
  sails: { ...ORDERED, impliesOptions: true },
  h3: { ...ORDERED, priority: "specificity" },
  tegg: { ...ORDERED, priority: "specificity" },
  "find-my-way": { ...ORDERED, decodes: "letters", priority: "specificity", impliesHead: false, takesEmpty: true },
  uwebsockets: { ...ORDERED, priority: "specificity", impliesHead: false },
  "hyper-express": { ...ORDERED, priority: "specificity" },
  bottle: { ...ORDERED, priority: "fixed", decodes: "all" },
  falcon: { ...ORDERED, priority: "specificity", impliesHead: false, impliesOptions: true, decodes: "all" },
  pyramid: { ...ORDERED, decodes: "all" },
  cherrypy: { ...ORDERED, priority: "specificity", decodes: "all" },
  robyn: { ...ORDERED, priority: "specificity", impliesHead: false },
  fresh: { ...ORDERED, priority: "specificity" },
  loopback: { ...ORDERED, priority: "specificity", impliesHead: false },
  feathers: { ...ORDERED, impliesOptions: true },
  express: { ...ORDERED, impliesOptions: true },
};

/** The rules of a framework; unknown ones are taken to go by registration order. */
export function rulesOf(framework: string): MatchRules {
  return RULES[framework] ?? ORDERED;
}
