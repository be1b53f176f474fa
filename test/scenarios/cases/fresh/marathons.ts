import type { Scenario } from "../../scenario.ts";

const nextServer = `import { createServer } from "node:http";
import next from "next";

const app = next({ dev: true, dir: import.meta.dirname });
await app.prepare();
const handle = app.getRequestHandler();
createServer((request, response) => handle(request, response)).listen(process.env.PORT ?? 3000);
`;

const layout = `export const metadata = { title: "Marathon" };

export default function RootLayout({ children }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
`;

const manifest = (name: string) =>
  `{ "name": "${name}", "private": true, "type": "module", "scripts": { "dev": "node server.mjs" }, "dependencies": { "next": "^16.0.0", "react": "^19.0.0", "react-dom": "^19.0.0" } }`;

const session: Scenario = {
  name: "session-of-a-runner",
  files: {
    "package.json": manifest("runners"),
    ".gitignore": ".next\nnode_modules\n",
    "server.mjs": nextServer,
    "next.config.mjs": `/** @type {import("next").NextConfig} */
const config = {
  basePath: "/runners",
  reactStrictMode: true,
};

export default config;
`,
    "app/layout.jsx": layout,
    "app/page.jsx": `import { Who } from "../components/Who.jsx";

export default function Page() {
  return <Who />;
}
`,
    "components/Who.jsx": `"use client";

import { useEffect, useState } from "react";

export function Who() {
  const [who, setWho] = useState(null);
  useEffect(() => {
    fetch("/api/session").then((answer) => answer.json()).then(setWho);
  }, []);
  return <p>{who?.name}</p>;
}
`,
    "app/api/session/route.js": `export function GET() {
  return Response.json({ name: "Iris", bib: 2041 });
}
`,
    "session.http": `@web = http://localhost:PORT_OF_web

### what the page asks for
# @name session
GET {{web}}/api/session
Accept: application/json
`,
  },
  servers: [{ name: "web", entry: "server.mjs", env: { NEXT_TELEMETRY_DISABLED: "1" } }],
  before: ["GET /runners/api/session 200", "GET /api/session 404"],
  ask: ["session.http#session"],
  facts: ["GET /runners/api/session 200", "GET /api/session 404"],
  truth: {
    outcome: "not-found",
    kinds: ["base-path"],
    links: [
      { file: "next.config.mjs", text: 'basePath: "/runners"' },
      { file: "app/api/session/route.js", text: "export function GET()" },
      { file: "components/Who.jsx", text: 'fetch("/api/session")' },
    ],
    fixes: [{ url: "/runners/api/session" }],
  },
};

const splits: Scenario = {
  name: "split-times-of-a-race",
  files: {
    "package.json": manifest("race"),
    ".gitignore": ".next\nnode_modules\n",
    "server.mjs": nextServer,
    "proxy.js": `import { NextResponse } from "next/server";

const LOCALES = ["en", "nl"];

export function proxy(request) {
  const { pathname } = request.nextUrl;
  if (LOCALES.some((locale) => pathname === \`/\${locale}\` || pathname.startsWith(\`/\${locale}/\`))) {
    return NextResponse.next();
  }
  const locale = request.headers.get("accept-language")?.startsWith("nl") ? "nl" : "en";
  return NextResponse.redirect(new URL(\`/\${locale}\${pathname}\`, request.url));
}

export const config = { matcher: ["/((?!_next|favicon.ico).*)"] };
`,
    "app/[locale]/layout.jsx": layout,
    "app/[locale]/page.jsx": `export default async function Page({ params }) {
  const { locale } = await params;
  return <h1>{locale === "nl" ? "Uitslagen" : "Results"}</h1>;
}
`,
    "app/api/splits/[bib]/route.js": `const SPLITS = { 2041: ["24:10", "49:02"] };

export async function GET(_request, { params }) {
  const { bib } = await params;
  return Response.json({ bib, splits: SPLITS[bib] ?? [] });
}
`,
    "race.http": `### results
GET http://localhost:PORT_OF_web/en

### splits
# @name splits
GET http://localhost:PORT_OF_web/api/splits/2041
Accept: application/json
`,
  },
  servers: [{ name: "web", entry: "server.mjs", env: { NEXT_TELEMETRY_DISABLED: "1" } }],
  before: ["GET /en 200", "GET /api/splits/2041 307", "GET /en/api/splits/2041 404"],
  ask: ["race.http#splits"],
  facts: ["GET /en 200", "GET /api/splits/2041 307", "GET /en/api/splits/2041 404"],
  truth: {
    outcome: "not-found",
    kinds: ["redirect-drops-path"],
    links: [
      { file: "proxy.js", text: "return NextResponse.redirect(" },
      { file: "proxy.js", text: "matcher:" },
    ],
  },
};

const medals: Scenario = {
  name: "medals-at-the-finish",
  files: {
    "medals.http": `@medals = http://medals.race.invalid

### gold
# @name gold
GET {{medals}}/medals/gold
`,
    "README.md": "# Medals\n\nHow many are left at the finish.\n",
  },
  servers: [],
  ask: ["medals.http#gold"],
  facts: [],
  truth: { outcome: "unreachable", kinds: [] },
};

/** At the marathon. */
export const marathons: readonly Scenario[] = [session, splits, medals];
