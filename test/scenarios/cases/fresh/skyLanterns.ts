import type { Scenario } from "../../scenario.ts";

const wish: Scenario = {
  name: "wish-on-a-lantern",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "lanterns/__init__.py": "",
    "lanterns/security.py": `from fastapi import Depends, HTTPException
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

bearer = HTTPBearer()
USERS = {"li-0a1": "li", "mei-7f3": "mei"}


def current_user(credentials: HTTPAuthorizationCredentials = Depends(bearer)) -> str:
    user = USERS.get(credentials.credentials)
    if user is None:
        raise HTTPException(status_code=401, detail="Invalid token")
    return user
`,
    "lanterns/store.py": `WISHES = {
    "w-11": {"id": "w-11", "author": "li", "text": "A calm year"},
    "w-12": {"id": "w-12", "author": "mei", "text": "A new bicycle"},
}
`,
    "lanterns/main.py": `from fastapi import Depends, FastAPI, HTTPException

from lanterns.security import current_user
from lanterns.store import WISHES

app = FastAPI(title="Lanterns")


@app.get("/wishes")
def wishes(user: str = Depends(current_user)):
    return [wish for wish in WISHES.values() if wish["author"] == user]


@app.get("/wishes/{wish_id}")
def wish(wish_id: str, user: str = Depends(current_user)):
    found = WISHES.get(wish_id)
    if found is None or found["author"] != user:
        raise HTTPException(status_code=404, detail="Wish not found")
    return found
`,
    "run.py": `import os

import uvicorn

uvicorn.run("lanterns.main:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "lanterns.http": `@lanterns = http://localhost:PORT_OF_api

### my wish
GET {{lanterns}}/wishes/w-11
Authorization: Bearer li-0a1

### the one I was told of
# @name other
GET {{lanterns}}/wishes/w-12
Authorization: Bearer li-0a1
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "fastapi" }],
  ask: ["lanterns.http#other"],
  facts: [
    "GET /wishes/w-11 200 | Authorization: Bearer li-0a1",
    "GET /wishes/w-12 404 | Authorization: Bearer li-0a1",
    "GET /wishes/w-12 200 | Authorization: Bearer mei-7f3",
    "GET /wishes/w-99 404 | Authorization: Bearer li-0a1",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-resource"],
    links: [
      { file: "lanterns/main.py", text: 'found["author"] != user' },
      { file: "lanterns/store.py", text: '"id": "w-12"' },
    ],
  },
  credentials: [
    { value: "li-0a1", servers: ["api"] },
    { value: "mei-7f3", servers: [] },
  ],
};

const festival: Scenario = {
  name: "festival-of-the-lanterns",
  files: {
    "requirements.txt": "flask\n",
    "festival/__init__.py": "",
    "festival/app.py": `from flask import Flask, jsonify

app = Flask(__name__)

FESTIVALS = {"fes_81c4": {"id": "fes_81c4", "town": "Pingxi"}, "fes_90aa": {"id": "fes_90aa", "town": "Chiang Mai"}}


@app.get("/v1/festivals")
def festivals():
    return jsonify(data=list(FESTIVALS.values()))


@app.get("/v1/festivals/<festival_id>")
def festival(festival_id):
    if festival_id not in FESTIVALS:
        return jsonify(error={"type": "invalid_request_error", "message": f"No such festival: {festival_id}"}), 404
    return jsonify(FESTIVALS[festival_id])
`,
    "run.py": `import os

from festival.app import app

app.run(port=int(os.environ.get("PORT", "5000")))
`,
    ".env": "API=http://localhost:PORT_OF_api/v1\nFESTIVAL_ID=fes_77f0\n",
    "festival.http": `### the festival of the leaflet
# @name leaflet
GET {{$dotenv API}}/festivals/{{$dotenv FESTIVAL_ID}}
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "flask" }],
  ask: ["festival.http#leaflet"],
  facts: ["GET /v1/festivals 200", "GET /v1/festivals/fes_77f0 404", "GET /v1/festivals/fes_81c4 200"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: ".env", text: "FESTIVAL_ID=fes_77f0" }],
  },
};

/** Lanterns in the sky. */
export const skyLanterns: readonly Scenario[] = [wish, festival];
