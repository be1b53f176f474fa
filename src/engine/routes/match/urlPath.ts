/** The raw path of a URL or path as it goes on the wire: no normalising; query and fragment are cut off. */
export function pathOfUrl(url: string): string {
  const absolute = /^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i.exec(url);
  const rest = (absolute === null ? url : url.slice(absolute[0].length)).replace(/[?#][\s\S]*$/, "");
  return rest.startsWith("/") ? rest : `/${rest}`;
}
