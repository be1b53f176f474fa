import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { lines, readTable, showTable } from "../workspace.ts";

describe("files that stay unread", () => {
  it("are those of Python that name neither lists of URLs nor settings and that nothing imports", async () => {
    const table = await readTable({
      "shop/settings/base.py": `ROOT_URLCONF = "shop.places"`,
      "shop/settings/local.py": "from .base import *\nDEBUG = True\n",
      "shop/places.py": "from shop.more import *\n",
      "shop/more.py": `from django.urls import path
from shop import views
urlpatterns = [path("orders/", views.orders)]
`,
      "shop/views.py": "def orders(request): ...\n",
      "shop/models.py": "from shop.money import Amount\nclass Order: ...\n",
      "shop/money.py": "class Amount: ...\n",
    });
    assert.equal(showTable(table), lines("ANY /orders/ shop/more.py:3 -> shop/views.py:1"));
    assert.equal(table.stats.parsed, 4);
  });
});
