import {
  type CancellationToken,
  type Disposable,
  Location,
  languages,
  type Position,
  ProgressLocation,
  type ReferenceContext,
  type ReferenceProvider,
  type TextDocument,
  window,
} from "vscode";
import { Disposables } from "../disposables.ts";
import { rangeOf } from "../places.ts";
import type { RoutePointer } from "./routePointer.ts";
import type { RouteUses } from "./routeUses.ts";

/** Lists what uses the route of a URL, of the path of a registration, or of a handler's name: requests, code and documents. */
export class RouteReferences implements ReferenceProvider, Disposable {
  readonly #owned = new Disposables();
  readonly #pointer: RoutePointer;
  readonly #uses: RouteUses;

  constructor(pointer: RoutePointer, uses: RouteUses) {
    this.#pointer = pointer;
    this.#uses = uses;
    this.#owned.add(languages.registerReferenceProvider({ pattern: "**" }, this));
  }

  async provideReferences(
    document: TextDocument,
    position: Position,
    { includeDeclaration }: ReferenceContext,
    token: CancellationToken,
  ): Promise<Location[]> {
    const pointed = await this.#pointer.at(document, position);
    if (pointed === null) {
      return [];
    }
    const { folder, routes, role, range } = pointed;
    const { places } = await window.withProgress(
      { location: ProgressLocation.Window, title: "Looking for uses of the route" },
      () => this.#uses.of(folder, routes, token),
    );
    // Beside the references that a language finds to the same text, VS Code shows equal places once.
    const declarations =
      role === "registration"
        ? [new Location(document.uri, range)]
        : routes.map((route) => new Location(folder.uriOf(route.file), rangeOf(route)));
    return [...(includeDeclaration ? declarations : []), ...places];
  }

  dispose(): void {
    this.#owned.dispose();
  }
}
