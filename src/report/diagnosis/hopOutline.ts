import { describeHopChange } from "../../engine/exchange/hops/hopChanges.ts";
import { isRecorded } from "../../engine/exchange/recordedExchanger.ts";
import type { Exchange, Hop } from "../../engine/model/exchange.ts";
import { sayChange, sayMs, sayNote, sayTimings } from "./hopWords.ts";

/** One hop for a tree: what was sent and how it was answered, and beneath it the times, what the hop dropped or changed, and its notes. */
export interface HopLines {
  readonly label: string;
  readonly description: string;
  readonly details: readonly string[];
}

/** The hops of an exchange in their order; not masked. */
export function hopLines(exchange: Exchange): readonly HopLines[] {
  const { hops } = exchange;
  const verb = isRecorded(exchange) ? "Recorded" : "Sent";
  return hops.map((hop, index) => {
    const next = hops[index + 1];
    const times = hop.timings === undefined ? "" : sayTimings(hop.timings);
    const changes = next === undefined ? [] : describeHopChange(hop, next).map(sayChange);
    const place = hop.remoteAddress === undefined ? [] : [`${hop.protocol ?? "HTTP"} from ${hop.remoteAddress}`];
    return {
      label: `${hops.length === 1 ? verb : `Hop ${index + 1}`}: ${hop.method} ${hop.url}`,
      description: `${answerOf(hop)} · ${sayMs(hop.ms)}`,
      details: [
        ...(times === "" ? [] : [times]),
        ...place,
        ...changes.map((change) => `The redirect ${change}`),
        ...(hop.notes ?? []).map(sayNote),
      ],
    };
  });
}

function answerOf({ response, failure }: Hop): string {
  return response === null ? (failure?.code ?? "no answer") : String(response.status);
}
