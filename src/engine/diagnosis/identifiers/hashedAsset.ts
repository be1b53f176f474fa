/** A file name that a bundler gave a hash, in its pieces: `app-` `3f9a1c2e` `.js`. */
export const hashedName = /^(.*[.-])([A-Za-z0-9_-]{8,})(\.(?:m?js|css|map|woff2?|png|svg|jpe?g|wasm))$/;

/** The name that a page gives an asset of the same stem now, or null when it names none or still the same. */
export function findCurrentAsset(name: string, text: string): string | null {
  const [, stem = "", , extension = ""] = hashedName.exec(name) ?? [];
  const names = [...text.matchAll(/[\w@.-]+\.(?:m?js|css|map|woff2?|png|svg|jpe?g|wasm)\b/g)].map(([found]) => found);
  const current = names.find((one) => one.startsWith(stem) && one.endsWith(extension) && one !== name);
  return names.includes(name) ? null : (current ?? null);
}
