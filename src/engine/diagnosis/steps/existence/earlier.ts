import type { Known, Observation } from "../../known.ts";

const mostShown = 3;

/** What earlier responses say of the thing: those of this session, and those recorded in the workspace; they weigh nothing by themselves. */
export function observeEarlier(known: Known): readonly Observation[] {
  const identifier = known.identifiers.at(-1);
  const common = { step: "existence" as const, rule: "earlier-response" as const, claim: null, probe: null };
  const ofSession = known.mentions.map(({ response, says }) => {
    const when = new Date(response.at).toISOString().slice(11, 19);
    const what = says === "links" ? "linked to this very path" : `held ${identifier?.value}`;
    const path = response.url.replace(/^\w+:\/\/[^/]*/, "");
    return {
      ...common,
      statement: `The response to ${response.method} ${path} at ${when} UTC ${what}.`,
      location: null,
    };
  });
  const recorded = known.holders
    .filter(({ kind }) => kind === "response")
    .map(({ location }) => ({
      ...common,
      statement: `A recorded response holds ${identifier?.value}: ${location.file}:${location.line}.`,
      location,
    }));
  return [...ofSession.slice(0, mostShown), ...recorded.slice(0, mostShown)];
}
