import type { Scenario } from "../../scenario.ts";

const layered = {
  "pyproject.toml": '[project]\nname = "fittings"\nversion = "1.0.0"\ndependencies = ["fastapi", "uvicorn"]\n',
  "run.py": `import os

import uvicorn

uvicorn.run("fittings.main:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
  "fittings/__init__.py": "",
  "fittings/main.py": `from fastapi import FastAPI

from fittings.api.routes import router

app = FastAPI(title="Fittings")
app.include_router(router, prefix="/api")
`,
  "fittings/api/__init__.py": "",
  "fittings/infrastructure/__init__.py": "",
  "fittings/infrastructure/database.py": `import sqlite3
from pathlib import Path

HERE = Path(__file__).parent


def connect():
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    connection.row_factory = sqlite3.Row
    connection.executescript((HERE / "schema.sql").read_text())
    connection.executescript((HERE / "seed.sql").read_text())
    return connection


connection = connect()
`,
  "fittings/infrastructure/schema.sql": `CREATE TABLE fittings (
  id INTEGER PRIMARY KEY,
  garment TEXT NOT NULL,
  tailor_id INTEGER NOT NULL,
  deleted_at TEXT
);
`,
  "fittings/infrastructure/seed.sql": `INSERT INTO fittings (id, garment, tailor_id, deleted_at) VALUES (801, 'dinner jacket', 1, NULL);
INSERT INTO fittings (id, garment, tailor_id, deleted_at) VALUES (802, 'wedding dress', 2, NULL);
INSERT INTO fittings (id, garment, tailor_id, deleted_at) VALUES (803, 'waistcoat', 1, '2026-03-02T10:00:00Z');
`,
  "fittings/domain/__init__.py": "",
};

const waistcoat: Scenario = {
  name: "fitting-of-a-waistcoat",
  files: {
    ...layered,
    "fittings/api/routes.py": `from fastapi import APIRouter, HTTPException

from fittings.domain.service import FittingService

router = APIRouter(prefix="/fittings")
service = FittingService()


@router.get("/{fitting_id}")
def read_fitting(fitting_id: int):
    fitting = service.get(fitting_id)
    if fitting is None:
        raise HTTPException(status_code=404, detail="Fitting not found")
    return fitting
`,
    "fittings/domain/service.py": `from fittings.infrastructure.repository import FittingRepository


class FittingService:
    def __init__(self):
        self.fittings = FittingRepository()

    def get(self, fitting_id):
        return self.fittings.find(fitting_id)
`,
    "fittings/infrastructure/repository.py": `from fittings.infrastructure.database import connection


class FittingRepository:
    def find(self, fitting_id):
        row = connection.execute(
            "SELECT id, garment FROM fittings WHERE id = ? AND deleted_at IS NULL", (fitting_id,)
        ).fetchone()
        return dict(row) if row else None
`,
    "fittings.http": `@api = http://localhost:PORT_OF_api/api

### jacket
GET {{api}}/fittings/801

### waistcoat
# @name waistcoat
GET {{api}}/fittings/803
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "fastapi" }],
  ask: ["fittings.http#waistcoat"],
  facts: ["GET /api/fittings/801 200", "GET /api/fittings/803 404", "GET /api/fittings/999 404"],
  truth: {
    outcome: "not-found",
    kinds: ["deleted"],
    links: [
      { file: "fittings/infrastructure/seed.sql", text: "(803, 'waistcoat'" },
      { file: "fittings/infrastructure/repository.py", text: "deleted_at IS NULL" },
    ],
  },
};

const dress: Scenario = {
  name: "fitting-of-a-wedding-dress",
  files: {
    ...layered,
    "fittings/api/routes.py": `from fastapi import APIRouter, Depends, HTTPException

from fittings.api.identity import Tailor, signed_in_tailor
from fittings.domain.service import FittingService

router = APIRouter(prefix="/fittings")


@router.get("/{fitting_id}")
def read_fitting(fitting_id: int, tailor: Tailor = Depends(signed_in_tailor), service: FittingService = Depends()):
    fitting = service.get_for(tailor, fitting_id)
    if fitting is None:
        raise HTTPException(status_code=404, detail="Fitting not found")
    return fitting
`,
    "fittings/api/identity.py": `from dataclasses import dataclass

from fastapi import Header, HTTPException


@dataclass
class Tailor:
    id: int
    name: str


TAILORS = {"t-one-3f": Tailor(1, "Berta"), "t-two-8d": Tailor(2, "Kofi")}


def signed_in_tailor(x_token: str = Header("")):
    if x_token not in TAILORS:
        raise HTTPException(status_code=401, detail="Unknown token")
    return TAILORS[x_token]
`,
    "fittings/domain/service.py": `from fittings.infrastructure.repository import FittingRepository


class FittingService:
    def __init__(self):
        self.fittings = FittingRepository()

    def get_for(self, tailor, fitting_id):
        return self.fittings.find_owned(fitting_id, tailor.id)
`,
    "fittings/infrastructure/repository.py": `from fittings.infrastructure.database import connection


class FittingRepository:
    def find_owned(self, fitting_id, tailor_id):
        row = connection.execute(
            "SELECT id, garment FROM fittings WHERE id = ? AND tailor_id = ?",
            (fitting_id, tailor_id),
        ).fetchone()
        return dict(row) if row else None
`,
    "fittings.http": `@api = http://localhost:PORT_OF_api/api

### jacket
GET {{api}}/fittings/801
X-Token: t-one-3f

### dress
# @name dress
GET {{api}}/fittings/802
X-Token: t-one-3f
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "fastapi" }],
  ask: ["fittings.http#dress"],
  facts: [
    "GET /api/fittings/801 200 | X-Token: t-one-3f",
    "GET /api/fittings/802 404 | X-Token: t-one-3f",
    "GET /api/fittings/802 200 | X-Token: t-two-8d",
    "GET /api/fittings/999 404 | X-Token: t-one-3f",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-resource"],
    links: [
      { file: "fittings/infrastructure/repository.py", text: "AND tailor_id = ?" },
      { file: "fittings/infrastructure/seed.sql", text: "(802, 'wedding dress'" },
      { file: "fittings/domain/service.py", text: "find_owned(fitting_id, tailor.id)" },
    ],
  },
  credentials: [
    { value: "t-one-3f", servers: ["api"] },
    { value: "t-two-8d", servers: [] },
  ],
};

const coat: Scenario = {
  name: "fitting-of-a-coat",
  files: {
    ...waistcoat.files,
    "fittings.http": `@api = http://localhost:PORT_OF_api/api

### jacket
GET {{api}}/fittings/801

### coat
# @name coat
GET {{api}}/fittings/877
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "fastapi" }],
  ask: ["fittings.http#coat"],
  facts: ["GET /api/fittings/801 200", "GET /api/fittings/877 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "fittings/api/routes.py", text: '@router.get("/{fitting_id}")' }],
  },
};

/** At the tailor's. */
export const tailorShop: readonly Scenario[] = [waistcoat, dress, coat];
