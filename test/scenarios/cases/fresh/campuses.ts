import type { Scenario } from "../../scenario.ts";

const signups: Scenario = {
  name: "sign-up-for-summer-school",
  files: {
    "package.json": `{
  "name": "summer-school-api",
  "type": "module",
  "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^1.13.0" }
}
`,
    "src/server.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { courses } from "./courses.ts";
import { signups } from "./signups.ts";

const app = new Hono();
app.route("/api/courses", courses);
app.route("/api/signups", signups);

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "src/courses.ts": `import { Hono } from "hono";
import { cors } from "hono/cors";

export const courses = new Hono();
courses.use(cors({ origin: "https://summer.example.org" }));
courses.get("/", (c) => c.json([{ code: "GEO-1", title: "Field geology" }]));
`,
    "src/signups.ts": `import { Hono } from "hono";
import { cors } from "hono/cors";

const fromSite = cors({ origin: "https://summer.example.org", allowMethods: ["POST"] });

export const signups = new Hono();

signups.post("/", fromSite, async (c) => {
  const { course, email } = await c.req.json<{ course: string; email: string }>();
  return c.json({ id: 771, course, email }, 201);
});
`,
    "site/signup.js": `const form = document.querySelector("form");

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  await fetch("http://localhost:PORT_OF_api/api/signups", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(Object.fromEntries(new FormData(form))),
  });
});
`,
    "requests/signup.http": `### Courses
GET http://localhost:PORT_OF_api/api/courses

### What the browser sends first
# @name first
OPTIONS http://localhost:PORT_OF_api/api/signups
Origin: https://summer.example.org
Access-Control-Request-Method: POST
Access-Control-Request-Headers: content-type
`,
  },
  servers: [{ name: "api", entry: "src/server.ts" }],
  ask: ["requests/signup.http#first"],
  facts: [
    "OPTIONS /api/signups 404 | Origin: https://summer.example.org | Access-Control-Request-Method: POST",
    "OPTIONS /api/courses 204 | Origin: https://summer.example.org | Access-Control-Request-Method: GET",
    "GET /api/courses 200",
    "OPTIONS /api/other 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["preflight"],
    links: [
      { file: "src/signups.ts", text: 'signups.post("/"' },
      { file: "src/signups.ts", text: "const fromSite" },
    ],
  },
};

const form: Scenario = {
  name: "form-of-the-library",
  files: {
    "package.json": `{
  "name": "library-forms",
  "dependencies": { "express": "^5.1.0" }
}
`,
    "server.js": `const express = require("express");
const canonical = require("./middleware/canonical");
const requests = require("./routes/requests");

const app = express();
app.enable("strict routing");
app.use(express.json());
app.use(canonical);
app.use(requests);

app.listen(process.env.PORT || 3000);
`,
    "middleware/canonical.js": `/** One address for each page: without a slash at its end. */
module.exports = function canonical(req, res, next) {
  if (req.path.length > 1 && req.path.endsWith("/")) {
    const query = req.url.slice(req.path.length);
    return res.redirect(301, req.path.slice(0, -1) + query);
  }
  next();
};
`,
    "routes/requests.js": `const { Router } = require("express");

const router = Router({ strict: true });
const wishes = [{ id: 1, title: "Stoner" }];

router.get("/library/hours", (req, res) => res.json({ open: "08:00", close: "22:00" }));

router.post("/library/purchase-requests", (req, res) => {
  wishes.push({ id: wishes.length + 1, title: req.body.title });
  res.status(201).json(wishes.at(-1));
});

module.exports = router;
`,
    "library.http": `@site = http://localhost:PORT_OF_api

### Opening hours
GET {{site}}/library/hours

### Ask for a book
# @name ask
POST {{site}}/library/purchase-requests/
Content-Type: application/json

{ "title": "The Periodic Table" }
`,
  },
  servers: [{ name: "api", entry: "server.js" }],
  ask: ["library.http#ask", "--allow-unsafe"],
  facts: [
    "POST /library/purchase-requests/ 301",
    "GET /library/purchase-requests 404",
    "GET /library/hours 200",
    "POST /library/purchase-requests 201 | Content-Type: application/json",
  ],
  consented: ["POST /library/purchase-requests/", "POST /library/purchase-requests"],
  truth: {
    outcome: "not-found",
    kinds: ["redirect-changes-method"],
    links: [
      { file: "middleware/canonical.js", text: "res.redirect(301" },
      { file: "routes/requests.js", text: "router.post(" },
    ],
    fixes: [{ url: "/library/purchase-requests", method: "POST" }],
  },
};

const course: Scenario = {
  name: "latest-course",
  files: {
    "package.json": `{
  "name": "course-catalogue",
  "type": "module",
  "dependencies": { "express": "^5.1.0" }
}
`,
    "src/server.js": `import express from "express";
import { courses } from "./courses.js";

const app = express();
app.set("trust proxy", true);
app.use("/courses", courses);
app.listen(process.env.PORT ?? 3000);
`,
    "src/courses.js": `import { Router } from "express";

const all = [
  { id: 6, title: "Statistics I", starts: "2026-04-13" },
  { id: 7, title: "Soil science", starts: "2026-10-12" },
];

export const courses = Router();

courses.get("/", (req, res) => {
  res.json(all);
});

courses.get("/latest", (req, res) => {
  const { id } = all.at(-1);
  res.redirect(\`/courses/\${id}\`);
});

courses.get("/:id", (req, res) => {
  const course = all.find((one) => one.id === Number(req.params.id));
  if (!course) return res.status(404).json({ error: "no such course" });
  res.json(course);
});
`,
    "nginx/conf.d/campus.conf": `server {
  listen 80;
  server_name campus.example.org;

  location /campus/ {
    proxy_pass http://127.0.0.1:PORT_OF_api/;
    proxy_set_header X-Forwarded-Prefix /campus;
  }
}
`,
    "courses.http": `@campus = http://localhost:PORT_OF_web/campus

GET {{campus}}/courses

###
# @name latest
GET {{campus}}/courses/latest
`,
  },
  servers: [
    { name: "api", entry: "src/server.js" },
    {
      name: "web",
      entry: "front:ruleProxy",
      env: { RULES: '[{ "from": "^/campus/", "to": "/", "port": "PORT_OF_api" }]' },
    },
  ],
  ask: ["courses.http#latest"],
  facts: [
    "web:GET /campus/courses 200",
    "web:GET /campus/courses/latest 302",
    "web:GET /courses/7 404",
    "web:GET /campus/courses/7 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["redirect-drops-path"],
    links: [
      { file: "src/courses.js", text: "res.redirect(" },
      { file: "nginx/conf.d/campus.conf", text: "proxy_pass" },
    ],
    fixes: [{ url: "/campus/courses/7" }, { kind: "edit-route" }, { kind: "edit-rewrite" }],
  },
};

/** A campus: sign-ups of a summer school from another origin, a form that is sent with a slash too many, the latest course. */
export const campuses: readonly Scenario[] = [signups, form, course];
