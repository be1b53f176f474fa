import fc from "fast-check";
import type { Route, RouteTable } from "../../../src/engine/model/route.ts";
import type { Asked } from "./runningApp.ts";

const VALUES =
  `7 0 12 -1 1.5 ab ABC a-b a_b x.y red a%20b caf%C3%A9 %e2%82%ac a%2Fb a%2fb %61b a+b a;b=1 a:b @me ~a (a) a,b= $a ! * %3F %23 %25 %2525 a%5Cb .. . %2E%2E
  123e4567-e89b-12d3-a456-426614174000 2026-11-23`
    .trim()
    .split(/\s+/);

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

/** One change of a path at a place that a number chooses; the path as it is where the change has no place in it. */
type Change = (path: string, at: number) => string;

const segmentChange =
  (change: (segment: string) => string): Change =>
  (path, at) => {
    const parts = path.split("/");
    const chosen = 1 + (at % Math.max(1, parts.length - 1));
    return parts.map((part, index) => (index === chosen ? change(part) : part)).join("/");
  };

const letterChange =
  (change: (letter: string) => string): Change =>
  (path, at) => {
    const places = [...path.matchAll(/(?<!%[\dA-Fa-f]?)[a-z\d]/gi)].map(({ index }) => index);
    const place = places[at % Math.max(1, places.length)];
    return place === undefined ? path : path.slice(0, place) + change(path.charAt(place)) + path.slice(place + 1);
  };

const slashChange =
  (change: string): Change =>
  (path, at) => {
    const places = [...path.matchAll(/\//g)].map(({ index }) => index);
    const place = places[at % places.length] ?? 0;
    return path.slice(0, place) + change + path.slice(place + 1);
  };

const code = (letter: string) => `%${letter.charCodeAt(0).toString(16)}`;

const CHANGES: readonly Change[] = [
  (path) => path,
  (path) => path,
  (path) => path,
  (path) => (path.endsWith("/") ? path.slice(0, -1) || "/" : `${path}/`),
  (path) => `${path}//`,
  (path) => path.toUpperCase().replace(/%5C/g, "%5c"),
  letterChange((letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase())),
  letterChange(code),
  letterChange((letter) => letter + letter),
  letterChange(() => ""),
  slashChange("//"),
  slashChange("%2F"),
  slashChange("/./"),
  slashChange("/x/../"),
  slashChange("/%2e/"),
  slashChange("/extra/"),
  segmentChange(() => ""),
  segmentChange((segment) => `${segment}s`),
  segmentChange((segment) => `${segment}.json`),
  segmentChange((segment) => `${segment}%20`),
  segmentChange((segment) => `${segment};v=1`),
  (path) => path.replace(/\/[^/]*$/, "") || "/",
  (path) => path.replace(/^\/[^/]*(?=\/)/, ""),
  (path) => `${path}/more`,
  (path) => `/more${path}`,
  (path) => `${path}?a=/b&c=d%2Fe`,
  (path) => `${path}?`,
  (path) => `${path}/?x=//`,
];

function fill(path: string, words: readonly string[], values: readonly number[]): string {
  let used = 0;
  const next = () => words[(values[used++ % values.length] ?? 0) % words.length] ?? "";
  return path.replace(/\{[^}*]*(\*?)\}/g, (_, rest) => (rest === "" ? next() : [next(), next()].join("/")));
}

function withoutOptional(route: Route): string {
  const optional = new Set((route.parameters ?? []).filter((each) => each.optional).map(({ name }) => name));
  return route.path.replace(/\/\{([^}*]*)\*?\}/g, (whole, name) => (optional.has(name) ? "" : whole)) || "/";
}

// CHANGED_URLS asks each app for more, CHANGED_URLS_SEED for others.
const COUNT = Number(process.env["CHANGED_URLS"] ?? 200);
const SEED = Number(process.env["CHANGED_URLS_SEED"] ?? 404);

/**
 * Requests that the routes of a table take, and small changes of them: methods, letter case, slashes, encodings, dots, segments more and
 * fewer, queries. A few hundred, the same ones each time; those that `isApart` names are left out.
 */
export function changedUrls(table: RouteTable, isApart: (asked: Asked) => boolean = () => false): readonly Asked[] {
  const routes = [...table.routes, ...(table.pages ?? [])].filter((route) => route.framework !== "openapi");
  const words = [...VALUES, ...new Set(routes.flatMap(({ path }) => path.match(/[^/{}]+(?![^/]*\})/g) ?? []))];
  const request = fc.record({
    route: fc.constantFrom(...routes),
    values: fc.array(fc.nat(), { minLength: 2, maxLength: 4 }),
    isShort: fc.boolean(),
    changes: fc.array(fc.tuple(fc.constantFrom(...CHANGES), fc.nat()), { minLength: 1, maxLength: 2 }),
    method: fc.option(fc.constantFrom(...METHODS)),
  });
  const requests = fc.sample(request, { seed: SEED, numRuns: COUNT }).map((drawn) => {
    const { route, values, isShort, changes, method } = drawn;
    const path = fill(isShort ? withoutOptional(route) : route.path, words, values);
    const own = METHODS.includes(route.method) ? route.method : "GET";
    const target = changes.reduce((changed, [change, at]) => change(changed, at), path);
    return { method: method ?? own, target: target.startsWith("/") ? target : `/${target}` };
  });
  return requests.filter((asked) => !isApart(asked));
}
