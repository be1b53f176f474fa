/** A switch that source asks: its key with the keys around it, the outer ones first, and the state in which the asking holds. */
export interface Switch {
  readonly keys: readonly string[];
  readonly holdsWhen: SwitchState;
}

export type SwitchState = "on" | "off";

/** A switch in a text, and where the asking of it ends, its comparison included. */
export interface AskedSwitch extends Switch {
  readonly start: number;
  readonly end: number;
}

const text = `["'\`:]([\\w.:-]+)["'\`]?`;
// `settings.x`, `features["quotes"]["instant"]`, `process.env.X`, `app.config.get("X", False)`, `switches.x?.on`.
const container = String.raw`(?:[\w$]+\.)*\w*(?:flags?|features?|switch(?:es)?|toggles?|settings?|config(?:uration)?|env(?:iron)?|experiments)`;
const link = String.raw`(?:\??\.[A-Za-z_$][\w$]*|(?:\?\.)?\[\s*["'\`][^"'\`]+["'\`]\s*\]|\(\s*["'\`][\w.:-]+["'\`][^()]*\))`;
// What goes on beyond a literal key is looked up by something else, such as a parameter of the path.
const whole = String.raw`(?![\w$]|\s*[[(]|\??\.\w)`;
// `isOn("x")`, `flag_is_active(request, "x")`, `Feature.enabled?(:x)`, `os.getenv("X")`.
const call = String.raw`(?:[\w$]+\??\.)*\w*(?:feature|flag|switch|toggle|experiment|rollout|enabled|is_?on|is_?active|variation|treatment|getenv)\w*\??\(\s*(?:[\w.]+\s*,\s*)?${text}[^()]*\)${whole}`;
const bare = String.raw`(?<![.\w$"'\`])(?:(?:ENABLE|DISABLE|FEATURE|FLAG)_[A-Z\d_]+|[A-Z\d_]+_(?:ENABLED|DISABLED|FLAG)|(?:[a-z][\w$]*(?:Enabled|_enabled|Flag|_flag|Feature|_feature))|enabled)${whole}`;
const asking = new RegExp(`(?<![\\w$"'\`/-])(?:${call}|${container}${link}+${whole}|${bare})`, "gi");
const comparison = /^\s*(===?|!==?|\bis\s+not\b|\bis\b)\s*["'`]?(\w+)["'`]?/;
const methods =
  /^(?:get|bool|has|value|on|active|enabled?\??|is_?(?:on|active|enabled)|lower|toLowerCase|trim|strip|getenv|meta|env|environ|config|settings|flags?|features?|switch(?:es)?|toggles?)$/i;

// What is longer was written by no person, and is no condition.
const longest = 4000;

/** Every switch that a text asks by a literal key: of a settings, flags or environment object, of a call that is named after switches, or by its own name. */
export function readSwitches(source: string): readonly AskedSwitch[] {
  return source.length > longest
    ? []
    : [...source.matchAll(asking)].flatMap((found) => {
        const keys = readKeys(found[0]);
        const before = source.slice(0, found.index);
        const start = found.index;
        const after = source.slice(start + found[0].length);
        const compared = comparison.exec(after);
        const negations = [
          /(?:!|\bnot\s)\s*\(*\s*(?:await\s+)?$/.test(before),
          compared?.[1] !== undefined && /!|not/.test(compared[1]),
          readState(compared?.[2] ?? "") === "off",
        ].filter(Boolean).length;
        const end = start + found[0].length + (compared?.[0].length ?? 0);
        return keys.length === 0 ? [] : [{ keys, start, end, holdsWhen: negations % 2 === 0 ? "on" : "off" } as const];
      });
}

/** The other state. */
export function flip(state: SwitchState): SwitchState {
  return state === "on" ? "off" : "on";
}

/** The state that a written value means; null when it is neither. */
export function readState(value: string): SwitchState | null {
  if (/^(?:false|off|no|0|disabled)$/i.test(value)) {
    return "off";
  }
  return /^(?:true|on|yes|1|enabled)$/i.test(value) ? "on" : null;
}

function readKeys(asked: string): readonly string[] {
  const quoted = [...asked.matchAll(/["'`]([\w.:-]+)["'`]|\(:(\w+)/g)].map(([, one, symbol]) => one ?? symbol ?? "");
  const bareWords = asked.replace(/\(.*?\)|\[.*?\]/g, "").match(/[A-Za-z_$][\w$]*/g) ?? [];
  const isOneWord = bareWords.length === 1 && quoted.length === 0;
  const inCall = /\(\s*["'`:]|\(\s*[\w.]+\s*,/.test(asked);
  const names = bareWords.slice(1).filter((word) => !methods.test(word));
  const keys = isOneWord ? bareWords : [...(inCall ? [] : names), ...quoted.slice(0, inCall ? 1 : undefined)];
  return keys.flatMap((key) => key.split(".")).filter((key) => key !== "");
}
