import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

const groups = 60;

/** One Express router with its mount-worthy set of routes and handlers that do what handlers do. */
function expressRouter(at: number): string {
  const handler = (name: string) => `
async function ${name}(req, res, next) {
  try {
    const limit = Math.min(Number(req.query.limit ?? 20), 100);
    const rows = await repository.find({ tenant: req.tenant.id, limit, cursor: req.query.cursor ?? null });
    if (rows.length === 0 && req.params.id !== undefined) return res.status(404).json({ error: "not found" });
    res.json({ rows, next: rows.length === limit ? rows.at(-1).id : null });
  } catch (error) {
    next(error);
  }
}`;
  const names = ["listAll", "showOne", "createOne", "replaceOne", "changeOne", "removeOne"];
  return `const express = require("express");
const { repository } = require("../stores/store${at}");
const { allow } = require("../policies");
const router = express.Router({ mergeParams: true });
${names.map(handler).join("\n")}

router.get("/", allow("read"), listAll);
router.post("/", allow("write"), createOne);
router.get("/:id", allow("read"), showOne);
router.put("/:id", allow("write"), replaceOne);
router.patch("/:id", allow("write"), changeOne);
router.delete("/:id", allow("write"), removeOne);
module.exports = router;
`;
}

/** Source that has nothing to do with routes, as most of a workspace has. */
function ordinary(at: number): string {
  const piece = (part: number) => `
/** Computes the ${part}th share of a total in minor units, the rest going to the first. */
export function share${part}(total: number, parts: readonly number[]): readonly number[] {
  const sum = parts.reduce((all, part) => all + part, 0);
  const shares = parts.map((each) => Math.floor((total * each) / sum));
  const rest = total - shares.reduce((all, each) => all + each, 0);
  return shares.map((each, index) => (index === 0 ? each + rest : each));
}`;
  return `import { tax${at % 7} } from "./tax.ts";\n${Array.from({ length: 12 }, (_, part) => piece(part)).join("\n")}\nexport const rate = tax${at % 7};\n`;
}

function pythonRouter(at: number): string {
  return `from fastapi import APIRouter, HTTPException
from .models import Book${at}

router = APIRouter(prefix="/books${at}", tags=["books"])


@router.get("/")
async def list_books(limit: int = 20, cursor: str | None = None):
    return await Book${at}.find(limit=limit, cursor=cursor)


@router.get("/{book_id}")
async def show_book(book_id: int):
    book = await Book${at}.get(book_id)
    if book is None:
        raise HTTPException(status_code=404)
    return book


@router.delete("/{book_id}", status_code=204)
async def remove_book(book_id: int):
    await Book${at}.remove(book_id)
`;
}

/** Writes a workspace of two services and much that is neither, and gives every file with its text. */
export async function writeWorkspace(root: string): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  const numbers = Array.from({ length: groups }, (_, at) => at);
  files.set("package.json", `{ "name": "shop", "dependencies": { "express": "^5.0.0" } }`);
  files.set(
    "web/app.js",
    `const express = require("express");\nconst app = express();\n${numbers
      .map((at) => `app.use("/api/v1/orders${at}", require("./routes/orders${at}"));`)
      .join("\n")}\nmodule.exports = app;\n`,
  );
  files.set(
    "books/main.py",
    `from fastapi import FastAPI\n${numbers.map((at) => `from .books${at} import router as router${at}`).join("\n")}\n\napp = FastAPI()\n${numbers
      .map((at) => `app.include_router(router${at}, prefix="/api")`)
      .join("\n")}\n`,
  );
  files.set("books/__init__.py", "");
  for (const at of numbers) {
    files.set(`web/routes/orders${at}.js`, expressRouter(at));
    files.set(`books/books${at}.py`, pythonRouter(at));
    for (let part = 0; part < 6; part++) files.set(`shares/module${at}/part${part}.ts`, ordinary(at + part));
  }
  for (const [file, text] of files) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
  return files;
}
