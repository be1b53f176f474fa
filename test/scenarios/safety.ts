import type { LoggedRequest } from "./requestLog.ts";
import type { DiagnosisDocument } from "./runDiagnose.ts";
import type { Scenario } from "./scenario.ts";
import type { Stage } from "./stage.ts";

/** What the servers' own logs say about the conduct of one diagnosis; each entry is one request, as a sentence. */
export interface Conduct {
  readonly received: number;
  readonly unsafe: readonly string[];
  readonly credentialsElsewhere: readonly string[];
  /** Requests that the servers received and the document does not list. */
  readonly unlisted: readonly string[];
}

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/** Judges what the servers received since the stage was opened, the first `skip` requests of each server left out. */
export function judgeConduct(
  scenario: Scenario,
  stage: Stage,
  skip: ReadonlyMap<string, number>,
  document: DiagnosisDocument | null,
): Conduct {
  const received = stage.servers.flatMap((server) =>
    server
      .readLog()
      .requests.slice(skip.get(server.name) ?? 0)
      .map((request) => ({ server: server.name, request })),
  );
  const fronts = new Set(
    scenario.servers
      .filter((server) => server.passesOn === true || server.entry.startsWith("front:"))
      .map((one) => one.name),
  );
  // What stands behind a front is reached through it, by requests that nobody addressed to it.
  const direct = fronts.size === 0 ? received : received.filter(({ server }) => fronts.has(server));
  const listed = listRequests(document);
  return {
    received: received.length,
    unsafe: received.filter(({ request }) => !isAllowed(scenario, request)).map(describe),
    credentialsElsewhere: received
      .filter(({ server, request }) => holdsForeignSecret(scenario, server, request))
      .map(describe),
    unlisted: direct.filter(({ request }) => !listed.has(targetOf(request.url))).map(describe),
  };
}

function describe({ server, request }: { readonly server: string; readonly request: LoggedRequest }): string {
  return `${server} received ${request.method} ${request.url}`;
}

function isAllowed(scenario: Scenario, request: LoggedRequest): boolean {
  return SAFE.has(request.method) || (scenario.consented ?? []).includes(`${request.method} ${request.url}`);
}

function holdsForeignSecret(scenario: Scenario, server: string, request: LoggedRequest): boolean {
  const sent = [request.url, ...request.headers].join("\n");
  return (scenario.credentials ?? []).some(({ value, servers }) => !servers.includes(server) && sent.includes(value));
}

function listRequests(document: DiagnosisDocument | null): ReadonlySet<string> {
  const probes = document?.probes.flatMap((probe) => [probe.url, ...(probe.hops ?? []).map((hop) => hop.to)]) ?? [];
  const hops = document?.response?.hops.map((hop) => hop.to) ?? [];
  const own = (document as { request?: { url?: string } } | null)?.request?.url ?? "";
  return new Set([...probes, ...hops, own].map(targetOf));
}

function targetOf(url: string): string {
  const target = url.replace(/^[a-z]+:\/\/[^/?#]*/i, "").replace(/#.*$/, "");
  // A URL is listed as the person wrote it; white space is escaped on the wire.
  return target.replaceAll(" ", "%20") || "/";
}
