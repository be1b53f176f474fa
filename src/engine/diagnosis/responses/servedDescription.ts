import type { Route } from "../../model/route.ts";
import { type Known, resultsOf } from "../known.ts";
import { sortAnswer } from "./answers.ts";

/** The name under which the probe of the server's own description is known. */
export const descriptionId = "served-description";

/** What the server's own description of its interface (OpenAPI) says of a route. */
export interface Described {
  readonly isListed: boolean;
  /** The path of the description. */
  readonly address: string;
  readonly probe: string;
}

/** Whether the description that the server itself gives lists a route; null where none was asked for, or what came back is none. */
export function readDescription(known: Known, route: Route): Described | null {
  const result = resultsOf(known, "sibling").find(({ experiment }) => experiment.id === descriptionId);
  if (!result || sortAnswer(result.probe) !== "answers") {
    return null;
  }
  const paths = listPaths(result.probe.exchange.response?.text ?? "");
  const plain = (path: string) => path.replace(/\{[^{}]*\}/g, "{}");
  const address = result.probe.url.replace(/^\w+:\/\/[^/]+/, "").replace(/\?.*$/, "");
  return paths.length === 0
    ? null
    : { isListed: paths.some((path) => plain(path) === plain(route.path)), address, probe: result.probe.id };
}

function listPaths(text: string): readonly string[] {
  try {
    const { paths } = JSON.parse(text) as { paths?: unknown };
    return typeof paths === "object" && paths !== null ? Object.keys(paths) : [];
  } catch {
    return [];
  }
}
