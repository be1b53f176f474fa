import type { FileFacts } from "./facts.ts";
import { type LinkedFacts, linkFacts, type Part } from "./linkFacts.ts";
import { createResolver, type ModuleResolver } from "./reading/resolveModule.ts";

/** What imports mean, as long as the files have the same names and the configuration is the same. */
interface KnownResolver {
  readonly given: readonly FileFacts[];
  readonly files: ReadonlySet<string>;
  readonly resolver: ModuleResolver;
}

interface KnownPart {
  /** What the part was linked from: the facts that were given, those that imports led to, and the names of all files. */
  readonly given: readonly FileFacts[];
  readonly loaded: readonly FileFacts[];
  readonly files: ReadonlySet<string>;
  readonly linked: LinkedFacts;
}

const PARTS: readonly Part[] = ["scripts", "python"];

/**
 * Links a workspace again and again. Python and scripts never import each other and no framework is of both, so that they are
 * linked apart; a part is linked anew only when some of the facts it was made of are others now.
 */
export class WorkspaceLinker {
  readonly #parts = new Map<Part, KnownPart>();
  readonly #resolvers = new Map<Part, KnownResolver>();

  /** Joins the facts of all files as `linkFacts` does; `files` must be another object when the names of the files are others. */
  link(
    facts: readonly FileFacts[],
    files: ReadonlySet<string>,
    load: (file: string) => FileFacts | undefined,
  ): LinkedFacts {
    return join(
      facts,
      PARTS.map((part) => this.#linkPart(part, facts, files, load)),
    );
  }

  #linkPart(
    part: Part,
    facts: readonly FileFacts[],
    files: ReadonlySet<string>,
    load: (file: string) => FileFacts | undefined,
  ): LinkedFacts {
    const given = facts.filter(
      ({ language }) => language === "data" || (language === "python") === (part === "python"),
    );
    const known = this.#parts.get(part);
    if (known !== undefined && known.files === files && isSame(known, given, load)) return known.linked;
    const linked = linkFacts(given, files, load, this.#resolverOf(part, given, files), part);
    const own = new Set(given);
    const loaded = linked.facts.filter((each) => !own.has(each));
    if (linked.needed.length === 0) this.#parts.set(part, { given, loaded, files, linked });
    else this.#parts.delete(part);
    return linked;
  }

  #resolverOf(part: Part, given: readonly FileFacts[], files: ReadonlySet<string>): ModuleResolver {
    const known = this.#resolvers.get(part);
    if (known !== undefined && known.files === files && isNamedTheSame(known.given, given)) return known.resolver;
    const resolver = createResolver(given, files);
    this.#resolvers.set(part, { given, files, resolver });
    return resolver;
  }
}

/** True when the same files were read and what they hold as data is the same. */
function isNamedTheSame(before: readonly FileFacts[], after: readonly FileFacts[]): boolean {
  return (
    before.length === after.length &&
    before.every((each, at) => each.file === after[at]?.file && (each === after[at] || each.data === after[at]?.data))
  );
}

function isSame(known: KnownPart, given: readonly FileFacts[], load: (file: string) => FileFacts | undefined): boolean {
  return (
    known.given.length === given.length &&
    known.given.every((each, at) => each === given[at]) &&
    known.loaded.every((each) => load(each.file) === each)
  );
}

function join(facts: readonly FileFacts[], parts: readonly LinkedFacts[]): LinkedFacts {
  return {
    nodes: parts.flatMap((each) => each.nodes),
    facts: [...new Set([...facts, ...parts.flatMap((each) => each.facts)])],
    imported: new Set(parts.flatMap((each) => [...each.imported])),
    rewrites: parts.flatMap((each) => each.rewrites),
    needed: parts.flatMap((each) => each.needed),
    isCutShort: parts.some((each) => each.isCutShort),
    doubts: new Map(parts.flatMap((each) => [...each.doubts])),
    lookedAt: new Set(parts.flatMap((each) => [...each.lookedAt])),
  };
}
