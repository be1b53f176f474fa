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
  /** True when the path is percent-decoded before it is matched, so that `%2F` separates segments. */
  readonly decodesFirst: boolean;
  /** True when the first pattern that has the path decides, whatever methods it takes. */
  readonly choosesByPath?: boolean;
  /** True when the last slash is taken as it is wherever any route has it so, whatever the method, before the other form is tried. */
  readonly prefersOwnSlash?: boolean;
  /** True when a parameter also takes nothing, so that `/users/` reaches `/users/{id}`. */
  readonly takesEmpty?: boolean;
}

const ORDERED: MatchRules = { priority: "order", impliesHead: true, impliesOptions: false, decodesFirst: false };

const RULES: Readonly<Record<string, MatchRules>> = {
  fastify: { ...ORDERED, priority: "specificity", takesEmpty: true },
  nest: { ...ORDERED, impliesOptions: true },
  next: { ...ORDERED, priority: "specificity", impliesOptions: true, choosesByPath: true },
  flask: { ...ORDERED, priority: "specificity", impliesOptions: true, decodesFirst: true },
  fastapi: { ...ORDERED, impliesHead: false, decodesFirst: true, prefersOwnSlash: true },
  django: { ...ORDERED, impliesOptions: true, decodesFirst: true, choosesByPath: true },
  nitro: { ...ORDERED, priority: "specificity", impliesHead: false },
  sveltekit: { ...ORDERED, priority: "specificity", impliesOptions: true, choosesByPath: true },
  "react-router": { ...ORDERED, priority: "specificity", choosesByPath: true },
  aiohttp: { ...ORDERED, priority: "start" },
  restify: { ...ORDERED, priority: "specificity", impliesHead: false, takesEmpty: true },
  sanic: { ...ORDERED, priority: "specificity", impliesHead: false },
  litestar: { ...ORDERED, priority: "specificity", impliesHead: false, impliesOptions: true },
  tornado: { ...ORDERED, impliesHead: false, choosesByPath: true },
  "django-ninja": { ...ORDERED, impliesHead: false, choosesByPath: true },
  koa: ORDERED,
  hono: ORDERED,
  http: { ...ORDERED, impliesHead: false },
  "http.server": { ...ORDERED, impliesHead: false },
  tanstack: { ...ORDERED, priority: "specificity" },
  hapi: { ...ORDERED, priority: "specificity" },
  elysia: { ...ORDERED, priority: "specificity" },
  astro: { ...ORDERED, priority: "specificity", choosesByPath: true },
  sails: { ...ORDERED, impliesOptions: true },
  h3: { ...ORDERED, priority: "specificity" },
  "find-my-way": { ...ORDERED, priority: "specificity", impliesHead: false, takesEmpty: true },
  uwebsockets: { ...ORDERED, priority: "specificity", impliesHead: false },
  "hyper-express": { ...ORDERED, priority: "specificity" },
  bottle: { ...ORDERED, priority: "fixed", decodesFirst: true },
  falcon: { ...ORDERED, priority: "specificity", impliesHead: false, impliesOptions: true, decodesFirst: true },
  pyramid: { ...ORDERED, decodesFirst: true },
  cherrypy: { ...ORDERED, priority: "specificity", decodesFirst: true },
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
