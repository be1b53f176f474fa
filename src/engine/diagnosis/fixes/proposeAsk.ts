import type { Fix, RankedCause } from "../../model/diagnosis.ts";
import { decodeSegment } from "../../routes/match/segmentLikeness.ts";
import { parseTargetUri } from "../../targetUri.ts";
import { homeOf } from "../experiments/services.ts";
import { joinWords, nameKey, nameLookedUp, nameRecord, readKey } from "../identifiers/lookedUp.ts";
import { findSource } from "../identifiers/source.ts";
import { type Known, resultsOf } from "../known.ts";
import { isFound } from "../responses/answers.ts";
import { findMeantField } from "../steps/capture/builders.ts";
import { observeRounded } from "../steps/identifier/rounded.ts";
import { findAddedSegment } from "../steps/routing/hops.ts";
import { findSocket } from "../steps/routing/socket.ts";
import { nameDecisive } from "../verdict/undecided.ts";

/** What a person has to find out where no edit would be right; `confidence` is from 0 to 1. Never verified. */
function askFor(title: string, confidence: number): Fix {
  return { kind: "ask", title, confidence, verified: false, request: null, edit: null };
}

/** The one observation that would decide an open verdict. */
export function askDecisive(known: Known): readonly Fix[] {
  const decisive = nameDecisive(known);
  return decisive === null ? [] : [askFor(decisive, 0.5)];
}

/**
 * Where an identifier that names nothing came from, to be looked at first. Others of the same route only show that the route works: to ask for one
 * of them instead would make the 404 go away and leave the caller with somebody else's record.
 */
export function askForSource(known: Known, { confidence }: RankedCause): readonly Fix[] {
  const identifier = known.identifiers.at(-1);
  if (!identifier) {
    return [];
  }
  const { says } = findSource(known, identifier);
  const others = listLiving(known);
  const akin = findAkin(known);
  return [
    askFor(`Check where ${nameKey(known, identifier)} came from: it ${says}`, confidence),
    ...(akin === null
      ? []
      : [askFor(`Ask whether "${akin}" is its new name: the two share words, which is no proof`, half(confidence))]),
    ...(others.length > 0
      ? [
          askFor(
            `Ask for another one only if that was meant: ${joinWords(others)} exist${others.length > 1 ? "" : "s"}`,
            half(confidence),
          ),
        ]
      : []),
  ];
}

/** The listed identifier that only shares words with the one asked for, where it answers; null when there is none. */
function findAkin(known: Known): string | null {
  const akin = known.results.find(({ experiment }) => experiment.reading?.answers === "slug-shares-words");
  const segment = known.identifiers.at(-1)?.segment ?? -1;
  const value = akin && isFound(known, akin.probe) ? parseTargetUri(akin.probe.url)?.segments[segment] : undefined;
  return value === undefined ? null : decodeSegment(value);
}

/** The keys of the same route that answered. */
function listLiving(known: Known): readonly string[] {
  const identifier = known.identifiers.at(-1);
  const living = resultsOf(known, "neighbour").filter(({ probe }) => isFound(known, probe));
  const segments = living.map(({ probe }) => parseTargetUri(probe.url)?.segments ?? []);
  return identifier ? [...new Set(segments.map((each) => readKey(known, identifier, each).value))].slice(0, 2) : [];
}

/** Whom to ask for access; who could read it shows that it exists, which repairs nothing for the one who may not. */
export function askForAccess(known: Known, { cause, kind, confidence }: RankedCause): readonly Fix[] {
  const proofs = known.results.filter(
    ({ experiment, probe }) => experiment.tests.some((id) => id === `${cause}/${kind}`) && isFound(known, probe),
  );
  const names = proofs.flatMap(({ experiment: { id, role, request } }) => {
    const isIdentity = role === "elsewhere" || role === "identity" || id.startsWith("identity:");
    const name = id.startsWith("identity:") && role === "variant" ? id.slice("identity:".length) : request.environment;
    return isIdentity && name !== null ? [name] : [];
  });
  const [name] = names;
  return [
    askFor(`Sign in as somebody who may read ${nameLookedUp(known)}, or ask its owner for access`, confidence),
    ...(name === undefined
      ? []
      : [askFor(`As ${name} the request answers: that proves the masking, it is no repair`, half(confidence))]),
  ];
}

function half(confidence: number): number {
  return Math.round(confidence * 50) / 100;
}

/** The identifiers that one rounded number may stand for: where there are several, none of them may be put in its place. */
export function askForDigits({ confidence }: RankedCause, fixes: readonly Fix[]): readonly Fix[] {
  const several = new Set(fixes.map((fix) => fix.request?.url)).size > 1;
  return several
    ? [
        askFor(
          "Take the identifier from where it is text: more than one of the collection rounds to this number",
          confidence,
        ),
      ]
    : fixes;
}

type Saying = (known: Known) => string;

const hostOf: Saying = ({ target }) => target.host;
const placeOfCondition: Saying = ({ condition }) => {
  const place = condition?.set?.isServed === false ? condition.set.location : condition?.location;
  return place ? `: ${place.file}:${place.line}` : "";
};

const sayFeature: Saying = (known) => {
  if (known.surroundings.ownSwitch?.framework === "Django") {
    return "Let the web server or WhiteNoise serve the collected files; DEBUG stays off where others can reach it";
  }
  return known.condition?.kind === "listed"
    ? `List it (generateStaticParams or getStaticPaths) and build anew, or let the page answer what is not listed${placeOfCondition(known)}`
    : `Switch it on, if it is meant to be served here${placeOfCondition(known)}`;
};

/** What to do about a kind that no probe and no route offered an edit for. */
const lastResorts: Readonly<Record<string, { readonly kind: Fix["kind"]; readonly say: Saying }>> = {
  "version-moved": { kind: "ask", say: () => "Ask which versions the service serves, and use one of them" },
  "path-moved": { kind: "ask", say: () => "Ask the service's owner where this route moved to" },
  "version-selector": { kind: "ask", say: () => "Name the version that the service asks for" },
  "id-format": { kind: "ask", say: (known) => `Find the right form of ${nameRecord(known)} where it came from` },
  "renamed-slug": { kind: "ask", say: (known) => `Find the present name of ${nameRecord(known)}` },
  "precision-loss": {
    kind: "ask",
    say: (known) =>
      observeRounded(known).length > 0
        ? "Keep the identifier as text (or BigInt) in the service: a JavaScript number keeps about 16 digits"
        : "Take the identifier from where it is text: a JSON number keeps about 16 digits",
  },
  "id-encoding": {
    kind: "ask",
    say: ({ received }) =>
      received?.isSlashDecoded
        ? "Have the way to the service pass %2F on as it is (nginx: no path behind the host in proxy_pass), or send the identifier in the query"
        : "Percent-encode the identifier once, where the URL is built",
  },
  "stale-asset": {
    kind: "ask",
    say: () => "Load the page again that names this asset, or keep the assets of the last build",
  },
  "wrong-project": { kind: "ask", say: (known) => `Find out what ${nameRecord(known)} belongs to` },
  "base-path": { kind: "ask", say: () => "Find out under which prefix the service is mounted" },
  "redirect-drops-path": {
    kind: "edit-rewrite",
    say: (known) => {
      const added = findAddedSegment(known);
      return added === null
        ? "Let the redirect keep the whole path and query"
        : `Leave ${known.target.path} out of the redirect that adds "${added}" (the matcher of a locale middleware, for one)`;
    },
  },
  "spa-fallback": { kind: "edit-rewrite", say: sayFallback },
  "directory-index": { kind: "edit-rewrite", say: () => "Let the host answer the directory with its index document" },
  deleted: {
    kind: "ask",
    say: (known) => `Ask whether ${nameRecord(known)} was meant to go; if so, stop asking for it`,
  },
  archived: { kind: "ask", say: (known) => `Ask whether ${nameRecord(known)} may be read from the archive` },
  merged: { kind: "ask", say: (known) => `Ask what took the place of ${nameRecord(known)}` },
  "not-yet-visible": { kind: "wait", say: sayVisible },
  "feature-off": {
    kind: "ask",
    say: sayFeature,
  },
  "unresolved-variable": { kind: "ask", say: sayPlaceholder },
  "upgrade-lost": {
    kind: "edit-rewrite",
    say: (known) => {
      const socket = findSocket(known);
      return socket === null
        ? "Let every hop pass Upgrade and Connection on, and check the socket's path"
        : `Open ${socket.path} as a WebSocket (ws: or wss:), and let every hop pass Upgrade and Connection on`;
    },
  },
  "host-unmatched": { kind: "ask", say: (known) => `Use a host that is served, or have ${hostOf(known)} served` },
  "wrong-entrypoint": { kind: "ask", say: sayEntrypoint },
  "platform-missing": {
    kind: "ask",
    say: (known) => `Deploy to ${hostOf(known)}, or use the host that the application is deployed to`,
  },
  "server-filter": { kind: "edit-rewrite", say: () => "Let the server's rule pass this one path, if it may be public" },
  "shared-cache": { kind: "wait", say: () => "Let the stored 404 expire, or invalidate this one URL" },
  "framework-cache": {
    kind: "wait",
    say: () => "Let the stored 404 expire, or drop this one page from the framework's cache",
  },
};

function sayEntrypoint(known: Known): string {
  const { matched } = known.match;
  const home = matched ? homeOf(known, matched) : null;
  return home === null
    ? "Find the port that the service listens at"
    : `Find the port that ${home} listens at, and ask there`;
}

function sayPlaceholder(known: Known): string {
  const { placeholder } = known.surroundings;
  if (placeholder === null) {
    return "Put the real identifier where the placeholder stands";
  }
  const { expression, field, location, set } = placeholder;
  const place = set ?? location;
  if (placeholder.isUnfilled) {
    return `Put the identifier in the place of "${placeholder.placeholder}" at ${place.file}:${place.line}`;
  }
  const meant = findMeantField(known);
  return meant === null
    ? `Find out why ${expression} has no value at ${place.file}:${place.line}, and put the real identifier there`
    : `Take the field ${meant}, not ${field}, at ${place.file}:${place.line}`;
}

function sayVisible(known: Known): string {
  const { record } = known.surroundings;
  return record?.fate === "to come"
    ? `Wait until ${record.value}, or ask whether ${nameRecord(known)} may be shown before`
    : "Wait until every replica has it, or read from where it was written";
}

function sayFallback({ replay }: Known): string {
  return replay?.exchange.response?.status === 404
    ? "Let the static host answer client-side routes with the application's page"
    : "Keep the API's paths out of the fallback to the application's page, or pass them on to the API";
}

/** What to do where nothing better is known for the kind; empty for kinds that always bring an edit. */
export function proposeLastResort(known: Known, { kind, confidence }: RankedCause): readonly Fix[] {
  const resort = lastResorts[kind];
  return resort ? [{ ...askFor(resort.say(known), confidence), kind: resort.kind }] : [];
}
