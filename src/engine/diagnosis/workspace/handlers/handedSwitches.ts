import type { Route } from "../../../model/route.ts";
import type { Files } from "../../../ports.ts";
import { readLines } from "../texts.ts";
import { listGuarding, readServed } from "./askedSwitches.ts";
import type { ConditionLine } from "./conditionLines.ts";
import { namesPath } from "./entitlements.ts";
import { findSetSwitch } from "./switchState.ts";
import type { Passed } from "./wayIn.ts";

const defining =
  /\b(?:def|function\*?|const|let|var)\s+([\w$]+)\s*(?:=\s*(?:async\s*)?(?:function\s*)?)?\(\s*([A-Za-z_$][\w$]*)/;

/**
 * The switch that a guard is handed by its name (`@requires("gift_cards")`) and for whose sake it answers that nothing was found, where the workspace
 * sets a switch of that name or the route's path has it; null for any other guard, such as one that is handed a role. Never rejects.
 */
export async function findHandedSwitch({ lines }: Passed, route: Route, files: Files): Promise<ConditionLine | null> {
  const [, name, parameter] = defining.exec(lines[0] ?? "") ?? [];
  const key = name === undefined ? null : await findHanded(name, route, files);
  if (key === null || parameter === undefined) {
    return null;
  }
  const shape = new RegExp(
    `[\\w$.]+(?:[([]|\\.get\\(|\\?\\.\\[)\\s*${parameter.replaceAll("$", "\\$")}\\b[^)\\]]*[)\\]]`,
  );
  for (const [index, line] of lines.entries()) {
    const found = shape.exec(line);
    if (!found) {
      continue;
    }
    const isNegated = /(?:!|\bnot\s)\s*$/.test(line.slice(0, found.index));
    const end = found.index + found[0].length;
    const served = readServed(lines, index, {
      keys: [key],
      holdsWhen: isNegated ? "off" : "on",
      start: found.index,
      end,
    });
    if (served && (namesPath(key, route, name ?? "") || (await findSetSwitch(served, files)))) {
      return { index, switches: [served] };
    }
  }
  return null;
}

/** What a function is handed as text where a route or one of its mounts names its guards. */
async function findHanded(name: string, route: Route, files: Files): Promise<string | null> {
  const call = new RegExp(`(?<![\\w$])${name.replaceAll("$", "\\$")}\\(\\s*["'\`]([\\w.:-]+)["'\`]`);
  for (const place of [route, ...route.mounts]) {
    const lines = await readLines(files, place.file);
    const handler = place === route ? route.handler : null;
    const keys = listGuarding(lines, place, handler).map((index) => call.exec(lines[index] ?? "")?.[1]);
    const key = keys.find((one) => one !== undefined);
    if (key !== undefined) {
      return key;
    }
  }
  return null;
}
