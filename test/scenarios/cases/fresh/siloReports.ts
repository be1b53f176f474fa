import type { Scenario } from "../../scenario.ts";

const report: Scenario = {
  name: "report-of-a-silo",
  files: {
    "package.json": `{ "name": "silo-reports", "private": true, "type": "module", "dependencies": { "next": "^16.0.0", "react": "^19.0.0", "react-dom": "^19.0.0" } }
`,
    "serve.mjs": `import { createServer } from "node:http";
import next from "next";

const app = next({ dev: true, dir: import.meta.dirname });
await app.prepare();
createServer(app.getRequestHandler()).listen(process.env.PORT ?? 3000);
`,
    ".gitignore": `.next
node_modules
`,
    "app/layout.jsx": `export const metadata = { title: "Silos" };

export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
`,
    "app/page.jsx": `export default function Silos() {
  return <h1>Silos</h1>;
}
`,
    "app/api/silos/route.js": `import { silos } from "../../../lib/silos";

export function GET() {
  return Response.json(silos.map(({ no }) => no));
}
`,
    "app/api/silos/[no]/fill/routes.js": `import { silos } from "../../../../../lib/silos";

export async function GET(request, { params }) {
  const { no } = await params;
  const silo = silos.find((silo) => silo.no === no);
  return silo ? Response.json({ fill: silo.fill }) : Response.json({ error: "no silo" }, { status: 404 });
}
`,
    "lib/silos.js": `export const silos = [
  { no: "1", fill: 0.71 },
  { no: "2", fill: 0.18 },
];
`,
    "silos.http": `@farm = http://localhost:PORT_OF_farm

### silos
GET {{farm}}/api/silos

### how full
# @name fill
GET {{farm}}/api/silos/2/fill
`,
  },
  servers: [{ name: "farm", entry: "serve.mjs", env: { NEXT_TELEMETRY_DISABLED: "1" } }],
  before: ["GET /api/silos 200", "GET /api/silos/2/fill 404"],
  ask: ["silos.http#fill"],
  facts: ["GET /api/silos 200", "GET /api/silos/2/fill 404"],
  truth: {
    outcome: "not-found",
    kinds: ["not-registered"],
    links: [
      { file: "app/api/silos/[no]/fill/routes.js", text: "export async function GET" },
      { file: "app/api/silos/[no]/fill/routes.js", text: "import { silos }" },
    ],
  },
};

/** Of the silos. */
export const siloReports: readonly Scenario[] = [report];
