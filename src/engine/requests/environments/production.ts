/** Whether one of the words of a name (of an environment, or of a host) means production, and none before it says that it is not. */
export function meansProduction(name: string): boolean {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/);
  const found = words.findIndex((word) => /^(?:prod|prd|production|productive|live)$/.test(word));
  return found >= 0 && !/^(?:non|not|no|pre)$/.test(words[found - 1] ?? "");
}
