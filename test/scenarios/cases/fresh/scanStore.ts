import type { Scenario } from "../../scenario.ts";

const scale: Scenario = {
  name: "scale-of-a-scanned-sheet",
  files: {
    "package.json": `{ "name": "scan-store", "private": true, "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "index.js": `import express from "express";
import { join } from "node:path";
import { sheets } from "./sheets.js";

const app = express();

app.use("/sheets", express.static(join(import.meta.dirname, "scans"), { fallthrough: false, index: false }));

app.get("/sheets/:no/scale", (req, res) => {
  const sheet = sheets.get(req.params.no);
  if (!sheet) return res.status(404).json({ error: "sheet" });
  res.json({ no: req.params.no, scale: sheet.scale });
});

app.use((error, req, res, next) => {
  res.status(error.status ?? 500).json({ error: error.message });
});

app.listen(process.env.PORT || 3000);
`,
    "sheets.js": `export const sheets = new Map([
  ["2341", { scale: "1:25000", surveyed: 1898 }],
  ["2342", { scale: "1:25000", surveyed: 1901 }],
]);
`,
    "scans/2341.txt": `scan of sheet 2341
`,
    "maps.http": `@maps = http://localhost:PORT_OF_maps

### scan
GET {{maps}}/sheets/2341.txt

### scale of it
# @name scale
GET {{maps}}/sheets/2341/scale
`,
  },
  servers: [{ name: "maps", entry: "index.js" }],
  ask: ["maps.http#scale"],
  facts: ["GET /sheets/2341.txt 200", "GET /sheets/2341/scale 404"],
  truth: {
    outcome: "not-found",
    kinds: ["shadowed", "after-catch-all"],
    links: [
      { file: "index.js", text: 'app.use("/sheets", express.static' },
      { file: "index.js", text: 'app.get("/sheets/:no/scale"' },
    ],
  },
};

/** In the store of scanned sheets. */
export const scanStore: readonly Scenario[] = [scale];
