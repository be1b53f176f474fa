import { isLoopbackHost } from "../../../exchange/connect/hostName.ts";
import type { Location } from "../../../model/place.ts";
import { isOnTheWay, rewritePath } from "../../../routes/match/rewritePath.ts";
import { isCredentialField } from "../../../secrets.ts";
import { parseTargetUri } from "../../../targetUri.ts";
import type { Experiment, Known } from "../../known.ts";
import { looksRouterMissed } from "../../responses/answers.ts";
import { isOpenEnded } from "../../responses/upstreamMatch.ts";
import type { RuleId } from "../../verdict/weights/index.ts";
import type { Clue } from "../../workspace/clues.ts";
import { serviceOf } from "../../workspace/services.ts";
import { strayPath } from "../controls/controls.ts";
import { planControlOf } from "../otherPath.ts";
import { homeOf } from "../services.ts";
import { asSafe, varyPath } from "../vary.ts";

const mostPorts = 3;
/** The registered ports of databases, brokers and mail, which speak no HTTP. */
const otherProtocols = new Set(
  "22 25 110 143 465 587 993 995 1025 1433 1521 3306 5432 5672 6379 9042 9092 11211 26257 27017".split(" "),
);

/** The other ports of this machine that the workspace names, as `scheme://host:port`; none for a request to another machine. */
export function listNamedEntrypoints(known: Known): readonly string[] {
  return listPorts(known).map(({ value }) => originAt(known, value));
}

/**
 * The same request, without credentials, at the other ports of this machine that the workspace names, where it routes the path and this
 * server does not: in a workspace of several services the base of one may stand for another. A start page is routed nowhere, often.
 */
export function planEntrypoints(known: Known): readonly Experiment[] {
  const route = known.match.matched;
  const isStart = known.target.path === "/" && known.match.near.every(({ differs }) => differs.length > 0);
  if ((route ? isOpenEnded(route) : !isStart) || !looksRouterMissed(known)) {
    return [];
  }
  return listPorts(known)
    .slice(0, mostPorts)
    .flatMap((clue) => [planEntrypoint(known, clue), ...planControl(known, clue)]);
}

function planEntrypoint(known: Known, { value, location }: Clue): Experiment {
  const origin = originAt(known, value);
  const place = `${location.file}:${location.line}`;
  const rule = findRule(known, value);
  return {
    id: `entrypoint:${value}`,
    role: "variant",
    varies: "host",
    why: `at port ${value}, which ${place} names`,
    request: askAt(known, value, known.target.path),
    tests: ["other-responder/wrong-entrypoint", "route-not-served/not-deployed"],
    value: 0.8,
    reading: {
      step: "routing",
      answers: rule ? rule.answers : "entrypoint-answers",
      misses: null,
      location: rule?.location ?? location,
      claim: (status) =>
        rule
          ? `${rule.claim} (${rule.location.file}:${rule.location.line}): the service behind it, ${origin}, answers the same path with ${status}.`
          : `Another service is asked than the one that serves this path: at ${origin}, which ${place} names, the same request answers ${status}.`,
      statement: (status) => `At ${origin}, which ${place} names, the same request answers ${status}.`,
    },
  };
}

/** A rule that passes the path on from here, and what it shows that the service behind it answers. */
interface Rule {
  readonly location: Location;
  readonly answers: RuleId;
  readonly claim: string;
}

/** The rule of this host that passes the path on to a port: then it is asked here rightly, whoever serves it. Null where none is known. */
function findRule(known: Known, port: string): Rule | null {
  const { path, origin } = known.target;
  for (const rewrite of known.routes.rewrites) {
    const isOf = new RegExp(`:${port}(?!\\d)`).test(rewrite.to) && isOnTheWay(rewrite, origin);
    const rewritten = isOf ? rewritePath(rewrite, path) : null;
    if (rewritten) {
      const location = { file: rewrite.file, line: rewrite.line, column: 1 };
      return rewritten.path === path
        ? {
            location,
            answers: "upstream-answers-unchanged",
            claim: `The request does not get as far as the rule for ${rewrite.from}`,
          }
        : {
            location,
            answers: "upstream-answers-unrewritten",
            claim: `The rule for ${rewrite.from} changes the path into ${rewritten.path}`,
          };
    }
  }
  const rule = known.surroundings.passing.rules.find((one) => `${path}/`.startsWith(`${one.value}/`));
  return rule
    ? {
        location: rule.location,
        answers: "upstream-answers",
        claim: `The path is not passed on as it is by the rule for ${rule.value}`,
      }
    : null;
}

/** What answers there for a path that does not exist. */
function planControl(known: Known, { value }: Clue): readonly Experiment[] {
  return planControlOf(known, `entrypoint:${value}`, {
    varies: "host",
    why: `a path that does not exist at port ${value}: some servers answer everything alike`,
    request: askAt(known, value, strayPath(known)),
  });
}

function askAt(known: Known, port: string, path: string): Experiment["request"] {
  const { authority } = known.target;
  const request = varyPath(asSafe(known.request), path);
  const headers = request.headers.filter(([name]) => !isCredentialField(name) && name.toLowerCase() !== "host");
  return { ...request, headers, url: request.url.replace(authority, hostAt(known, port)) };
}

function originAt(known: Known, port: string): string {
  return `${known.target.scheme}://${hostAt(known, port)}`;
}

function hostAt({ target }: Known, port: string): string {
  return `${target.host.replace(/:\d+$/, "")}:${port}`;
}

/** The ports in the order of their files, settings before what people read. */
function listPorts(known: Known): readonly Clue[] {
  const { clues, target } = known;
  const own = /:(\d+)$/.exec(parseTargetUri(target.origin)?.host ?? "")?.[1];
  if (!isLoopbackHost(target.host.replace(/:\d+$/, ""))) {
    return [];
  }
  const ports = new Map<string, Clue>();
  const named = clues.filter((clue) => isUsable(known, clue) && clue.value !== own && !otherProtocols.has(clue.value));
  for (const clue of named.toSorted((one, other) => Number(isRead(one)) - Number(isRead(other)))) {
    ports.set(clue.value, ports.get(clue.value) ?? clue);
  }
  return [...ports.values()];
}

/** Where a program listens by itself counts for the service that has the path; in a workspace of one program that is the port that was asked. */
function isUsable(known: Known, { kind, location }: Clue): boolean {
  const { matched } = known.match;
  const home = matched ? homeOf(known, matched) : null;
  const isOwn = home !== null && serviceOf(known.surroundings.services, location.file) === home;
  return kind === "port" || (kind === "listening-port" && isOwn);
}

function isRead({ location }: Clue): boolean {
  return /\.(?:md|http|rest)$/i.test(location.file);
}
