/** What to diagnose: a request by its place, a written request or URL by itself, an entry of a HAR file by its number, or what an investigation was about. */
export type Target =
  | { readonly kind: "request"; readonly uri: string; readonly line: number }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "url"; readonly method: string; readonly url: string }
  | { readonly kind: "har"; readonly uri: string; readonly entry: number }
  | { readonly kind: "investigation"; readonly id: string };

/** Whether an argument that came with a command is a target; menus and other extensions send all kinds of things. */
export function isTarget(argument: unknown): argument is Target {
  if (typeof argument !== "object" || argument === null || !("kind" in argument)) {
    return false;
  }
  const fields = argument as Readonly<Record<string, unknown>>;
  switch (fields["kind"]) {
    case "request":
      return typeof fields["uri"] === "string" && typeof fields["line"] === "number";
    case "text":
      return typeof fields["text"] === "string";
    case "url":
      return typeof fields["method"] === "string" && typeof fields["url"] === "string";
    case "har":
      return typeof fields["uri"] === "string" && typeof fields["entry"] === "number";
    case "investigation":
      return typeof fields["id"] === "string";
    default:
      return false;
  }
}
