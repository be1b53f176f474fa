import { express } from "./express.ts";
import type { Framework } from "./framework.ts";

/** Every framework the product reads, in the order in which they are asked. */
export const frameworks: readonly Framework[] = [express];
