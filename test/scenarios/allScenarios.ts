import { compared } from "./cases/access-masking/compared.ts";
import { masking } from "./cases/access-masking/masking.ts";
import { caches } from "./cases/cached-miss/caches.ts";
import { controls } from "./cases/controls/controls.ts";
import { temptations } from "./cases/controls/temptations.ts";
import { gone } from "./cases/lifecycle/gone.ts";
import { lookedUp } from "./cases/lifecycle/lookedUp.ts";
import { mergedAndLate } from "./cases/lifecycle/mergedAndLate.ts";
import { methods } from "./cases/method-mismatch/methods.ts";
import { others } from "./cases/other-responder/others.ts";
import { joins } from "./cases/request-built-wrong/joins.ts";
import { variables } from "./cases/request-built-wrong/variables.ts";
import { basePath } from "./cases/rewrite-mismatch/basePath.ts";
import { devProxy } from "./cases/rewrite-mismatch/devProxy.ts";
import { redirects } from "./cases/rewrite-mismatch/redirects.ts";
import { pathMoved } from "./cases/route-drift/pathMoved.ts";
import { slashAndSelector } from "./cases/route-drift/slashAndSelector.ts";
import { spelling } from "./cases/route-drift/spelling.ts";
import { versionMoved } from "./cases/route-drift/versionMoved.ts";
import { order } from "./cases/route-not-served/order.ts";
import { registration } from "./cases/route-not-served/registration.ts";
import { idShape } from "./cases/stale-identifier/idShape.ts";
import { slugAndAsset } from "./cases/stale-identifier/slugAndAsset.ts";
import { unknownId } from "./cases/stale-identifier/unknownId.ts";
import { place } from "./cases/wrong-scope/place.ts";
import { tenant } from "./cases/wrong-scope/tenant.ts";
import type { Scenario } from "./scenario.ts";

/** Every scenario of the suite, in the order of the vocabulary of causes, the controls last. */
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
  ...devProxy,
  ...basePath,
  ...redirects,
  ...gone,
  ...lookedUp,
  ...mergedAndLate,
  ...masking,
  ...compared,
  ...variables,
  ...joins,
  ...methods,
  ...registration,
  ...order,
  ...others,
  ...caches,
  ...controls,
  ...temptations,
];
