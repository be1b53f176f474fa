import type { Scenario } from "../../scenario.ts";

const peaks: Scenario = {
  name: "hut-above-the-tree-line",
  files: {
    "package.json":
      '{ "name": "huts", "private": true, "type": "module", "dependencies": { "next": "^16.0.0", "react": "^19.0.0", "react-dom": "^19.0.0" } }',
    ".gitignore": "node_modules\n.next\n",
    "start.mjs": `import { createServer } from "node:http";
import next from "next";

const app = next({ dev: true, dir: import.meta.dirname });
await app.prepare();
createServer(app.getRequestHandler()).listen(process.env.PORT ?? 3000);
`,
    "app/layout.jsx":
      'export default function Layout({ children }) {\n  return <html lang="en"><body>{children}</body></html>;\n}\n',
    "app/page.jsx": `import { huts } from "../content/huts.js";

export default function Page() {
  return <ul>{huts.map((hut) => <li key={hut.slug}><a href={"/huts/" + hut.slug}>{hut.name}</a></li>)}</ul>;
}
`,
    "app/huts/[slug]/page.jsx": `import { huts } from "../../../content/huts.js";

export const dynamicParams = false;

export function generateStaticParams() {
  return huts.filter((hut) => hut.season === "all year").map(({ slug }) => ({ slug }));
}

export default async function Hut({ params }) {
  const { slug } = await params;
  const hut = huts.find((each) => each.slug === slug);
  return <main><h1>{hut.name}</h1><p>{hut.beds} beds</p></main>;
}
`,
    "content/huts.js": `export const huts = [
  { slug: "alder-hut", name: "Alder hut", beds: 24, season: "all year" },
  { slug: "stone-lake", name: "Stone lake", beds: 60, season: "all year" },
  { slug: "high-saddle", name: "High saddle", beds: 12, season: "summer" },
];
`,
    "huts.http": `@huts = http://localhost:PORT_OF_web/huts

### alder
GET {{huts}}/alder-hut
Accept: text/html

### saddle
# @name saddle
GET {{huts}}/high-saddle
Accept: text/html
`,
  },
  servers: [{ name: "web", entry: "start.mjs" }],
  ask: ["huts.http#saddle"],
  facts: ["GET / 200", "GET /huts/alder-hut 200", "GET /huts/high-saddle 404"],
  truth: {
    outcome: "not-found",
    kinds: ["feature-off"],
    links: [
      { file: "app/huts/[slug]/page.jsx", text: "dynamicParams = false" },
      { file: "app/huts/[slug]/page.jsx", text: "generateStaticParams" },
      { file: "app/huts/[slug]/page.jsx", text: 'season === "all year"' },
      { file: "content/huts.js", text: "high-saddle" },
    ],
  },
};

/** Alpine huts: a page whose set of parameters is closed. */
export const alpineHuts: readonly Scenario[] = [peaks];
