import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

/** A host of files under ROOT that knows exact keys only, as object stores do; `/` alone is answered with its index. */
const { PORT, ROOT = "dist" } = process.env;
const types: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };

createServer((request, response) => {
  const path = decodeURIComponent((request.url ?? "/").split("?")[0] ?? "/");
  const file = join(ROOT, normalize(path === "/" ? "/index.html" : path));
  if (!path.endsWith("/") || path === "/") {
    if (statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" });
      response.end(readFileSync(file));
      return;
    }
  }
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>`;
  response.writeHead(404, { "content-type": "application/xml" }).end(body);
}).listen(PORT);
