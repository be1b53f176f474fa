import type { Scenario } from "../../scenario.ts";

const transactions: Scenario = {
  name: "transactions-of-a-fuel-card",
  files: {
    "README.md": `# Fuel cards

Fetches last month's transactions of our cards from Tankring and writes them to the ledger.

    python -m fuel 2026-10

Tankring gave us \`docs/tankring.md\` and nothing more; their support answers on weekdays.
`,
    "pyproject.toml": `[project]
name = "fuel"
version = "1.4.0"
requires-python = ">=3.11"
dependencies = []
`,
    "fuel/__init__.py": "",
    "fuel/__main__.py": `import sys

from fuel.tankring import Tankring
from fuel.ledger import book

client = Tankring.from_environment()
for card in ("7008-114", "7008-120"):
    for transaction in client.transactions(card, month=sys.argv[1]):
        book(transaction)
`,
    "fuel/tankring.py": `import json
import os
from urllib.parse import quote, urlencode
from urllib.request import Request, urlopen


class Tankring:
    def __init__(self, base):
        self.base = base.rstrip("/")

    @classmethod
    def from_environment(cls):
        return cls(os.environ["TANKRING_URL"])

    def card(self, number):
        return self._get(f"/cards/{quote(number)}")

    def transactions(self, number, *, month):
        return self._get(f"/cards/{quote(number)}/transactions?{urlencode({'month': month})}")["items"]

    def _get(self, path):
        request = Request(self.base + path, headers={"Accept": "application/json"})
        with urlopen(request, timeout=20) as response:
            return json.load(response)
`,
    "fuel/ledger.py": `from decimal import Decimal


def book(transaction):
    print(transaction["at"], Decimal(transaction["amount"]), transaction["station"], sep=";")
`,
    ".env.example": "TANKRING_URL=http://localhost:PORT_OF_partner/partner/v2\n",
    "docs/tankring.md": `# Tankring partner interface

Base: \`/partner/v2\`. Access by network, no key.

| request | answer |
| --- | --- |
| \`GET /cards/{number}\` | state and limit of a card |
| \`GET /cards/{number}/transactions?month=YYYY-MM\` | transactions of a month, \`items\` |
`,
    "tankring.http": `@tankring = http://localhost:PORT_OF_partner/partner/v2

### a card
GET {{tankring}}/cards/7008-114
Accept: application/json

### October
# @name october
GET {{tankring}}/cards/7008-114/transactions?month=2026-10
Accept: application/json
`,
  },
  deployed: {
    "partner.py": `import os

from aiohttp import web


async def answer(request):
    return web.json_response({"title": "Not Found", "status": 404, "traceId": "a41c07"}, status=404)


app = web.Application()
app.router.add_route("*", "/{anything:.*}", answer)
web.run_app(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
  },
  servers: [{ name: "partner", entry: "deployed:partner.py", needs: "aiohttp" }],
  ask: ["tankring.http#october"],
  facts: [
    "GET /partner/v2/cards/7008-114/transactions?month=2026-10 404",
    "GET /partner/v2/cards/7008-114 404",
    "GET /partner/v1/cards/7008-114 404",
    "GET / 404",
    "GET /nothing 404",
  ],
  truth: { outcome: "not-found", kinds: [] },
};

/** Fuel cards of a company's cars, at a partner whose code nobody here has. */
export const fuelCards: readonly Scenario[] = [transactions];
