import type { Scenario } from "../../scenario.ts";

const tools: Scenario = {
  name: "firmware-below-a-reserved-word",
  files: {
    "web.config": `<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <system.webServer>
    <staticContent>
      <mimeMap fileExtension=".fw" mimeType="application/octet-stream" />
    </staticContent>
  </system.webServer>
</configuration>
`,
    "index.html": `<!doctype html><title>Firmware</title><a href="/firmware/bin/pump-2.fw">pump</a>
`,
    "firmware/readme.txt": `Two files a year.
`,
    "firmware/bin/pump-2.fw": `fw
`,
    "firmware/old/pump-1.fw": `fw
`,
    "firmware.http": `@site = http://localhost:PORT_OF_iis

###
GET {{site}}/firmware/old/pump-1.fw

###
# @name pump
GET {{site}}/firmware/bin/pump-2.fw
`,
  },
  deployed: {
    "iis.mjs": `import { createServer } from "node:http";

const files = new Map([["/", "<!doctype html><title>Firmware</title>"], ["/index.html", "<!doctype html><title>Firmware</title>"], ["/firmware/readme.txt", "Two files a year.\\n"], ["/firmware/old/pump-1.fw", "fw\\n"]]);
const missing = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\\r\\n<html xmlns="http://www.w3.org/1999/xhtml">\\r\\n<head>\\r\\n<title>404 - File or directory not found.</title>\\r\\n</head>\\r\\n<body>\\r\\n<div id="header"><h1>Server Error</h1></div>\\r\\n<h2>404 - File or directory not found.</h2>\\r\\n<h3>The resource you are looking for might have been removed, had its name changed, or is temporarily unavailable.</h3>\\r\\n</body>\\r\\n</html>\\r\\n';

createServer((request, response) => {
  const { pathname } = new URL(request.url, "http://iis");
  const body = files.get(pathname);
  response.writeHead(body === undefined ? 404 : 200, { server: "Microsoft-IIS/10.0", "x-powered-by": "ASP.NET", "content-type": body === undefined || pathname === "/" ? "text/html" : "application/octet-stream" });
  response.end(body ?? missing);
}).listen(process.env.PORT);
`,
  },
  servers: [{ name: "iis", entry: "deployed:iis.mjs" }],
  ask: ["firmware.http#pump"],
  facts: [
    "GET /firmware/old/pump-1.fw 200",
    "GET /firmware/bin/pump-2.fw 404",
    "GET /firmware/readme.txt 200",
    "GET /x 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["server-filter"],
    links: [
      { file: "web.config", text: "<system.webServer>" },
      { file: "firmware/bin/pump-2.fw", text: "fw" },
      { file: "index.html", text: "/firmware/bin/pump-2.fw" },
    ],
  },
};

/** A file in a folder whose name IIS keeps to itself. */
export const firmwareShelves: readonly Scenario[] = [tools];
