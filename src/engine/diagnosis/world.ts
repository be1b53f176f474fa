import type { Exchanger } from "../exchange/exchanger.ts";
import type { HostLimits } from "../exchange/probes/hostLimits.ts";
import type { ResolvedRequest, WrittenRequest } from "../model/request.ts";
import type { RouteTable } from "../model/route.ts";
import type { Clock, Consent, Files, History } from "../ports.ts";
import type { ReadyChecks } from "./checks/resolveChecks.ts";
import type { Identities } from "./identities.ts";
import type { EarlierResponse } from "./responses/earlierResponses.ts";

/**
 * What an investigation may use. `siblings` are the other requests of the same file, `elsewhere` is the same request
 * resolved under the other environments of the file; `sending` says how far it may go: with probes, the replay only,
 * or nothing at all (an untrusted workspace).
 */
export interface DiagnoseWorld {
  readonly files: Files;
  readonly clock: Clock;
  readonly exchanger: Exchanger;
  readonly routes: RouteTable;
  readonly siblings: readonly ResolvedRequest[];
  readonly elsewhere: readonly ResolvedRequest[];
  /** Whom the person chose to compare in the masking check; absent when it was not asked for. */
  readonly identities?: Identities | null;
  /** What came back earlier in this session; absent where nothing is kept. */
  readonly earlier?: readonly EarlierResponse[];
  /** The configured existence checks, under the environment of the request; absent when there are none. */
  readonly checks?: ReadyChecks;
  /** The request as its author wrote it; null when it was only given as values. */
  readonly written: WrittenRequest | null;
  readonly consent: Consent;
  /** The rates of hosts, lent to all investigations of one window; one's own where nothing is lent. */
  readonly hosts?: HostLimits;
  /** The past of the workspace; absent where it is not trusted or has none. */
  readonly history?: History;
  readonly sending: "allowed" | "no-probes" | "nothing";
  readonly maxProbes: number;
  readonly signal: AbortSignal;
}
