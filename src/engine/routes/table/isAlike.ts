/** True when two plain values (what JSON can say) are the same; what holds `undefined` is not what lacks it. */
export function isAlike(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one)) return Array.isArray(other) && areAlike(one, other);
  const names = Object.keys(one);
  if (Array.isArray(other) || names.length !== Object.keys(other).length) return false;
  for (const name of names) if (!(name in other) || !isAlike(one[name as never], other[name as never])) return false;
  return true;
}

function areAlike(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false;
  for (const [at, each] of one.entries()) if (!isAlike(each, other[at])) return false;
  return true;
}
