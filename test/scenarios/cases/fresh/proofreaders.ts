import type { Scenario } from "../../scenario.ts";

const page: Scenario = {
  name: "page-of-a-proof",
  files: {
    "package.json": `{
  "name": "proofs",
  "type": "module",
  "scripts": { "build": "vite build", "deploy": "aws s3 sync dist s3://proofs-web" },
  "dependencies": { "react": "^19.0.0", "react-router-dom": "^7.0.0" }
}
`,
    "src/App.tsx": `import { BrowserRouter, Route, Routes } from "react-router-dom";
import { Proof } from "./Proof";
import { Shelf } from "./Shelf";

export function App() {
  return (
    <BrowserRouter>
      <Routes>
        <Route path="/" element={<Shelf />} />
        <Route path="/proofs/:id" element={<Proof />} />
      </Routes>
    </BrowserRouter>
  );
}
`,
    "src/Proof.tsx": `import { useParams } from "react-router-dom";

export function Proof() {
  const { id } = useParams();
  return <h1>Proof {id}</h1>;
}
`,
    "src/Shelf.tsx": `import { Link } from "react-router-dom";

export function Shelf() {
  return <Link to="/proofs/17">Proof 17</Link>;
}
`,
    "infra/cloudfront.json": `{
  "DefaultRootObject": "index.html",
  "Origins": [{ "Id": "proofs-web", "DomainName": "proofs-web.s3.eu-central-1.amazonaws.com" }],
  "CustomErrorResponses": []
}
`,
    "share.http": `### link from a mail
# @name shared
GET http://localhost:PORT_OF_store/proofs/17
Accept: text/html
`,
  },
  deployed: {
    "dist/index.html": `<!doctype html>
<html><head><title>Proofs</title><script type="module" src="/assets/index-Ct5Yx0aB.js"></script></head><body><div id="root"></div></body></html>
`,
    "dist/assets/index-Ct5Yx0aB.js": `document.getElementById("root").textContent = "Proofs";
`,
    "serve.mjs": `import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";

createServer((request, response) => {
  const [path] = request.url.split("?");
  const file = join("dist", path === "/" ? "index.html" : path);
  const fields = { server: "AmazonS3", "x-amz-request-id": "7QK2N0F3W1R9XZ5D" };
  if (statSync(file, { throwIfNoEntry: false })?.isFile()) {
    return response.writeHead(200, { ...fields, "content-type": file.endsWith(".html") ? "text/html" : "text/javascript" }).end(readFileSync(file));
  }
  response.writeHead(404, { ...fields, "content-type": "application/xml" });
  response.end(\`<?xml version="1.0" encoding="UTF-8"?>\\n<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message><Key>\${path.slice(1)}</Key></Error>\`);
}).listen(process.env.PORT);
`,
  },
  servers: [{ name: "store", entry: "deployed:serve.mjs" }],
  ask: ["share.http#shared"],
  facts: ["GET / 200", "GET /proofs/17 404", "GET /assets/index-Ct5Yx0aB.js 200", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["spa-fallback"],
    links: [
      { file: "src/App.tsx", text: 'path="/proofs/:id"' },
      { file: "infra/cloudfront.json", text: "CustomErrorResponses" },
    ],
  },
};

/** Proofreaders: a page of an application that an object store serves. */
export const proofreaders: readonly Scenario[] = [page];
