/** Encodes `Basic user:password` and `Basic user password` as RFC 7617 asks; a value that is encoded already stays as it is. */
export function encodeBasic(name: string, value: string): string {
  if (name.toLowerCase() !== "authorization") return value;
  const credentials = /^Basic\s+(\S.*)$/i.exec(value)?.[1]?.trim();
  if (credentials === undefined) return value;
  const spaced = /^([^\s:]+)\s+(\S.*)$/.exec(credentials);
  const pair = spaced === null ? credentials : `${spaced[1]}:${spaced[2]}`;
  return pair.includes(":") ? `Basic ${encodeBase64(pair)}` : value;
}

function encodeBase64(text: string): string {
  let binary = "";
  for (const octet of new TextEncoder().encode(text)) binary += String.fromCharCode(octet);
  return btoa(binary);
}
