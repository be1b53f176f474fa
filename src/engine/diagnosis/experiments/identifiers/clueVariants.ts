import type { ResolvedRequest } from "../../../model/request.ts";
import type { Route } from "../../../model/route.ts";
import { joinPath } from "../../../targetUri.ts";
import { type Experiment, type Known, resultsOf } from "../../known.ts";
import { findMisser, looksRouterMissed } from "../../responses/answers.ts";
import { isGatewayMiss } from "../../responses/gatewayMiss.ts";
import type { CauseKind } from "../../verdict/causes.ts";
import type { RuleId } from "../../verdict/weights/index.ts";
import type { Clue } from "../../workspace/clues.ts";
import { planTenantHost, underHost } from "../scopes/hostTenants.ts";
import { asSafe, varyPath } from "../vary.ts";

const mostOfAKind = 2;

/** Probes of what lines of the workspace set: another base path, a host that is served, a media type that names the version. */
export function planClueVariants(known: Known): readonly Experiment[] {
  return [
    ...planBasePaths(known),
    ...planStages(known),
    ...planRouteVersions(known),
    ...planHosts(known),
    ...planMediaTypes(known),
  ];
}

/** Where the workspace routes this path and the server does not, or no route is read at all, a base path that some line sets may stand before it. The folders of a disk are none. */
function planBasePaths(known: Known): readonly Experiment[] {
  const { target, match, routes } = known;
  // A host of files says of each name that it is not there, and has no router.
  const isFile = match.matched === null && /\.\w{1,8}$/.test(target.path) && isCompared(known);
  const isUnread = routes.routes.length === 0;
  if (!isFile && (!looksRouterMissed(known) || (match.matched === null && !isUnread))) {
    return [];
  }
  const isKnown = ({ value }: Clue) =>
    /^\/(?:app|bin|data|etc|home|mnt|opt|srv|tmp|usr|var)\b/.test(value) ||
    target.path.startsWith(value) ||
    routes.routes.some(({ path }) => path.startsWith(`${value}/`) || path === value);
  return pick(known, "base-path", (clue) => !isKnown(clue)).map((clue) =>
    toExperiment(known, clue, {
      id: `base:${clue.value}`,
      varies: "prefix",
      why: `under ${clue.value}, which ${placeOf(clue)} sets`,
      request: varyPath(asSafe(known.request), `${clue.value}${target.path}`),
      tests: ["rewrite-mismatch/base-path"],
      answers: "configured-prefix-answers",
      value: 0.8,
      claim: (status) =>
        `The path lacks the prefix "${clue.value}" under which it is served (${placeOf(clue)}): ${clue.value}${target.path} answers ${status}.`,
    }),
  );
}

/** Whether the answer is no handler's, as far as the control for a missing path tells. */
function isCompared(known: Known): boolean {
  return resultsOf(known, "control-path").length > 0 && findMisser(known) !== "handler";
}

/** A version that some route is constrained to, asked for by the field that such constraints read. */
function planRouteVersions(known: Known): readonly Experiment[] {
  const asked = known.request.headers.find(([field]) => field.toLowerCase() === "accept-version")?.[1];
  if (findMisser(known) === "handler" || known.match.matched === null) {
    return [];
  }
  const others = known.request.headers.filter(([field]) => field.toLowerCase() !== "accept-version");
  return pick(known, "route-version", ({ value }) => value !== asked).map((clue) =>
    toExperiment(known, clue, {
      id: `accept-version:${clue.value}`,
      varies: "negotiation",
      why: `with Accept-Version: ${clue.value}, to which ${placeOf(clue)} constrains a route`,
      request: { ...asSafe(known.request), headers: [...others, ["Accept-Version", clue.value]] },
      tests: ["route-drift/version-selector", "route-not-served/not-deployed"],
      answers: "selector-answers",
      value: 0.9,
      claim: (status) =>
        `The route is constrained to version ${clue.value} (${placeOf(clue)}): with Accept-Version: ${clue.value} the same request answers ${status}.`,
    }),
  );
}

/** A stage belongs into the path of an execute-api host, and not into that of a domain of one's own (API mappings). */
function planStages(known: Known): readonly Experiment[] {
  const { segments } = known.target;
  if (!isGatewayMiss(known) || segments.length === 0) {
    return [];
  }
  const stages = pick(known, "stage", ({ value }) => value !== segments[0]);
  const without =
    segments.length > 1
      ? [{ path: joinPath(segments.slice(1)), how: `without "${segments[0]}"`, clue: undefined }]
      : [];
  const within = stages.map((clue) => ({
    path: joinPath([clue.value, ...segments]),
    how: `under the stage "${clue.value}"`,
    clue,
  }));
  return [...within, ...without].map(({ path, how, clue }) =>
    toExperiment(known, clue, {
      id: `stage:${path}`,
      varies: "prefix",
      why: `${how}: a gateway has no resource for the path as it was sent`,
      request: varyPath(asSafe(known.request), path),
      tests: ["rewrite-mismatch/base-path"],
      answers: "configured-prefix-answers",
      value: 1,
      claim: (status) => `The gateway serves this path ${how}: ${path} answers ${status}; no key or grant is missing.`,
    }),
  );
}

/** Where no route took a request that the workspace routes, or nothing at all is answered, the host may be one that is not served. */
function planHosts(known: Known): readonly Experiment[] {
  const written = known.request.headers.find(([field]) => field.toLowerCase() === "host")?.[1];
  const name = (written ?? known.target.host).replace(/:\d+$/, "").toLowerCase();
  const status = known.replay?.exchange.response?.status ?? 0;
  const isRefused = status === 400 || status === 403 || status === 421;
  // One that is bound to a host in a way that is not understood looks forgotten.
  const isWritten = known.match.matched !== null || known.match.near.some(({ differs }) => differs.length === 0);
  const isChosen = known.surroundings.hostReader !== null || known.routes.routes.length === 0;
  if (!(isRefused || (looksRouterMissed(known) && (isWritten || isChosen)) || isPerhapsUnreached(known))) {
    return [];
  }
  const isServed = ({ value }: Clue) => value.replace(/:\d+$/, "").toLowerCase() === name;
  if (known.clues.some((clue) => clue.kind === "host" && isServed(clue))) {
    return [];
  }
  // A route that is served under every host and looks up by it has tenants.
  if (!isRefused && known.match.matched !== null && known.surroundings.hostReader !== null) {
    return listHosts(known).map((clue) => planTenantHost(known, clue));
  }
  return listHosts(known).map((clue) =>
    toExperiment(known, clue, {
      id: `host:${clue.value}`,
      varies: "host",
      why: `with Host ${clue.value}, which ${placeOf(clue)} names`,
      request: underHost(known.request, clue.value),
      tests: ["other-responder/host-unmatched", "route-not-served/not-registered", "route-not-served/not-deployed"],
      answers: "host-answers",
      value: isRefused ? 1.5 : 0.7,
      claim: (answered) =>
        `The service does not answer for the host ${name}: with Host ${clue.value}, which ${placeOf(clue)} names, the same request answers ${answered}.`,
    }),
  );
}

/** The hosts that lines name, before each those with a name in front that a router answers for. */
function listHosts(known: Known): readonly Clue[] {
  const names = pick(known, "subdomain", () => true);
  return pick(known, "host", ({ value }) => !value.startsWith("."))
    .flatMap((clue) => [
      ...names
        .filter(({ value }) => !clue.value.startsWith(`${value}.`))
        .map(({ value, location }) => ({ ...clue, location, value: `${value}.${clue.value}` })),
      clue,
    ])
    .slice(0, mostOfAKind + 1);
}

/** Whether the matched route's mount could not be followed, and nothing shows that its handler ran. */
function isPerhapsUnreached(known: Known): boolean {
  const isDoubtful = (known.match.matched?.unresolved ?? null) !== null;
  return isDoubtful && resultsOf(known, "control-path").length > 0 && findMisser(known) !== "handler";
}

/**
 * The media types that may be meant: where the answer is 406 (RFC 9110 15.5.7) those that it offers or that the workspace names; where it is a miss only
 * other versions of the one that is asked for, or where none of a vendor is asked for the one that stands nearest to the route.
 */
function planMediaTypes(known: Known): readonly Experiment[] {
  const response = known.replay?.exchange.response;
  const asked = known.request.headers.find(([field]) => field.toLowerCase() === "accept")?.[1] ?? "";
  const written = known.clues.filter(({ kind }) => kind === "media-type");
  const isRefused = response?.status === 406;
  const offered = isRefused
    ? [...response.text.slice(0, 8192).matchAll(/\b(?:application|text)\/[\w.+-]{2,80}/g)].map(([type]) => type)
    : [];
  const isPlain = !isRefused && !/\/vnd\./i.test(asked);
  const nearest = isPlain ? findNearest(written, known.match.matched)?.value : undefined;
  const named = written
    .map(({ value }) => value)
    .filter((type) => isRefused || type === nearest || isOtherVersion(type, asked));
  const types = [...new Set([...offered, ...named])].filter((type) => !asked.includes(type));
  const others = known.request.headers.filter(([field]) => field.toLowerCase() !== "accept");
  return types.slice(0, mostOfAKind).map((type) => {
    const clue = written.find(({ value }) => value === type);
    return toExperiment(known, clue, {
      id: `accept:${type}`,
      varies: "negotiation",
      why: `with Accept: ${type}, which ${clue ? placeOf(clue) : "the answer"} names`,
      request: { ...asSafe(known.request), headers: [...others, ["Accept", type]] },
      tests: ["route-drift/version-selector", ...(isPlain ? (["stale-identifier/unknown-id"] as const) : [])],
      answers: "selector-answers",
      value: isPlain ? 0.7 : 1.4,
      claim: (status) =>
        `The service does not offer what Accept asks for${asked === "" ? "" : ` (${asked})`}: with Accept: ${type} the same request answers ${status}.`,
    });
  });
}

/** The clue that stands nearest to a place, in its file before any other. */
function findNearest(clues: readonly Clue[], place: Route | null): Clue | undefined {
  const distance = ({ location: { file, line } }: Clue) =>
    place?.file === file ? Math.abs(line - place.line) : Number.MAX_SAFE_INTEGER;
  return clues.toSorted((one, other) => distance(one) - distance(other))[0];
}

/** Whether a media type is one of those asked for but for its version: `vnd.clocks.v2+json` for `vnd.clocks.v1+json`. */
function isOtherVersion(type: string, asked: string): boolean {
  const unversioned = (one: string) => one.toLowerCase().replace(/;\s*q=.*|\bv?\d[\w.]*|\s/g, "");
  return asked.split(",").some((one) => /\bv?\d/.test(one) && unversioned(one) === unversioned(type));
}

interface Variant {
  readonly id: string;
  readonly varies: Experiment["varies"];
  readonly why: string;
  readonly request: ResolvedRequest;
  readonly tests: readonly CauseKind[];
  readonly answers: RuleId;
  readonly value: number;
  readonly claim: (status: number) => string;
}

function toExperiment(known: Known, clue: Clue | undefined, variant: Variant): Experiment {
  const { answers, claim, ...rest } = variant;
  return {
    ...rest,
    role: "variant",
    reading: {
      step: "routing",
      answers,
      misses: null,
      claim,
      statement: (status) => `${known.target.path} answers ${status} ${rest.why}.`,
      ...(clue ? { location: clue.location } : {}),
    },
  };
}

/** The first clues of a kind with distinct values. */
function pick(known: Known, kind: Clue["kind"], isUsable: (clue: Clue) => boolean): readonly Clue[] {
  const values = new Map<string, Clue>();
  for (const clue of known.clues) {
    if (clue.kind === kind && isUsable(clue) && !values.has(clue.value)) {
      values.set(clue.value, clue);
    }
  }
  return [...values.values()].slice(0, mostOfAKind + 1);
}

function placeOf({ location }: Clue): string {
  return `${location.file}:${location.line}`;
}
