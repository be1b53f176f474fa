import { isUpgrade } from "../../../exchange/failures.ts";
import type { ResolvedRequest } from "../../../model/request.ts";
import type { Route } from "../../../model/route.ts";
import { parseTargetUri } from "../../../targetUri.ts";
import type { Known, Observation } from "../../known.ts";
import { findOtherMethods } from "./methods.ts";

/** True for the opening handshake of a WebSocket: a GET that asks for the upgrade (RFC 6455, 4.1). */
function asksForSocket({ headers }: ResolvedRequest): boolean {
  return headers.some(([name, value]) => /^upgrade$/i.test(name) && /\bwebsocket\b/i.test(value));
}

/** The method that a route table knows the request by: `WEBSOCKET` for a handshake. */
export function routedMethod(request: ResolvedRequest): string {
  return asksForSocket(request) ? "WEBSOCKET" : request.method;
}

/** The route of this very path that only a handshake reaches, where the request is none. */
export function findSocket(known: Known): Route | null {
  return findOtherMethods(known).find(({ route }) => route.method === "WEBSOCKET")?.route ?? null;
}

/** What misses of a WebSocket: the answer to a handshake that comes to nobody, or the handshake itself. */
export function observeSocket(known: Known): readonly Observation[] {
  const probe = known.replay?.id ?? null;
  if (!asksForSocket(known.request)) {
    return observeUnasked(known, findSocket(known));
  }
  const route = known.match.matched?.method === "WEBSOCKET" ? known.match.matched : null;
  return [
    ...observeUpgraded(known),
    {
      step: "routing",
      rule: "upgrade-unanswered",
      statement: `The request asks for an upgrade to WebSocket and gets a plain miss${route ? `, though ${route.file}:${route.line} answers it` : ""}.`,
      claim: `The WebSocket upgrade does not reach the application: something on the way drops Upgrade and Connection${route ? "" : ", or the path is not the socket's"}.`,
      probe,
      location: route && { file: route.file, line: route.line, column: route.column },
    },
  ];
}

/** The handshake is answered elsewhere on the way: what stands between here and there loses it. */
function observeUpgraded(known: Known): readonly Observation[] {
  const found = known.results.find(
    ({ experiment, probe }) => experiment.varies === "host" && isUpgrade(probe.exchange.failure),
  );
  const origin = parseTargetUri(found?.probe.url ?? "")?.origin;
  return found === undefined || origin === undefined
    ? []
    : [
        {
          step: "routing",
          rule: "upgrade-answered-behind",
          statement: `${origin} answers the same handshake with 101: it is lost before it comes there.`,
          claim: `The WebSocket upgrade is lost on the way: ${origin} answers the same handshake with 101, so what stands before it drops Upgrade and Connection.`,
          probe: found.probe.id,
          location: found.experiment.reading?.location ?? null,
        },
      ];
}

function observeUnasked(known: Known, route: Route | null): readonly Observation[] {
  if (route === null || known.request.method !== "GET") {
    return [];
  }
  const { path, file, line, column } = route;
  return [
    {
      step: "routing",
      rule: "upgrade-unasked",
      statement: `${path} is a WebSocket (${file}:${line}): it answers only what asks for the upgrade, and this request does not.`,
      claim: `${path} is a WebSocket (${file}:${line}), and the request does not ask for the upgrade: it was sent without Upgrade and Connection, or lost them on the way.`,
      probe: null,
      location: { file, line, column },
    },
  ];
}
