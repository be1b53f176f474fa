/** Replaces what is secret in a text and returns the rest unchanged. */
export type Mask = (text: string) => string;

/** Fields whose values belong to closed vocabularies of the product, or number its items; they hold nothing a person wrote. */
const closedFields: ReadonlySet<string> = new Set([
  "schema",
  "id",
  "outcome",
  "step",
  "status",
  "varies",
  "layer",
  "role",
  "cause",
  "kind",
  "code",
  "framework",
]);

/** A copy of plain data in which every string outside the closed vocabularies has gone through the mask. */
export function maskStrings<Data>(data: Data, mask: Mask): Data {
  return maskValue(data, mask) as Data;
}

function maskValue(value: unknown, mask: Mask): unknown {
  if (typeof value === "string") {
    return mask(value);
  }
  if (Array.isArray(value)) {
    return value.map((item) => maskValue(item, mask));
  }
  if (value === null || typeof value !== "object") {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      typeof item === "string" && closedFields.has(name) ? item : maskValue(item, mask),
    ]),
  );
}
