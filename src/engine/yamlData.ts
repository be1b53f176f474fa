import { isCollection, parseDocument, visit } from "yaml";

/**
 * The value of a YAML text as plain data; what is broken in it is left out, and so is what stands under a key that is itself a list or a
 * map, which would take longer than anybody waits where many stand in one another. Undefined where nothing can be read; never throws.
 */
export function readYaml(text: string): unknown {
  try {
    const document = parseDocument(text, { uniqueKeys: false, logLevel: "silent" });
    visit(document, { Pair: (_, { key }) => (isCollection(key) ? visit.REMOVE : undefined) });
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    return undefined;
  }
}
