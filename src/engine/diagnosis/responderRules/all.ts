import { compiledRules } from "./compiled.ts";
import { dotnetRustRules } from "./compiledMore.ts";
import { gatewayRules } from "./gateways.ts";
import { nodeRules } from "./node.ts";
import { nodeApplicationRules } from "./nodeMore.ts";
import { platformRules } from "./platforms.ts";
import { productRules } from "./products.ts";
import { pythonRules } from "./python.ts";
import { smallPythonRules } from "./pythonMore.ts";
import type { ResponderRule } from "./rule.ts";
import { scriptingRules } from "./scripting.ts";
import { serverRules } from "./servers.ts";
import { sharedRules } from "./shared.ts";

/**
 * Every rule in the order in which they are tried, the first that holds wins: what a platform or gateway says of itself,
 * then the texts of products and frameworks, then the pages of servers, then what several of them have in common.
 */
export const responderRules: readonly ResponderRule[] = [
  ...platformRules,
  ...gatewayRules,
  ...productRules,
  ...nodeRules,
  ...nodeApplicationRules,
  ...pythonRules,
  ...smallPythonRules,
  ...scriptingRules,
  ...compiledRules,
  ...dotnetRustRules,
  ...serverRules,
  ...sharedRules,
];
