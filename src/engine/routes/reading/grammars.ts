import { Language as Grammar, Parser, type Tree } from "web-tree-sitter";
import type { Language } from "../facts.ts";

/** Parsers for the languages the product reads; a tree must be deleted by whoever asked for it. */
export interface Grammars {
  /** Makes ready what one language needs; false when its grammar cannot be loaded. */
  prepare(language: Language): Promise<boolean>;
  /** True when a text of the language can be read at once; data needs no grammar. */
  isReady(language: Language): boolean;
  /** Parses a text of a prepared language; null when it is not prepared or the parser gives up. */
  parse(language: Language, text: string): Tree | null;
}

const GRAMMAR_FILES: Readonly<Partial<Record<Language, string>>> = {
  javascript: "tree-sitter-javascript.wasm",
  typescript: "tree-sitter-typescript.wasm",
  tsx: "tree-sitter-tsx.wasm",
  python: "tree-sitter-python.wasm",
};

let runtime: Promise<void> | undefined;

function startRuntime(load: (name: string) => Promise<Uint8Array>): Promise<void> {
  runtime ??= load("web-tree-sitter.wasm").then((wasmBinary) => Parser.init({ wasmBinary }));
  return runtime;
}

/**
 * Makes grammars that read no file themselves: `load` is asked for `web-tree-sitter.wasm` once, and for
 * `tree-sitter-<language>.wasm` when a language is first prepared.
 */
export function createGrammars(load: (name: string) => Promise<Uint8Array>): Grammars {
  const parsers = new Map<Language, Promise<Parser | null>>();
  const ready = new Map<Language, Parser>();
  async function start(language: Language): Promise<Parser | null> {
    const name = GRAMMAR_FILES[language];
    if (name === undefined) return null;
    try {
      await startRuntime(load);
      const parser = new Parser();
      parser.setLanguage(await Grammar.load(await load(name)));
      ready.set(language, parser);
      return parser;
    } catch {
      return null;
    }
  }
  return {
    async prepare(language) {
      if (!parsers.has(language)) parsers.set(language, start(language));
      return (await parsers.get(language)) !== null;
    },
    isReady: (language) => GRAMMAR_FILES[language] === undefined || ready.has(language),
    parse(language, text) {
      return ready.get(language)?.parse(text) ?? null;
    },
  };
}
