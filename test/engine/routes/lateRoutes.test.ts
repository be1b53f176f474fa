import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Hono } from "hono";
import { readTable, type Workspace } from "./workspace.ts";

const head = `import { Hono } from "hono";\nconst app = new Hono();\nconst races = new Hono();\n`;
const answer = `(c) => c.text("x")`;

/** The problems and the culprit's line of the route for a podium, as the table has it. */
async function tableSays(files: Workspace): Promise<string> {
  const { routes } = await readTable(files);
  const [found, ...more] = routes.filter(({ path }) => path.endsWith("/podium"));
  assert.equal(more.length, 0, JSON.stringify(routes));
  return `${found?.path} ${found?.problems.join()} ${found?.culprit?.line ?? "-"}`;
}

/** What the real Hono answers for it. */
async function statusOf(lines: string): Promise<number> {
  const app = new Function("Hono", `${head.split("\n").slice(1).join("\n")}${lines}\nreturn app;`)(Hono);
  return (await app.request("/races/podium")).status;
}

describe("routes that are added to a router of Hono", () => {
  const cases: readonly (readonly [lines: string, status: number, said: string])[] = [
    [`app.route("/races", races);\nraces.get("/podium", ${answer});`, 404, "/races/podium not-registered 4"],
    [`races.get("/podium", ${answer});\napp.route("/races", races);`, 200, "/races/podium  -"],
    [
      `app.route("/old", races);\nraces.get("/podium", ${answer});\napp.route("/races", races);`,
      200,
      "/races/podium  -",
    ],
    [
      `const add = (to) => to.get("/podium", ${answer});\napp.route("/races", races);\nadd(races);`,
      404,
      "/races/podium not-registered 5",
    ],
  ];
  for (const [lines, status, said] of cases) {
    it(`${status}: ${lines.split("\n").join(" ")}`, async () => {
      assert.equal(await statusOf(lines), status);
      const { routes } = await readTable({ "app.ts": `${head}${lines}\nexport default app;` });
      const found = routes.filter(({ path }) => path === "/races/podium");
      assert.deepEqual(
        found.map((route) => `${route.path} ${route.problems.join()} ${route.culprit?.line ?? "-"}`),
        [said],
      );
    });
  }

  it("are in time when the module that adds them is imported before the mount, wherever it is first used", async () => {
    const said = await tableSays({
      "races.ts": `import { Hono } from "hono";\nexport const races = new Hono();`,
      "podium.ts": `import { races } from "./races.ts";\nraces.get("/podium", ${answer});\nexport const podiumAdded = () => true;`,
      "app.ts": `import { Hono } from "hono";\nimport { races } from "./races.ts";\nimport { podiumAdded } from "./podium.ts";
const app = new Hono();\napp.route("/races", races);\nconsole.log(podiumAdded());\nexport default app;`,
    });
    assert.equal(said, "/races/podium  -");
  });
});
