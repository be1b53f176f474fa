import type { Call } from "../graph/engine.ts";
import { callForFolder } from "../graph/folders.ts";
import { splitHoles, type Value } from "../graph/values.ts";
import { optionOf } from "./options.ts";

/** One plugin that a manifest registers, and the settings beside it. */
export interface ListedPlugin {
  readonly plugin: Value;
  readonly settings: Value | undefined;
}

/**
 * The plugins of a manifest as Glue composes a server from it (https://github.com/hapijs/glue/blob/master/API.md), those named by a
 * path loaded from `relativeTo`; packages are left out.
 */
export function pluginsOfManifest(call: Call): readonly ListedPlugin[] {
  const [manifest, options] = call.arguments;
  const listed = optionOf(optionOf(manifest, "register"), "plugins") ?? optionOf(manifest, "registrations");
  const base = optionOf(options, "relativeTo");
  return (listed?.kind === "list" ? listed.items : []).flatMap((each): ListedPlugin[] => {
    const given = each.kind === "text" ? each : optionOf(each, "plugin");
    // Until version 8 the plugin stood behind a key `register`.
    const named = given?.kind === "text" ? given : (optionOf(given, "register") ?? given);
    const plugin = named?.kind === "text" ? loadBeside(base, named.value, call) : named;
    if (plugin === undefined) return [];
    return [{ plugin, settings: optionOf(each, "routes") === undefined ? optionOf(each, "options") : each }];
  });
}

function loadBeside(base: Value | undefined, path: string, call: Call): Value | undefined {
  if (!path.startsWith(".")) return undefined;
  // What cannot be known of the folder, such as `process.cwd()`, is taken for the root of the workspace.
  const folder = base?.kind === "text" ? (splitHoles(base.value).findLast((part) => !part.isHole)?.text ?? "") : "";
  return callForFolder("require", {
    ...call,
    arguments: [{ kind: "text", value: `${folder}/${path}`.replace(/^\/+/, "") }],
  });
}
