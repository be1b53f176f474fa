import type { Diagnosis } from "../../engine/model/diagnosis.ts";
import type { Route } from "../../engine/model/route.ts";
import { problemName } from "../routes/routeProblems.ts";
import { outcomeLabel } from "./outcomeLabel.ts";

/** The title of the one lens above a request; `last` is its latest diagnosis, if any. */
export function requestLensTitle(last: Diagnosis | null): string {
  return last === null ? "Diagnose 404" : `Diagnose 404 · last: ${outcomeLabel(last)}`;
}

/** What the lens above a route tells besides the route: how many others share its line, how many requests reach them, the latest diagnosis, and what it stands above. */
export interface RouteLensSubject {
  readonly others: number;
  readonly reaching: number;
  readonly last: Diagnosis | null;
  readonly role: "registration" | "handler";
}

/** The title of the lens above a route: its whole path, what is wrong with it, how many requests reach it, how the latest one ended. */
export function routeLensTitle(route: Route, subject: RouteLensSubject): string {
  const { others, reaching, last, role } = subject;
  const name = `${route.method} ${route.path}${others === 0 ? "" : ` and ${others} more`}`;
  const remarks = [...route.problems.map(problemName), ...(route.deprecated ? ["deprecated"] : [])];
  const parts = [
    role === "handler" ? `handles ${name}` : name,
    ...remarks,
    reachText(reaching, others === 0 ? "this route" : "these routes"),
    ...(last === null ? [] : [`last: ${outcomeLabel(last)}`]),
  ];
  const title = parts.join(" · ");
  return `${title.charAt(0).toUpperCase()}${title.slice(1)}`;
}

function reachText(reaching: number, what: string): string {
  if (reaching === 0) {
    return `no request reaches ${what}`;
  }
  return reaching === 1 ? `1 request reaches ${what}` : `${reaching} requests reach ${what}`;
}
