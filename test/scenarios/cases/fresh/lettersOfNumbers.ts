import type { Scenario } from "../../scenario.ts";

const archive: Scenario = {
  name: "branch-of-a-document-store",
  files: {
    "package.json": `{ "name": "branches", "private": true, "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "server/app.js": `import express from "express";

const branches = new Map([
  ["main", { head: "9c1f" }],
  ["letters/2026", { head: "41ab" }],
]);
const app = express();

app.get("/branches", (req, res) => {
  res.json([...branches.keys()]);
});

app.get("/branches/:name/head", (req, res) => {
  const branch = branches.get(req.params.name);
  if (!branch) return res.status(404).json({ error: "unknown branch" });
  res.json(branch);
});

app.listen(process.env.PORT || 3000);
`,
    "etc/httpd/store.conf": `<VirtualHost *:80>
  ServerName store.example

  ProxyPass        / http://127.0.0.1:PORT_OF_app/
  ProxyPassReverse / http://127.0.0.1:PORT_OF_app/
</VirtualHost>
`,
    "README.md": `# Document store

- behind Apache: http://localhost:PORT_OF_web
- alone: http://localhost:PORT_OF_app
`,
    "store.http": `@store = http://localhost:PORT_OF_web

### plain
GET {{store}}/branches/main/head

### letters
# @name letters
GET {{store}}/branches/letters%2F2026/head
`,
  },
  deployed: {
    "httpd.mjs": `import { createServer, request } from "node:http";

const name = "Apache/2.4.62 (Debian)";
const page = \`<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">
<html><head>
<title>404 Not Found</title>
</head><body>
<h1>Not Found</h1>
<p>The requested URL was not found on this server.</p>
<hr>
<address>\${name} Server at store.example Port 80</address>
</body></html>
\`;

createServer((incoming, outgoing) => {
  if (/%2f/i.test(incoming.url ?? "")) {
    outgoing.writeHead(404, { server: name, "content-type": "text/html; charset=iso-8859-1" }).end(page);
    return;
  }
  const { url: path, method, headers } = incoming;
  const upstream = request({ host: "localhost", port: process.env.APP, method, path, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, { ...answer.headers, server: name });
    answer.pipe(outgoing);
  });
  incoming.pipe(upstream);
}).listen(process.env.PORT);
`,
  },
  servers: [
    { name: "app", entry: "server/app.js" },
    { name: "web", entry: "deployed:httpd.mjs", env: { APP: "PORT_OF_app" }, passesOn: true },
  ],
  ask: ["store.http#letters"],
  facts: [
    "web:GET /branches/main/head 200",
    "web:GET /branches/letters%2F2026/head 404",
    "app:GET /branches/letters%2F2026/head 200",
    "web:GET /branches/letters/2026/head 404",
    "web:GET /branches/x/head 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["id-encoding"],
    links: [
      { file: "etc/httpd/store.conf", text: "ProxyPass        " },
      { file: "store.http", text: "letters%2F2026" },
      { file: "server/app.js", text: '"/branches/:name/head"' },
    ],
    fixes: [{ kind: "edit-rewrite" }],
  },
};

const invoices: Scenario = {
  name: "invoice-without-its-letters",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "billing/__init__.py": "",
    "billing/numbers.py": `def number(year: int, count: int) -> str:
    return f"INV-{year}-{count:04d}"
`,
    "billing/api.py": `from fastapi import FastAPI, HTTPException

from billing.numbers import number

app = FastAPI()
INVOICES = {number(2026, n): {"total": n * 12.5} for n in range(1, 6)}


@app.get("/invoices")
async def list_invoices():
    return {"numbers": list(INVOICES)}


@app.get("/invoices/{invoice_number}")
async def get_invoice(invoice_number: str):
    try:
        return INVOICES[invoice_number]
    except KeyError:
        raise HTTPException(status_code=404, detail="Invoice not found") from None
`,
    "main.py": `import os

import uvicorn

from billing.api import app

uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "invoices.http": `@billing = http://localhost:PORT_OF_api
@invoice = 2026-0003

###
GET {{billing}}/invoices

###
# @name third
GET {{billing}}/invoices/{{invoice}}
`,
  },
  servers: [{ name: "api", entry: "main.py", needs: "fastapi" }],
  ask: ["invoices.http#third"],
  facts: ["GET /invoices 200", "GET /invoices/2026-0003 404", "GET /invoices/INV-2026-0003 200"],
  truth: {
    outcome: "not-found",
    kinds: ["id-format"],
    links: [
      { file: "invoices.http", text: "@invoice" },
      { file: "billing/numbers.py", text: "INV-" },
      { file: "billing/api.py", text: '"/invoices/{invoice_number}"' },
    ],
    fixes: [{ url: "/invoices/INV-2026-0003" }],
  },
};

/** A branch whose slash Apache does not let through, an invoice without the letters before its number. */
export const lettersOfNumbers: readonly Scenario[] = [archive, invoices];
