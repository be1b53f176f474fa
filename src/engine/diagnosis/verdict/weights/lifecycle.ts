import type { WeightTable } from "./weightTable.ts";

/** The weights of observations about the life of the resource, and of the service. */
export const lifecycleWeights = {
  // The life of the resource, and of the service.
  // Gone, and what took its place answers.
  "successor-answers": { "lifecycle/merged": 4.5, "lifecycle/deleted": -3, "stale-identifier/unknown-id": -5 },
  "archived-answers": { "lifecycle/archived": 5.5, "stale-identifier/unknown-id": -5 },
  "record-taken-out": { "lifecycle/deleted": 3.5, "stale-identifier/unknown-id": -4.5 },
  "sunset-said": { "lifecycle/deleted": 4, "stale-identifier/unknown-id": -2 },
  "served-by-itself-no-more": { "lifecycle/feature-off": 4.5 },
  "condition-written": {
    "lifecycle/feature-off": 4.5,
    "route-not-served/not-deployed": -2.5,
    "stale-identifier/unknown-id": -2,
  },
  // A switch that the handler itself asks; what it looks up may still be missing.
  "condition-asked": { "lifecycle/feature-off": 2.5, "stale-identifier/unknown-id": -0.5 },
  "switch-off-written": {
    "lifecycle/feature-off": 2,
    "route-not-served/not-deployed": -2,
    "stale-identifier/unknown-id": -3,
  },
  // The workspace's own file is not what runs elsewhere, yet it takes back most of what the condition says.
  "switch-on-written": {
    "lifecycle/feature-off": -3,
    "route-not-served/not-deployed": 2,
    "stale-identifier/unknown-id": 1.5,
  },
  // Who says "gone" says more than that it is put away.
  "gone-said": { "lifecycle/deleted": 5, "lifecycle/archived": -3, "stale-identifier/unknown-id": -3 },
  "tombstone-said": { "lifecycle/deleted": 5, "stale-identifier/unknown-id": -4 },
  "tombstone-hinted": { "lifecycle/deleted": 1.5 },
  "archived-said": { "lifecycle/archived": 5, "stale-identifier/unknown-id": -4 },
  "successor-said": { "lifecycle/merged": 5, "stale-identifier/unknown-id": -4 },
  "answers-later": {
    "lifecycle/not-yet-visible": 6,
    "stale-identifier/unknown-id": -6,
    "route-not-served/not-deployed": -6,
    "route-drift/path-moved": -4,
    "route-drift/trailing-slash": -6,
  },
} as const satisfies WeightTable;
