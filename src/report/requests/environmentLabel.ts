import { meansProduction } from "../../engine/requests/environments/production.ts";

/** How the environment of a request file is shown; `spoken` is for a screen reader, `stands` says whether it needs a warning. */
export interface EnvironmentLabel {
  readonly text: string;
  readonly tooltip: string;
  readonly spoken: string;
  readonly stands: "production" | "elsewhere";
}

/** The label of an environment; null is no environment at all. */
export function environmentLabel(name: string | null): EnvironmentLabel {
  const tooltip = "The environment of this request file";
  if (name === null) {
    return { text: "$(globe) No environment", tooltip, spoken: "Environment: none", stands: "elsewhere" };
  }
  return meansProduction(name)
    ? {
        text: `$(warning) ${name}`,
        tooltip: `${tooltip}. Its name says that it is production.`,
        spoken: `Environment: ${name}, production`,
        stands: "production",
      }
    : { text: `$(globe) ${name}`, tooltip, spoken: `Environment: ${name}`, stands: "elsewhere" };
}
