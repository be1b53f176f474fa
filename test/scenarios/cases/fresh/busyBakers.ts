import type { Scenario } from "../../scenario.ts";

const oven: Scenario = {
  name: "oven-of-another-branch",
  files: {
    "package.json": `{ "name": "busy-bakers", "private": true, "type": "module", "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^2.0.0" } }
`,
    "src/app.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { branches } from "./branches.ts";
import { inBranch, type Env } from "./inBranch.ts";

const app = new Hono<Env>();

app.get("/branches", (c) => c.json(Object.keys(branches)));

const branch = new Hono<Env>();
branch.use(inBranch);
branch.get("/ovens", (c) => c.json(c.var.branch.ovens));
branch.get("/ovens/:serial", (c) => {
  const oven = c.var.branch.ovens.find(({ serial }) => serial === c.req.param("serial"));
  return oven ? c.json(oven) : c.json({ error: "no such oven here" }, 404);
});

app.route("/b/:branch", branch);

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "src/inBranch.ts": `import { createMiddleware } from "hono/factory";
import { type Branch, branches } from "./branches.ts";

export type Env = { Variables: { branch: Branch } };

export const inBranch = createMiddleware<Env>(async (c, next) => {
  const branch = branches[c.req.param("branch") ?? ""];
  if (branch === undefined) return c.json({ error: "unknown branch" }, 404);
  c.set("branch", branch);
  await next();
});
`,
    "src/branches.ts": `export interface Branch {
  readonly ovens: readonly { readonly serial: string; readonly celsius: number }[];
}

export const branches: Record<string, Branch> = {
  station: { ovens: [{ serial: "W-71", celsius: 240 }] },
  harbour: { ovens: [{ serial: "W-80", celsius: 210 }, { serial: "W-81", celsius: 0 }] },
};
`,
    "tablet.http": `@bakery = http://localhost:PORT_OF_bakery/b/station

### ours
GET {{bakery}}/ovens

### the cold one
# @name cold
GET {{bakery}}/ovens/W-81
`,
  },
  servers: [{ name: "bakery", entry: "src/app.ts" }],
  ask: ["tablet.http#cold"],
  facts: ["GET /b/station/ovens/W-71 200", "GET /b/station/ovens/W-81 404", "GET /b/harbour/ovens/W-81 200"],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-project", "wrong-tenant"],
    links: [
      { file: "src/branches.ts", text: "harbour:" },
      { file: "src/app.ts", text: 'branch.get("/ovens/:serial"' },
      { file: "tablet.http", text: "@bakery" },
    ],
    fixes: [{ url: "/b/harbour/ovens/W-81" }],
  },
};

/** At the bakers. */
export const busyBakers: readonly Scenario[] = [oven];
