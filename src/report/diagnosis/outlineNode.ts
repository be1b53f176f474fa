import type { Location } from "../../engine/model/place.ts";

/** What a node of an outline stands for. */
export type OutlineKind =
  | "run"
  | "verdict"
  | "before"
  | "fix"
  | "advice"
  | "step"
  | "evidence"
  | "link"
  | "request"
  | "probes"
  | "probe"
  | "hop";

/**
 * One line of an investigation as a tree; all texts are masked. `id` is unique within its diagnosis, `icon` names one
 * of the icons of VS Code, `location` is what opening the node opens, `fix` is the position of a fix in the diagnosis.
 */
export interface OutlineNode {
  readonly id: string;
  readonly kind: OutlineKind;
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  readonly icon: string;
  readonly isOpen: boolean;
  readonly location: Location | null;
  readonly fix: number | null;
  readonly children: readonly OutlineNode[];
}

/** A node without children, place or icon, to be filled in. */
export function leaf(id: string, kind: OutlineKind, label: string, description: string): OutlineNode {
  return {
    id,
    kind,
    label,
    description,
    tooltip: label,
    icon: "",
    isOpen: false,
    location: null,
    fix: null,
    children: [],
  };
}
