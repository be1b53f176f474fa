import type { Scenario } from "../../scenario.ts";

const night: Scenario = {
  name: "link-to-a-night-in-a-hut",
  files: {
    "package.json": `{
  "name": "hut-booking",
  "private": true,
  "type": "module",
  "scripts": { "start": "node server/index.js", "build": "vite build" },
  "dependencies": { "express": "^5.0.0" },
  "devDependencies": { "vite": "^8.0.0" }
}
`,
    "server/index.js": `import express from "express";
import { nights } from "./nights.js";

const app = express();
app.use("/api/nights", nights);
app.use(express.static("build/client", { maxAge: "1h" }));
app.listen(process.env.PORT || 3000);
`,
    "server/nights.js": `import { Router } from "express";

const booked = { "2027-02-13": { beds: 4 } };

export const nights = Router();
nights.get("/:date", (req, res) => {
  const night = booked[req.params.date];
  if (!night) return res.status(404).json({ error: "nothing booked" });
  res.json(night);
});
`,
    "src/main.js": `import { show } from "./views.js";

const views = [
  [/^\\/$/, () => show("overview")],
  [/^\\/nights\\/([\\d-]+)$/, (date) => show("night", date)],
];

function go() {
  for (const [pattern, view] of views) {
    const hit = location.pathname.match(pattern);
    if (hit) return view(...hit.slice(1));
  }
}

addEventListener("popstate", go);
go();
`,
    "src/views.js": `export function show(name, ...values) {
  document.querySelector("main").textContent = [name, ...values].join(" ");
}
`,
    "build/client/index.html": `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Hut</title><script type="module" src="/assets/main-Bx91kq0L.js"></script></head>
  <body><main></main></body>
</html>
`,
    "build/client/assets/main-Bx91kq0L.js": `const s=(n,...v)=>{document.querySelector("main").textContent=[n,...v].join(" ")};const t=[[/^\\/$/,()=>s("overview")],[/^\\/nights\\/([\\d-]+)$/,d=>s("night",d)]];
`,
    "hut.http": `### the link in the mail of confirmation
# @name mail
GET http://localhost:PORT_OF_hut/nights/2027-02-13
Accept: text/html,application/xhtml+xml
`,
  },
  servers: [{ name: "hut", entry: "server/index.js" }],
  ask: ["hut.http#mail"],
  facts: ["GET / 200", "GET /nights/2027-02-13 404", "GET /api/nights/2027-02-13 200"],
  truth: {
    outcome: "not-found",
    kinds: ["spa-fallback"],
    links: [
      { file: "server/index.js", text: "express.static" },
      { file: "src/main.js", text: "nights" },
      { file: "build/client/index.html", text: "main-Bx91kq0L" },
    ],
  },
};

/** In the hut on the mountain. */
export const hutWardens: readonly Scenario[] = [night];
