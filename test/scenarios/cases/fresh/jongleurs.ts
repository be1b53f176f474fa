import type { Scenario } from "../../scenario.ts";

const nobody: Scenario = {
  name: "jongleur-that-nobody-knows",
  files: {
    "package.json": `{ "name": "jongleurs", "type": "module", "dependencies": { "next": "^16.0.0", "react": "^19.0.0", "react-dom": "^19.0.0" } }
`,
    ".gitignore": `.next
`,
    "server.mjs": `import { createServer } from "node:http";
import next from "next";

const app = next({ dev: true, dir: import.meta.dirname });
await app.prepare();
const handle = app.getRequestHandler();
createServer((request, response) => handle(request, response)).listen(process.env.PORT ?? 3000);
`,
    "app/layout.jsx": `export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
`,
    "app/page.jsx": `export default function Page() {
  return <h1>Jongleurs</h1>;
}
`,
    "app/api/jongleurs/route.js": `import { all } from "./store.js";

export async function GET() {
  return Response.json({ jongleurs: all() });
}
`,
    "app/api/jongleurs/store.js": `const jongleurs = [
  { id: "j-1", name: "Guilhem" },
  { id: "j-2", name: "Azalais" },
];

export const all = () => jongleurs;
export const byId = (id) => jongleurs.find((one) => one.id === id);
`,
    "app/api/jongleurs/[id]/route.js": `import { byId } from "../store.js";

export async function GET(_request, { params }) {
  const { id } = await params;
  const jongleur = byId(id);
  return jongleur ? Response.json(jongleur) : Response.json({ message: \`No jongleur \${id}\` }, { status: 404 });
}
`,
    "jongleurs.http": `@site = http://localhost:PORT_OF_site

GET {{site}}/api/jongleurs

###
# @name ninth
GET {{site}}/api/jongleurs/j-9
`,
  },
  servers: [{ name: "site", entry: "server.mjs" }],
  before: ["GET /api/jongleurs 200", "GET /api/jongleurs/j-0 404"],
  ask: ["jongleurs.http#ninth"],
  facts: ["GET /api/jongleurs 200", "GET /api/jongleurs/j-9 404", "GET /api/jongleurs/j-2 200", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "app/api/jongleurs/[id]/route.js", text: "export async function GET" }],
  },
};

/** A jongleur's page on Next.js that nobody wrote. */
export const jongleurs: readonly Scenario[] = [nobody];
