import type { Scenario } from "../../scenario.ts";

const game: Scenario = {
  name: "game-in-a-newer-dress",
  files: {
    "package.json": `{ "name": "chess-clocks", "private": true, "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "src/app.js": `import express from "express";
import { speaks } from "./speaks.js";
import { games } from "./games.js";

const app = express();

app.get("/games/:id", speaks("application/vnd.clocks.v2+json"), (req, res) => {
  const game = games[req.params.id];
  if (!game) return res.status(404).json({ error: "game unknown" });
  res.type("application/vnd.clocks.v2+json").send(JSON.stringify(game));
});

app.listen(process.env.PORT || 3000);
`,
    "src/speaks.js": `export const speaks = (type) => (req, res, next) => {
  if (req.get("accept")?.includes(type)) next();
  else next("route");
};
`,
    "src/games.js": `export const games = { 4401: { white: "Aron", black: "Vera", moves: 31 } };
`,
    "board.http": `### game four
# @name four
GET http://localhost:PORT_OF_clocks/games/4401
Accept: application/vnd.clocks.v1+json
`,
  },
  servers: [{ name: "clocks", entry: "src/app.js" }],
  ask: ["board.http#four"],
  facts: [
    "GET /games/4401 404 | Accept: application/vnd.clocks.v1+json",
    "GET /games/4401 200 | Accept: application/vnd.clocks.v2+json",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["version-selector"],
    links: [
      { file: "src/app.js", text: 'app.get("/games/:id"' },
      { file: "src/speaks.js", text: 'req.get("accept")' },
      { file: "board.http", text: "Accept:" },
    ],
  },
};

/** Of the chess clocks. */
export const chessClocks: readonly Scenario[] = [game];
