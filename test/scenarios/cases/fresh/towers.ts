import type { Scenario } from "../../scenario.ts";

const dotenv: Scenario = {
  name: "flight-at-the-other-tower",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "tower/main.py": `import json
import os
from pathlib import Path

import uvicorn
from fastapi import FastAPI, HTTPException

app = FastAPI()
FLIGHTS = json.loads((Path(__file__).parent / f"{os.environ.get('TOWER', 'eu')}.json").read_text())


@app.get("/flights/{number}")
def flight(number: str):
    if number not in FLIGHTS:
        raise HTTPException(404, "flight is not handled here")
    return {"number": number, **FLIGHTS[number]}


if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "tower/eu.json": `{ "GL-12": { "gate": "B4" }, "GL-14": { "gate": "A1" } }
`,
    "tower/us.json": `{ "GL-90": { "gate": "C22" } }
`,
    ".env": `TOWER_EU_URL=http://localhost:PORT_OF_eu
TOWER_US_URL=http://localhost:PORT_OF_us
`,
    "board/flights.ts": `const towers = {
  eu: process.env.TOWER_EU_URL,
  us: process.env.TOWER_US_URL,
};

export async function gate(flight: string, region: keyof typeof towers = "eu"): Promise<string> {
  const response = await fetch(\`\${towers[region]}/flights/\${flight}\`);
  if (!response.ok) throw new Error(\`\${flight}: \${response.status}\`);
  return (await response.json()).gate;
}
`,
  },
  servers: [
    { name: "eu", entry: "tower/main.py", needs: "fastapi", env: { TOWER: "eu" } },
    { name: "us", entry: "tower/main.py", needs: "fastapi", env: { TOWER: "us" } },
  ],
  ask: ["--url", "http://localhost:PORT_OF_eu/flights/GL-90"],
  facts: [
    "eu:GET /flights/GL-12 200",
    "eu:GET /flights/GL-90 404",
    "us:GET /flights/GL-90 200",
    "us:GET /flights/X 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-region"],
    links: [
      { file: ".env", text: "TOWER_US_URL" },
      { file: ".env", text: "TOWER_EU_URL" },
      { file: "board/flights.ts", text: "fetch(" },
      { file: "board/flights.ts", text: "us: process" },
      { file: "tower/main.py", text: '"/flights/{number}"' },
    ],
    fixes: [{ url: "http://localhost:PORT_OF_us/flights/GL-90" }],
  },
};

/** Towers: two addresses that are named beside each other. */
export const towers: readonly Scenario[] = [dotenv];
