import { pathMoved } from "./cases/route-drift/pathMoved.ts";
import { slashAndSelector } from "./cases/route-drift/slashAndSelector.ts";
import { spelling } from "./cases/route-drift/spelling.ts";
import { versionMoved } from "./cases/route-drift/versionMoved.ts";
import { idShape } from "./cases/stale-identifier/idShape.ts";
import { slugAndAsset } from "./cases/stale-identifier/slugAndAsset.ts";
import { unknownId } from "./cases/stale-identifier/unknownId.ts";
import { place } from "./cases/wrong-scope/place.ts";
import { tenant } from "./cases/wrong-scope/tenant.ts";
import type { Scenario } from "./scenario.ts";

/** Every scenario of the suite, in the order of the vocabulary of causes. */
export const allScenarios: readonly Scenario[] = [
  ...versionMoved,
  ...pathMoved,
  ...spelling,
  ...slashAndSelector,
  ...unknownId,
  ...idShape,
  ...slugAndAsset,
  ...tenant,
  ...place,
];
