import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, describe, it } from "node:test";
import { createGitHistory } from "../../../../src/node/gitHistory.ts";
import { investigate, verdictOf } from "../investigate.ts";

type Files = Readonly<Record<string, string>>;
const folders: string[] = [];
after(() => {
  for (const folder of folders) {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** A repository that commits each state of its files in turn. */
function repository(...states: readonly (readonly [subject: string, files: Files])[]): string {
  const folder = mkdtempSync(join(tmpdir(), "diagnose-past-"));
  folders.push(folder);
  const git = (...words: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=Kim", "-c", "user.email=kim@example.test", ...words], { cwd: folder });
  git("init", "--quiet");
  for (const [subject, files] of states) {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    git("add", "--all");
    git("commit", "--quiet", "--message", subject);
  }
  return folder;
}

const app = (routes: string) =>
  `const express = require("express");\nconst app = express();\n${routes}\napp.listen(3000);\n`;

function serve(
  answers: Readonly<Record<string, unknown>>,
  below?: string,
): Parameters<typeof investigate>[0]["server"] {
  return ({ url = "" }, response) => {
    const content = answers[url];
    const missed =
      below !== undefined && url.startsWith(below) ? { error: "none of that name" } : { error: "not found" };
    response.writeHead(content === undefined ? 404 : 200, { "content-type": "application/json" });
    response.end(JSON.stringify(content ?? missed));
  };
}

describe("the past of a workspace", () => {
  it("shows where a route went whose words have nothing in common with the old ones", async () => {
    const old = { "app.js": app(`app.get("/seeds/:seed/germination", readSprouting);`) };
    const files = { "app.js": app(`app.get("/nursery/trays/:seed", readSprouting);`) };
    const history = createGitHistory(repository(["Germination", old], ["Trays of the nursery", files]));
    const diagnosis = await investigate({
      files,
      server: serve({ "/nursery/trays/oak-12": { days: 21 } }),
      http: "GET ORIGIN/seeds/oak-12/germination\n",
      world: { history },
    });
    assert.equal(verdictOf(diagnosis), "route-drift/path-moved");
    assert.match(
      diagnosis.verdict.summary,
      /moved to \/nursery\/trays\/\{seed\} \(app\.js:3\), see commit .*: \/nursery\/trays\/oak-12 answers 200/,
    );
    assert.ok(diagnosis.evidence.some(({ statement }) => statement.includes("Trays of the nursery")));
    assert.ok(diagnosis.links.some(({ role, file, line }) => role === "change" && file === "app.js" && line === 3));
    assert.match(diagnosis.fixes[0]?.request?.url ?? "", /\/nursery\/trays\/oak-12$/);
  });

  it("says that a route was taken away where nothing took its place", async () => {
    const old = { "app.js": app(`app.get("/seeds", list);\napp.get("/exchange/offers", offers);`) };
    const files = { "app.js": app(`app.get("/seeds", list);`) };
    const diagnosis = await investigate({
      files,
      server: serve({ "/seeds": [] }),
      http: "GET ORIGIN/exchange/offers\n",
      world: { history: createGitHistory(repository(["Exchange", old], ["End the seed exchange", files])) },
    });
    assert.equal(verdictOf(diagnosis), "lifecycle/deleted");
    assert.match(diagnosis.verdict.summary, /End the seed exchange/);
  });

  it("shows the identifier that was written in the place of the one that misses", async () => {
    const source = app(
      `app.get("/walks/:walk", (req, res) => (walks[req.params.walk] ? res.json({}) : res.status(404).json({})));`,
    );
    const old = { "app.js": source, "walks.json": '[\n  { "no": 4, "key": "old-mill" }\n]\n' };
    const files = { "app.js": source, "walks.json": '[\n  { "no": 4, "key": "river-path" }\n]\n' };
    const diagnosis = await investigate({
      files,
      server: serve({
        "/walks": [{ key: "river-path" }, { key: "north-wood" }],
        "/walks/river-path": {},
        "/walks/north-wood": {},
      }),
      http: "GET ORIGIN/walks/old-mill\n",
      world: { history: createGitHistory(repository(["Walks", old], ["The mill is closed", files])) },
    });
    assert.equal(verdictOf(diagnosis), "stale-identifier/renamed-slug");
    assert.match(diagnosis.fixes[0]?.request?.url ?? "", /\/walks\/river-path$/);
    assert.ok(diagnosis.links.some(({ file, line }) => file === "walks.json" && line === 2));
  });

  const clouds = (keys: readonly string[]) => ({
    "app.js": app(`app.get("/clouds/:cloud", (req, res) => show(req, res));`),
    "clouds.json": `[\n${keys.map((key) => `  { "id": "${key}" }`).join(",\n")}\n]\n`,
  });
  const askCloud = (...states: (readonly string[])[]) =>
    investigate({
      files: clouds(states.at(-1) ?? []),
      server: serve({ "/clouds/cirrus": {}, "/clouds/stratus": {} }, "/clouds/"),
      http: "GET ORIGIN/clouds/fumulus\n\n###\nGET ORIGIN/clouds/cirrus\n",
      world: {
        history: createGitHistory(
          repository(
            ...states.map((keys, at) => [`State ${at + 1}`, clouds(keys)] as [string, Record<string, string>]),
          ),
        ),
      },
    });

  it("says that a record was taken out; the line before it, which lost its comma, is no other name", async () => {
    const diagnosis = await askCloud(["cirrus", "stratus", "fumulus"], ["cirrus", "stratus"]);
    assert.equal(verdictOf(diagnosis), "lifecycle/deleted", diagnosis.verdict.summary);
    assert.match(diagnosis.verdict.summary, /^"fumulus" was taken out of clouds\.json with commit .*"State 2"/);
  });

  it("says nothing of a record that was put back", async () => {
    const diagnosis = await askCloud(["cirrus", "fumulus"], ["cirrus"], ["cirrus", "fumulus"]);
    assert.notEqual(verdictOf(diagnosis), "lifecycle/deleted", diagnosis.verdict.summary);
  });

  it("is empty where there is no repository, and no configuration of a repository is run", async () => {
    const bare = mkdtempSync(join(tmpdir(), "diagnose-bare-"));
    folders.push(bare);
    const signal = new AbortController().signal;
    assert.deepEqual(await createGitHistory(bare).findChanges({ kind: "text", text: "seeds" }, signal), []);
    assert.deepEqual(await createGitHistory(join(bare, "gone")).findChanges({ kind: "text", text: "x" }, signal), []);
    const folder = repository(["One", { "a.txt": "seeds\n" }]);
    execFileSync("git", ["config", "diff.external", "touch ran"], { cwd: folder });
    execFileSync("git", ["config", "core.pager", "touch ran"], { cwd: folder });
    const [change] = await createGitHistory(folder).findChanges({ kind: "text", text: "seeds" }, signal);
    assert.deepEqual([change?.file, change?.added, change?.subject], ["a.txt", ["seeds"], "One"]);
    assert.throws(() => execFileSync("ls", ["ran"], { cwd: folder, stdio: "pipe" }));
  });
});
