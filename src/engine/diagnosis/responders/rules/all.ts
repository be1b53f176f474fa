import { dotnetRustRules } from "./dotnetRust.ts";
import { gatewayRules } from "./gateways.ts";
import { goJavaRules } from "./goJava.ts";
import { nodeRules } from "./node.ts";
import { nodeApplicationRules } from "./nodeApplications.ts";
import { objectStoreRules } from "./objectStores.ts";
import { phpElixirRules } from "./phpElixir.ts";
import { platformRules } from "./platforms.ts";
import { productRules } from "./products.ts";
import { pythonRules } from "./python.ts";
import { rubyPerlRules } from "./rubyPerl.ts";
import type { ResponderRule } from "./rule.ts";
import { serverRules } from "./servers.ts";
import { sharedRules } from "./shared.ts";
import { smallPythonRules } from "./smallPython.ts";

/**
 * Every rule in the order in which they are tried, the first that holds wins: what a platform or gateway says of itself,
 * then the texts of products and frameworks, then the pages of servers, then what several of them have in common.
 */
export const responderRules: readonly ResponderRule[] = [
  ...platformRules,
  ...objectStoreRules,
  ...gatewayRules,
  ...productRules,
  ...nodeRules,
  ...nodeApplicationRules,
  ...smallPythonRules,
  ...pythonRules,
  ...rubyPerlRules,
  ...phpElixirRules,
  ...goJavaRules,
  ...dotnetRustRules,
  ...serverRules,
  ...sharedRules,
];
