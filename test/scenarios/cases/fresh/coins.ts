import type { Scenario } from "../../scenario.ts";

const coin: Scenario = {
  name: "coin-in-a-tray",
  files: {
    "README.md": `# Coin cabinet

Numbers come from the museum's central register (snowflakes, 64 bits).
`,
    "requirements.txt": "fastapi\nuvicorn\n",
    "serve.py": `import os

import uvicorn

from cabinet.app import app

uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "cabinet/__init__.py": "",
    "cabinet/app.py": `from fastapi import FastAPI, HTTPException

from cabinet.register import COINS

app = FastAPI(title="Cabinet")


@app.get("/trays/{tray}/coins")
def tray(tray: str):
    return [{"number": number, "name": coin.name} for number, coin in COINS.items() if coin.tray == tray]


@app.get("/coins/{number}")
def coin(number: int):
    if number not in COINS:
        raise HTTPException(404, {"code": "COIN_UNKNOWN"})
    return {"number": number, "name": COINS[number].name, "tray": COINS[number].tray}
`,
    "cabinet/register.py": `from typing import NamedTuple


class Coin(NamedTuple):
    name: str
    tray: str


COINS = {
    7126093318844547074: Coin("Denarius of Hadrian", "r-12"),
    7126093318844551281: Coin("Denarius of Sabina", "r-12"),
    7126093322106638339: Coin("Solidus of Zeno", "b-02"),
}
`,
    "viewer/src/tray.js": `const trayName = new URLSearchParams(location.search).get("tray");
const coins = await (await fetch(\`/trays/\${trayName}/coins\`)).json();

for (const coin of coins) {
  const link = document.createElement("a");
  link.href = \`/coins/\${coin.number}\`;
  link.textContent = coin.name;
  document.body.append(link);
}
`,
    "viewer/index.html": `<!doctype html>
<title>Tray</title>
<script type="module" src="/src/tray.js"></script>
`,
    "cabinet.http": `@cabinet = http://localhost:PORT_OF_api

### tray
GET {{cabinet}}/trays/r-12/coins

### Sabina, copied from the viewer
# @name sabina
GET {{cabinet}}/coins/7126093318844551000
`,
  },
  servers: [{ name: "api", entry: "serve.py", needs: "fastapi" }],
  ask: ["cabinet.http#sabina"],
  facts: [
    "GET /trays/r-12/coins 200",
    "GET /coins/7126093318844551000 404",
    "GET /coins/7126093318844551281 200",
    "GET /coins/12 404",
    "GET /none 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["precision-loss"],
    links: [
      { file: "viewer/src/tray.js", text: ".json();" },
      { file: "viewer/src/tray.js", text: "link.href" },
      { file: "cabinet/app.py", text: 'return [{"number": number' },
      { file: "cabinet/app.py", text: '@app.get("/coins/{number}")' },
      { file: "cabinet/register.py", text: "7126093318844551281" },
    ],
    fixes: [{ url: "/coins/7126093318844551281" }],
  },
};

/** A museum's coin cabinet. */
export const coins: readonly Scenario[] = [coin];
