import type { Scenario } from "../../scenario.ts";

const pandas: Scenario = {
  name: "invoice-lines-out-of-a-spreadsheet",
  files: {
    "requirements.txt": "flask\npandas\nrequests\n",
    "invoices/__init__.py": "",
    "invoices/api.py": `import os

from flask import Flask, abort

api = Flask(__name__)
INVOICES = {1042: {"total": 311.5}, 1043: {"total": 20.0}}


@api.get("/invoices")
def invoices():
    return [{"id": number} for number in INVOICES]


@api.get("/invoices/<int:number>")
def invoice(number):
    return INVOICES.get(number) or abort(404)


if __name__ == "__main__":
    api.run(port=int(os.environ.get("PORT", "5000")))
`,
    "reconcile/run.py": `import pandas as pd
import requests

BASE = "http://localhost:PORT_OF_api"

payments = pd.read_csv("reconcile/payments.csv")
for _, payment in payments.iterrows():
    reply = requests.get(f"{BASE}/invoices/{payment['invoice']}", timeout=5)
    print(payment["payer"], reply.status_code)
`,
    "reconcile/payments.csv": `payer,invoice,amount
Adler,1042,311.5
Brand,,15
Conti,1043,20
`,
    "reconcile/output.txt": `Adler 404
Conti 404
`,
    "reconcile/first.http": `### what the script asks for, from the access log
# @name adler
GET http://localhost:PORT_OF_api/invoices/1042.0
`,
  },
  servers: [{ name: "api", entry: "invoices/api.py", needs: "flask" }],
  ask: ["reconcile/first.http#adler"],
  facts: ["GET /invoices/1042.0 404", "GET /invoices/1042 200", "GET /invoices 200", "GET /invoices/9 404"],
  truth: {
    outcome: "not-found",
    kinds: ["id-format"],
    links: [
      { file: "invoices/api.py", text: "<int:number>" },
      { file: "reconcile/first.http", text: "1042.0" },
      { file: "reconcile/run.py", text: "payment['invoice']" },
    ],
    fixes: [{ url: "/invoices/1042" }],
  },
};

const day: Scenario = {
  name: "menu-of-the-fifth-of-february",
  files: {
    "requirements.txt": "aiohttp\n",
    "kitchen/__init__.py": "",
    "kitchen/menus.py": `from aiohttp import web

MENUS = {"2031-02-04": ["barley soup"], "2031-02-05": ["dumplings", "plums"]}
menus = web.RouteTableDef()


@menus.get("/menus")
async def days(request):
    return web.json_response(sorted(MENUS))


@menus.get(r"/menus/{day:\\d{4}-\\d\\d-\\d\\d}")
async def menu(request):
    day = request.match_info["day"]
    if day not in MENUS:
        raise web.HTTPNotFound(reason="Closed")
    return web.json_response(MENUS[day])
`,
    "main.py": `import os

from aiohttp import web

from kitchen.menus import menus

app = web.Application()
app.add_routes(menus)

if __name__ == "__main__":
    web.run_app(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
    "sign/sign.js": `const day = new Date(2031, 1, 5).toLocaleDateString("de-AT", { day: "2-digit", month: "2-digit", year: "numeric" });

fetch(\`http://localhost:PORT_OF_kitchen/menus/\${day}\`).then((reply) => reply.json()).then(console.log);
`,
    "sign/sign.http": `### what the sign at the door asks
# @name sign
GET http://localhost:PORT_OF_kitchen/menus/05.02.2031
`,
  },
  servers: [{ name: "kitchen", entry: "main.py", needs: "aiohttp" }],
  ask: ["sign/sign.http#sign"],
  facts: ["GET /menus/05.02.2031 404", "GET /menus/2031-02-05 200", "GET /menus 200", "GET /menus/2031-01-01 404"],
  truth: {
    outcome: "not-found",
    kinds: ["id-format"],
    links: [
      { file: "kitchen/menus.py", text: "@menus.get(r" },
      { file: "sign/sign.http", text: "05.02.2031" },
      { file: "sign/sign.js", text: "toLocaleDateString" },
    ],
    fixes: [{ url: "/menus/2031-02-05" }],
  },
};

const plus: Scenario = {
  name: "tag-with-two-words",
  files: {
    "requirements.txt": "flask\n",
    "junk/__init__.py": "",
    "junk/shop.py": `import os

from flask import Flask, jsonify

shop = Flask("junk")
TAGS = {"clocks": [3, 8], "jam jars": [4], "toy trains": [1, 9]}


@shop.get("/tags")
def tags():
    return jsonify(list(TAGS))


@shop.get("/tags/<tag>")
def tag(tag):
    if tag not in TAGS:
        return jsonify(error="nobody has tagged anything like that"), 404
    return jsonify(items=TAGS[tag])


if __name__ == "__main__":
    shop.run(port=int(os.environ.get("PORT", "5000")))
`,
    "bot/answer.py": `from urllib.parse import quote_plus

import httpx


def items(tag: str) -> list[int]:
    reply = httpx.get(f"http://localhost:PORT_OF_junk/tags/{quote_plus(tag)}")
    reply.raise_for_status()
    return reply.json()["items"]
`,
    "bot/bot.log": `12:00:31 GET http://localhost:PORT_OF_junk/tags/clocks "HTTP/1.1 200 OK"
12:04:07 GET http://localhost:PORT_OF_junk/tags/jam+jars "HTTP/1.1 404 NOT FOUND"
`,
  },
  servers: [{ name: "junk", entry: "junk/shop.py", needs: "flask" }],
  ask: ["--url", "http://localhost:PORT_OF_junk/tags/jam+jars"],
  facts: ["GET /tags/jam+jars 404", "GET /tags/jam%20jars 200", "GET /tags/clocks 200", "GET /tags/none 404"],
  truth: {
    outcome: "not-found",
    kinds: ["id-encoding"],
    links: [
      { file: "bot/answer.py", text: "quote_plus(tag)" },
      { file: "junk/shop.py", text: '@shop.get("/tags/<tag>")' },
      { file: "junk/shop.py", text: "def tag(tag)" },
    ],
    fixes: [{ url: "/tags/jam%20jars" }],
  },
};

const ean: Scenario = {
  name: "barcode-that-went-through-excel",
  files: {
    "requirements.txt": "flask\n",
    "till.py": `import os

from flask import Flask

app = Flask(__name__)
ARTICLES = {"4006381333931": "Pencil", "4006381333948": "Eraser", "9780201379624": "Book"}


@app.get("/articles")
def articles():
    return {"articles": [{"ean": ean, "name": name} for ean, name in ARTICLES.items()]}


@app.get("/articles/<ean>")
def article(ean):
    name = ARTICLES.get(ean)
    return ({"ean": ean, "name": name}, 200) if name else ({"error": "unknown article"}, 404)


app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "stocktake/list.csv": `ean;counted
4,00638E+12;31
9,7802E+12;2
`,
    "stocktake/check.http": `@till = http://localhost:PORT_OF_till

### the second line of the list
# @name second
GET {{till}}/articles/9.7802E+12
`,
  },
  servers: [{ name: "till", entry: "till.py", needs: "flask" }],
  ask: ["stocktake/check.http#second"],
  facts: ["GET /articles/9.7802E+12 404", "GET /articles/9780201379624 200", "GET /articles 200"],
  truth: {
    outcome: "not-found",
    kinds: ["precision-loss", "id-format"],
    links: [
      { file: "stocktake/check.http", text: "9.7802E+12" },
      { file: "stocktake/list.csv", text: "9,7802E+12" },
      { file: "till.py", text: '@app.get("/articles/<ean>")' },
      { file: "till.py", text: "def article(ean)" },
    ],
  },
};

/** Identifiers as they come out of spreadsheets, signs and logs. */
export const spreadsheetIds: readonly Scenario[] = [pandas, day, plus, ean];
