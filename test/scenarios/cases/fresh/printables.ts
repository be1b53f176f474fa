import type { Scenario } from "../../scenario.ts";

const model: Scenario = {
  name: "model-for-a-printer",
  files: {
    "README.md": `# Printables

Store of models for the 3D printers in the makerspace. Keys look like paths because the old share was sorted by month.
`,
    "server/requirements.txt": "fastapi==0.92.0\nuvicorn==0.17.6\n",
    "server/main.py": `import os

import uvicorn
from fastapi import FastAPI

from printables.routes import router

app = FastAPI(title="Printables", docs_url=None, redoc_url=None)
app.include_router(router, prefix="/api")

if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "server/printables/__init__.py": "",
    "server/printables/routes.py": `from fastapi import APIRouter, Depends, HTTPException

from printables.store import Store, get_store

router = APIRouter()


@router.get("/models")
def list_models(store: Store = Depends(get_store)):
    return {"items": [{"key": key, "grams": model.grams} for key, model in store.items()]}


@router.get("/models/{key}")
def read_model(key: str, store: Store = Depends(get_store)):
    model = store.get(key)
    if model is None:
        raise HTTPException(status_code=404, detail=f"Model {key} does not exist")
    return {"key": key, "grams": model.grams, "material": model.material}


@router.get("/printers")
def list_printers():
    return {"items": [{"name": "ender-1"}, {"name": "prusa-2"}]}
`,
    "server/printables/store.py": `from typing import NamedTuple


class Model(NamedTuple):
    grams: int
    material: str


class Store(dict):
    pass


_store = Store(
    {
        "benchy.stl": Model(12, "PLA"),
        "2026/11/spool-holder.stl": Model(84, "PETG"),
        "2026/10/hinge.3mf": Model(9, "ABS"),
    }
)


def get_store() -> Store:
    return _store
`,
    "client/src/models.ts": `const base = import.meta.env.VITE_API_URL ?? "/api";

export interface PrintableModel {
  key: string;
  grams: number;
  material: string;
}

export async function readModel(key: string): Promise<PrintableModel> {
  const response = await fetch(\`\${base}/models/\${encodeURIComponent(key)}\`);
  if (!response.ok) {
    throw new Error(\`Could not read \${key}: \${response.status}\`);
  }
  return response.json();
}
`,
    "client/package.json": `{ "name": "printables-client", "private": true, "type": "module", "devDependencies": { "vite": "^6.0.0" } }
`,
    "printables.http": `@api = http://localhost:PORT_OF_api/api

### all models
GET {{api}}/models

### the boat everybody prints first
GET {{api}}/models/benchy.stl

### spool holder, as the page asks for it
# @name spool
GET {{api}}/models/2026%2F11%2Fspool-holder.stl
Accept: application/json
`,
  },
  servers: [{ name: "api", entry: "server/main.py", needs: "fastapi" }],
  ask: ["printables.http#spool"],
  facts: [
    "GET /api/models 200",
    "GET /api/models/benchy.stl 200",
    "GET /api/models/2026%2F11%2Fspool-holder.stl 404",
    "GET /api/models/2026/11/spool-holder.stl 404",
    "GET /api/models/2026%252F11%252Fspool-holder.stl 404",
    "GET /api/models/none.stl 404",
    "GET /none 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["id-encoding"],
    links: [
      { file: "server/printables/routes.py", text: '@router.get("/models/{key}")' },
      { file: "server/printables/routes.py", text: "def read_model(" },
    ],
    fixes: [{ kind: "edit-route" }],
  },
};

/** A makerspace and the models for its printers. */
export const printables: readonly Scenario[] = [model];
