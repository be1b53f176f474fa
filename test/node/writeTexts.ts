import { createTextFile } from "../../src/node/textFile.ts";

// Writes one large text after another until it is killed, and says so after each.

const store = createTextFile(process.argv[2] ?? "");
for (let count = 0; ; count++) {
  await store.write((count % 2 === 0 ? "a" : "b").repeat(2_000_000));
  process.send?.(count);
}
