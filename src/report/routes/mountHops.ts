import type { Location } from "../../engine/model/place.ts";
import type { Route } from "../../engine/model/route.ts";
import type { Mask } from "../maskStrings.ts";

/** One hop from the application down to a route: what it adds to the path, where, and an icon of VS Code. Texts are masked. */
export interface MountHop {
  readonly label: string;
  readonly description: string;
  readonly icon: string;
  readonly location: Location;
}

/** The mounts of a route from the application down, then the route itself, and its handler where that stands elsewhere. */
export function mountHops(route: Route, mask: Mask): readonly MountHop[] {
  const { mounts, handler, method, path } = route;
  const hop = (label: string, icon: string, place: Location): MountHop => ({
    label: mask(label),
    description: mask(`${place.file}:${place.line}`),
    icon,
    location: { file: place.file, line: place.line, column: place.column },
  });
  return [
    ...mounts.map((mount) => hop(`mounted under ${mount.prefix === "" ? "/" : mount.prefix}`, "arrow-down", mount)),
    hop(`registered as ${method} ${path}`, "symbol-method", route),
    ...(handler !== null && hasHandlerElsewhere(route) ? [hop("handled here", "symbol-function", handler)] : []),
  ];
}

/** True when the handler of a route stands at another line than its registration. */
export function hasHandlerElsewhere({ handler, file, line }: Route): boolean {
  return handler !== null && (handler.file !== file || handler.line !== line);
}
