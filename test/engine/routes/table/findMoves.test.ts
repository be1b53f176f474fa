import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { FileFacts } from "../../../../src/engine/routes/facts.ts";
import { readFacts } from "../../../../src/engine/routes/reading/readFacts.ts";
import { findMoves } from "../../../../src/engine/routes/table/findMoves.ts";
import { grammars } from "../workspace.ts";

const VIEWS = `from fastapi import APIRouter
from shop import store
router = APIRouter()

@router.get("/orders/{id}")
def show(id: int):
    order = store.find(id)
    return order
`;

async function read(text: string): Promise<FileFacts> {
  await grammars.prepare("python");
  return readFacts("views.py", text, grammars);
}

/** Whether an edit is followed without linking, when nothing looked at any body but that of the module. */
async function isFollowed(from: string, to: string, isLookedAt = false): Promise<boolean> {
  const moves = findMoves(await read(VIEWS), await read(VIEWS.replace(from, to)), () => isLookedAt);
  return moves !== null;
}

describe("the moves of an edit", () => {
  it("leave out what changed in a body that nothing looked at", async () => {
    assert.equal(await isFollowed("    return order", "    note(order)\n    return [each for each in order]"), true);
    assert.equal(await isFollowed("    return order", "    pay = lambda: order.pay()\n    return pay"), true);
    assert.equal(await isFollowed("store.find(id)", "store.find(id, limit(3))"), true);
  });

  it("are none when somebody looked at the body, or the change is outside of it", async () => {
    assert.equal(await isFollowed("    return order", "    note(order)\n    return order", true), false);
    assert.equal(await isFollowed("/orders", "/order"), false);
    assert.equal(await isFollowed("def show(id: int)", "def show(id: int, app)"), false);
    assert.equal(await isFollowed("router = ", "limit(3)\nrouter = "), false);
  });

  it("are none when a body begins to call what may make a router", async () => {
    assert.equal(await isFollowed("    return order", "    inner = APIRouter()\n    return order"), false);
    assert.equal(await isFollowed("    return order", "    return store.Router()"), false);
  });

  it("say where a function below the body went", async () => {
    const after = VIEWS.replace("    return order", "    more = 1\n    return order");
    const moves = findMoves(await read(VIEWS), await read(`# orders\n${after}`), () => false);
    assert.deepEqual(moves?.spots.get("6:1"), [7, 1]);
  });
});
