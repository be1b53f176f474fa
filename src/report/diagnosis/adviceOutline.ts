import type { Diagnosis } from "../../engine/model/diagnosis.ts";
import type { Mask } from "../maskStrings.ts";
import { leaf, type OutlineNode } from "./outlineNode.ts";

/** The wrong fixes to keep away from and what to look at after the right one, each list closed at first; masked. */
export function adviceNodes({ avoid, verify }: Diagnosis, mask: Mask): readonly OutlineNode[] {
  return [
    ...adviceNode("avoid", "What to avoid", avoid, "circle-slash", mask),
    ...adviceNode("verify", "How to verify", verify, "checklist", mask),
  ];
}

function adviceNode(
  id: string,
  label: string,
  lines: readonly string[],
  icon: string,
  mask: Mask,
): readonly OutlineNode[] {
  if (lines.length === 0) {
    return [];
  }
  const children = lines.map((line, position) => ({
    ...leaf(`${id}/${position}`, "advice", mask(line), ""),
    icon: "note",
  }));
  return [{ ...leaf(id, "advice", label, ""), icon, children }];
}
