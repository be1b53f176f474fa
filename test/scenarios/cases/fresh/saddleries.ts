import type { Scenario } from "../../scenario.ts";

const nextServer = `import { createServer } from "node:http";
import next from "next";

const app = next({ dev: true, dir: import.meta.dirname });
await app.prepare();
createServer(app.getRequestHandler()).listen(process.env.PORT ?? 3000);
`;
const layout = `export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}
`;
const dependencies = `"dependencies": { "next": "^16.0.0", "react": "^19.0.0", "react-dom": "^19.0.0" }`;

const store: Scenario = {
  name: "saddle-in-the-shop-window",
  files: {
    "package.json": `{ "name": "saddlery-web", "private": true, "type": "module", ${dependencies} }
`,
    ".gitignore": "node_modules\n.next\n",
    "next.config.mjs": `const store = process.env.STORE ?? "http://localhost:PORT_OF_store";

export default {
  async rewrites() {
    return [
      { source: "/shop/:path*", destination: \`\${store}/store\` },
    ];
  },
};
`,
    "dev.mjs": nextServer,
    "app/layout.jsx": layout,
    "app/page.jsx": `export default function Page() {
  return <h1>Saddlery</h1>;
}
`,
    "store/index.js": `import express from "express";

const app = express();
const saddles = [{ id: 4, for: "cob" }, { id: 5, for: "pony" }];
app.get("/store/saddles", (req, res) => res.json(saddles));
app.get("/store/saddles/:id", (req, res) => {
  const saddle = saddles.find(({ id }) => id === Number(req.params.id));
  if (!saddle) return res.status(404).json({ error: "no such saddle" });
  res.json(saddle);
});
app.listen(process.env.PORT ?? 3001);
`,
    "shop.http": `# @name pony
GET http://localhost:PORT_OF_web/shop/saddles/5
Accept: application/json
`,
  },
  servers: [
    { name: "store", entry: "store/index.js" },
    {
      name: "web",
      entry: "dev.mjs",
      env: { NEXT_TELEMETRY_DISABLED: "1", STORE: "http://localhost:PORT_OF_store" },
      passesOn: true,
    },
  ],
  before: ["web:GET /shop/saddles/5 404"],
  ask: ["shop.http#pony"],
  facts: ["web:GET /shop/saddles/5 404", "store:GET /store/saddles/5 200", "store:GET /store 404"],
  truth: {
    outcome: "not-found",
    kinds: ["rewrite-rule"],
    links: [{ file: "next.config.mjs", text: 'source: "/shop/:path*"' }],
    fixes: [{ kind: "edit-rewrite" }],
  },
};

/** A rewrite of Next.js that takes every path to one and the same. */
export const saddleries: readonly Scenario[] = [store];
