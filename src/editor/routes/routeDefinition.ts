import {
  type DefinitionProvider,
  type Disposable,
  type LocationLink,
  languages,
  type Position,
  type TextDocument,
} from "vscode";
import type { Route } from "../../engine/model/route.ts";
import { Disposables } from "../disposables.ts";
import { rangeOf } from "../places.ts";
import { isAskingOthers } from "../requests/otherDefinitions.ts";
import type { PointedRoutes, RoutePointer } from "./routePointer.ts";

/** Goes from a URL or path in any file to the handler of the route that serves it; from the path of a registration to its handler. */
export class RouteDefinition implements DefinitionProvider, Disposable {
  readonly #owned = new Disposables();
  readonly #pointer: RoutePointer;

  constructor(pointer: RoutePointer) {
    this.#pointer = pointer;
    this.#owned.add(languages.registerDefinitionProvider({ pattern: "**" }, this));
  }

  async provideDefinition(document: TextDocument, position: Position): Promise<LocationLink[]> {
    const pointed = isAskingOthers(document, position) ? null : await this.#pointer.at(document, position);
    if (pointed === null || pointed.role === "handler") {
      return [];
    }
    const places = new Map(pointed.routes.map((route) => [placeKey(route), linkTo(route, pointed)]));
    return [...places.values()];
  }

  dispose(): void {
    this.#owned.dispose();
  }
}

function placeKey({ file, line, handler }: Route): string {
  return handler === null ? `${file}:${line}` : `${handler.file}:${handler.line}`;
}

function linkTo(route: Route, { folder, range }: PointedRoutes): LocationLink {
  const place = route.handler ?? route;
  return { originSelectionRange: range, targetUri: folder.uriOf(place.file), targetRange: rangeOf(place) };
}
