import type { Scenario } from "../../scenario.ts";

const journal: Scenario = {
  name: "journal-of-one-day",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "journal.py": `import os

import uvicorn
from fastapi import FastAPI, HTTPException

app = FastAPI()
DAYS = {"2026-03-07": "Rain.", "2026-03-08": "Sun, then hail.", "2026-03-10": "Fog."}


@app.get("/journal")
def days():
    return [{"day": day, "text": text} for day, text in DAYS.items()]


@app.get("/journal/{day}")
def read(day: str):
    if day not in DAYS:
        raise HTTPException(status_code=404, detail="Nothing was written on this day")
    return {"day": day, "text": DAYS[day]}


if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "journal.http": `@journal = http://localhost:PORT_OF_api/journal

### Sunday
GET {{journal}}/2026-03-08

### Monday
# @name monday
GET {{journal}}/2026-03-09
`,
  },
  servers: [{ name: "api", entry: "journal.py", needs: "fastapi" }],
  ask: ["journal.http#monday"],
  facts: ["GET /journal/2026-03-08 200", "GET /journal/2026-03-09 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "journal.py", text: '@app.get("/journal/{day}")' }],
  },
};

const concert: Scenario = {
  name: "concert-of-next-winter",
  files: {
    "requirements.txt": "flask\n",
    "concerts.py": `import os

from flask import Flask, jsonify

app = Flask(__name__)
CONCERTS = {"winter-concert-2024": 310, "winter-concert-2025": 402, "spring-concert-2026": 275}


@app.get("/concerts")
def concerts():
    return jsonify([{"slug": slug, "seats": seats} for slug, seats in CONCERTS.items()])


@app.get("/concerts/<slug>")
def concert(slug):
    if slug not in CONCERTS:
        return jsonify(error="no such concert"), 404
    return jsonify(slug=slug, seats=CONCERTS[slug])


if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "concerts.http": `@concerts = http://localhost:PORT_OF_api/concerts

### last winter
GET {{concerts}}/winter-concert-2025

### next winter
# @name next
GET {{concerts}}/winter-concert-2026
`,
  },
  servers: [{ name: "api", entry: "concerts.py", needs: "flask" }],
  ask: ["concerts.http#next"],
  facts: ["GET /concerts/winter-concert-2025 200", "GET /concerts/winter-concert-2026 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "concerts.py", text: '@app.get("/concerts/<slug>")' }],
  },
};

const recordsBefore = `[
  { "id": "rec-1", "title": "Larks", "price": 14 },
  { "id": "rec-2", "title": "Mills", "price": 12 }
]
`;

const recordFiles = {
  "requirements.txt": "aiohttp\n",
  "shop.py": `import json
import os
from pathlib import Path

from aiohttp import web

RECORDS = {record["id"]: record for record in json.loads(Path("records.json").read_text())}


async def read(request):
    found = RECORDS.get(request.match_info["id"])
    if found is None:
        return web.json_response({"error": "record_not_found"}, status=404)
    return web.json_response(found)


app = web.Application()
app.router.add_get("/records/{id}", read)
web.run_app(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
  "shop.http": `@records = http://localhost:PORT_OF_api/records

### Larks
GET {{records}}/rec-1

### asked for at the till
# @name till
GET {{records}}/rec-8
`,
};

const till: Scenario = {
  name: "record-asked-for-at-the-till",
  history: [{ message: "Records", files: { ...recordFiles, "records.json": recordsBefore } }],
  files: { ...recordFiles, "records.json": recordsBefore.replace('"price": 12', '"price": 9') },
  servers: [{ name: "api", entry: "shop.py", needs: "aiohttp" }],
  ask: ["shop.http#till"],
  facts: ["GET /records/rec-1 200", "GET /records/rec-8 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "shop.py", text: 'app.router.add_get("/records/{id}"' }],
  },
};

const guide: Scenario = {
  name: "guide-with-a-page-for-the-rest",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "guides.py": `import os

import uvicorn
from fastapi import FastAPI
from fastapi.responses import JSONResponse

app = FastAPI()
GUIDES = {4: "Joke", 5: "Ilse"}


@app.get("/guides/{number}")
def guide(number: int):
    if number not in GUIDES:
        return JSONResponse({"error": f"there is no guide {number}"}, status_code=404)
    return {"number": number, "name": GUIDES[number]}


@app.get("/{rest:path}")
def rest(rest: str):
    return JSONResponse({"error": "nothing here", "path": rest}, status_code=404)


if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "guides.http": `@guides = http://localhost:PORT_OF_api/guides

### Joke
GET {{guides}}/4

### who
# @name who
GET {{guides}}/14
`,
  },
  servers: [{ name: "api", entry: "guides.py", needs: "fastapi" }],
  ask: ["guides.http#who"],
  facts: ["GET /guides/4 200", "GET /guides/14 404", "GET /elsewhere 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "guides.py", text: '@app.get("/guides/{number}")' }],
  },
};

/** Things that simply are not there. */
export const plainMisses: readonly Scenario[] = [journal, concert, till, guide];
