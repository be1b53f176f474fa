import type { ClassFact, FileFacts, FunctionFact, Step } from "../facts.ts";

/**
 * What the linker looked at of the bodies of functions. An edit of a body that nothing looked at changes no route, so that whoever
 * looks must be noticed: bodies are asked for here, and facts are handed on only with a note of who walks them all.
 */
export class LookedAt {
  readonly functions = new Set<FunctionFact>();
  readonly #handed = new Map<FileFacts, FileFacts>();

  bodyOf(fact: FunctionFact): readonly Step[] {
    this.functions.add(fact);
    return fact.body;
  }

  /** The facts of a file for anyone: who walks its functions or classes has looked at all of them. */
  handOn(facts: FileFacts): FileFacts {
    const known = this.#handed.get(facts);
    if (known !== undefined) return known;
    const noteAll = () => {
      for (const each of facts.functions) this.functions.add(each);
    };
    const handed: FileFacts = {
      ...facts,
      get functions(): readonly FunctionFact[] {
        noteAll();
        return facts.functions;
      },
      get classes(): readonly ClassFact[] {
        noteAll();
        return facts.classes;
      },
    };
    this.#handed.set(facts, handed);
    return handed;
  }
}
