import type { Scenario } from "../../scenario.ts";

const routes = (word: string) => `from fastapi import APIRouter, HTTPException

router = APIRouter(prefix="/api/customers")
BOOK = {"c-20": [{"number": 5101, "total": 84.5}], "c-31": []}


@router.get("")
def customers():
    return sorted(BOOK)


@router.get("/{customer}/${word}")
def ${word}(customer: str):
    if customer not in BOOK:
        raise HTTPException(404, "no such customer")
    return BOOK[customer]
`;
const main = `import os

import uvicorn
from fastapi import FastAPI

from laundry.customers import router

app = FastAPI(title="Laundry")
app.include_router(router)

if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`;
const fake = `from fastapi import FastAPI

fake = FastAPI()


@fake.get("/api/customers/{customer}/bills")
def bills(customer: str):
    return [{"number": 1, "total": 10}]
`;

const renamed: Scenario = {
  name: "bills-of-a-customer",
  files: {
    "README.md":
      "# Laundry\n\n`tests/fake_laundry.py` stands in for the service where the tests of the till need one.\n",
    "requirements.txt": "fastapi\nuvicorn\npytest\nhttpx\n",
    "main.py": main,
    "laundry/__init__.py": "",
    "laundry/customers.py": routes("invoices"),
    "tests/fake_laundry.py": fake,
    "tests/test_till.py": `from fastapi.testclient import TestClient

from tests.fake_laundry import fake
from till.bills import total_of


def test_total():
    assert total_of(TestClient(fake), "c-1") == 10
`,
    "till/bills.py": `def total_of(client, customer):
    return sum(bill["total"] for bill in client.get(f"/api/customers/{customer}/bills").json())
`,
    "till.http": `@laundry = http://localhost:PORT_OF_api

### customers
GET {{laundry}}/api/customers

### bills, as the till asks
# @name bills
GET {{laundry}}/api/customers/c-20/bills
`,
  },
  history: [
    {
      message: "Customers and their bills",
      files: {
        "README.md": "# Laundry\n",
        "main.py": main,
        "laundry/__init__.py": "",
        "laundry/customers.py": routes("bills"),
        "tests/fake_laundry.py": fake,
      },
    },
  ],
  servers: [{ name: "api", entry: "main.py", needs: "fastapi" }],
  ask: ["till.http#bills"],
  facts: [
    "GET /api/customers 200",
    "GET /api/customers/c-20/bills 404",
    "GET /api/customers/c-20/invoices 200",
    "GET /api/customers/c-99/invoices 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["path-moved"],
    links: [
      { file: "laundry/customers.py", text: '@router.get("/{customer}/invoices")' },
      { file: "till/bills.py", text: "/bills" },
    ],
    fixes: [{ url: "/api/customers/c-20/invoices" }],
  },
};

/** A laundry and what its customers have to pay. */
export const bills: readonly Scenario[] = [renamed];
