/** The state of a record that is not among the living: the field that says it, with what it says; or the table that it stands in. */
export interface PastState {
  readonly key: string;
  /** `true` for a flag that is set, `false` for one that is not, a day for a date, else the word. */
  readonly value: string;
  readonly fate: "deleted" | "archived" | "to come";
  /** True where `key` names the table that holds it, which says it of all of them. */
  readonly isTable?: boolean;
  /** True where a day says it, which counts only where something asks for that day. */
  readonly isDay?: boolean;
}

const past =
  /archiv|delet|remov|withdrawn|retired|inactiv|closed|trash|discontinu|unpublish|unlisted|hidden|disabled|suspend|draft|obsolete|expired|dormant/i;
const between = String.raw`["'\`]?\s*[:=]>?\s*`;
const stateField = new RegExp(
  String.raw`(?<![\w$])["'\`]?((?:\w+_)?(?:state|status|visibility|lifecycle|phase)(?:_\w+)?|[a-z]+(?:State|Status|Visibility|Phase)|[A-Z_]*(?:STATE|STATUS))${between}["'\`]?(\w+)`,
);
/** A member of an enumeration of states, which a constructor takes by its place: `Pony("Bonnie", State.RETIRED)`. */
const stateMember = /\b(\w*(?:State|Status|Phase|Visibility|Lifecycle))\.([A-Za-z_]+)\b(?!\()/;
const pastFlag = new RegExp(
  String.raw`(?<![\w$])["'\`]?((?:is_?)?(?:archived|deleted|removed|withdrawn|retired|trashed|discontinued|unpublished|hidden|disabled|closed|cancell?ed)(?:_?(?:at|on))?)${between}["'\`]?(true\b|1\b(?![.\d])|yes\b|\d{4}-\d\d-\d\d)`,
  "i",
);
const livingFlag = new RegExp(
  String.raw`(?<![\w$.])["'\`]?((?:is_?)?(?:active|enabled|published|visible|listed|available|live|public|current))${between}["'\`]?(false\b|0\b(?![.\d])|no\b)`,
  "i",
);

const day = String.raw`${between}(?:new\s+Date\()?["'\`]?(\d{4}-\d\d-\d\d)`;
const lastDay = new RegExp(
  String.raw`(?<![\w$.])["'\`]?((?:(?:valid|available|active|open|visible|listed|published|bookable|effective|offered|on_?sale)_?(?:until|till|to|through)|(?:expir(?:es|y|ed|ation)|ends|closes|retires|sunset)(?:_?(?:at|on|date|day))?|end_?(?:at|on|date|day)))${day}`,
  "i",
);
const firstDay = new RegExp(
  String.raw`(?<![\w$.])["'\`]?((?:(?:publish(?:ed|es)?|releas(?:ed|es)?|available|visible|valid|active|opens?|launch(?:es)?|embargo(?:ed)?)_?(?:at|on|from|date|day|until)|embargo))${day}`,
  "i",
);

/**
 * The past state that the fields of one record say, nested objects left aside; `today`, such as `2026-11-23`, is what its days are compared with, and
 * none are where it is empty. Null when it is among the living, or nothing says it.
 */
export function readPastState(fields: string, today = ""): PastState | null {
  const [, state, word = ""] = stateField.exec(fields) ?? stateMember.exec(fields) ?? [];
  if (state !== undefined && past.test(word) && !/^(?:un|not_?)(?:archiv|delet|remov|hidden)/i.test(word)) {
    return { key: state, value: word, fate: fateOf(word) };
  }
  const [, flag, set = ""] = pastFlag.exec(fields) ?? [];
  if (flag !== undefined) {
    return { key: flag, value: /^\d{4}-/.test(set) ? set : "true", fate: fateOf(flag) };
  }
  const [, living] = livingFlag.exec(fields) ?? [];
  return living === undefined ? readDays(fields, today) : { key: living, value: "false", fate: "archived" };
}

function readDays(fields: string, today: string): PastState | null {
  const [, last, end = ""] = lastDay.exec(fields) ?? [];
  if (last !== undefined && end < today) {
    return { key: last, value: end, fate: "archived", isDay: true };
  }
  const [, first, start = ""] = firstDay.exec(fields) ?? [];
  return first !== undefined && today !== "" && start > today
    ? { key: first, value: start, fate: "to come", isDay: true }
    : null;
}

function fateOf(word: string): PastState["fate"] {
  return /delet|remov|trash/i.test(word) ? "deleted" : "archived";
}
