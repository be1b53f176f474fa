import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import manifest from "../../package.json" with { type: "json" };
import { readTargets } from "../../src/cli/requestTarget.ts";
import { fieldsOf } from "./contract.ts";
import { runCli } from "./runCli.ts";

let folder = "";

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "arguments-"));
  await mkdir(join(folder, "requests"));
  await writeFile(join(folder, "two.http"), "### a\nGET http://127.0.0.1:9/a\n\n### b\nGET http://127.0.0.1:9/b\n");
  await writeFile(join(folder, "one.http"), "GET http://127.0.0.1:9/a?token=CANARY-4711\n");
  await writeFile(join(folder, "empty.http"), "");
  await writeFile(join(folder, "binary.http"), Buffer.from([71, 69, 84, 32, 0, 1, 2, 3]));
});

after(() => rm(folder, { recursive: true, force: true }));

const failures: readonly (readonly [string, readonly string[], string, RegExp])[] = [
  ["no command", [], "bad-arguments", /No command given/],
  ["an unknown command", ["explain"], "bad-arguments", /no command "explain"/],
  ["a command of a later version", ["check", "*.http"], "not-in-this-version", /not in this version/],
  ["an unknown option", ["routes", "--fast"], "bad-arguments", /--fast/],
  ["an option without its value", ["diagnose", "--url"], "bad-arguments", /--url/],
  ["no request", ["diagnose"], "bad-arguments", /exactly one request/],
  ["two requests", ["diagnose", "one.http", "--url", "http://127.0.0.1:9"], "bad-arguments", /exactly one request/],
  ["an option of --url without it", ["diagnose", "one.http", "-X", "PUT"], "bad-arguments", /belong to --url/],
  ["a field without a colon", ["diagnose", "--url", "http://127.0.0.1:9", "-H", "x"], "bad-arguments", /Name: value/],
  ["a method that is none", ["match", "G T", "/a"], "bad-arguments", /no HTTP method/],
  ["a URL that is none", ["match", "GET", "orders"], "bad-arguments", /http or https URL/],
  ["a time that is none", ["diagnose", "one.http", "--timeout", "soon"], "bad-arguments", /--timeout/],
  ["a time beyond every timer", ["diagnose", "one.http", "--timeout", "99999999999"], "bad-arguments", /--timeout/],
  ["a variable without a value", ["diagnose", "one.http", "--var", "id"], "bad-arguments", /NAME=VALUE/],
  [
    "a dialect that is none",
    ["diagnose", "one.http", "--dialect", "postman"],
    "bad-arguments",
    /rest-client, jetbrains/,
  ],
  ["a curl command that is none", ["diagnose", "--curl", "wget http://127.0.0.1:9"], "bad-arguments", /curl/],
  ["an export in no known format", ["diagnose", "one.http", "--export", "a.pdf"], "bad-arguments", /FILE\.har/],
  ["an export of no diagnosis", ["routes", "--export", "a.har"], "bad-arguments", /--export belongs to diagnose/],
  ["a missing file", ["diagnose", "none.http:3"], "unreadable-input", /no file none\.http\./],
  ["a folder in place of a file", ["parse", "requests"], "unreadable-input", /requests is a folder/],
  ["a binary file", ["parse", "binary.http"], "unreadable-input", /not a text file/],
  ["a missing workspace", ["routes", "nowhere"], "unreadable-input", /no folder nowhere/],
  ["an empty file", ["diagnose", "empty.http"], "no-such-request", /holds no request/],
  ["a line above all requests", ["diagnose", "two.http:0"], "no-such-request", /two\.http:2 {2}GET/],
  ["an unknown name", ["diagnose", "two.http#c"], "no-such-request", /no request named c/],
  ["a file with several requests", ["diagnose", "two.http"], "choose-a-request", /two\.http:5 {2}GET .*\/b/],
  ["an unknown environment", ["diagnose", "one.http", "--env", "prod"], "unknown-environment", /no environment prod/],
];

suite("unusable command lines end with status 2", () => {
  for (const [title, words, code, message] of failures) {
    test(title, async () => {
      const run = await runCli(folder, ...words, "--json");
      assert.equal(run.status, 2, run.stderr);
      const error = fieldsOf(fieldsOf(JSON.parse(run.stdout), "error")["error"], "code message");
      assert.equal(error["code"], code);
      assert.match(String(error["message"]), message);
    });
  }

  test("without --json the message goes to standard error alone", async () => {
    const run = await runCli(folder, "diagnose", "two.http");
    assert.equal(run.status, 2);
    assert.equal(run.stdout, "");
    assert.match(run.stderr, /^diagnose-404: two\.http holds 2 requests; choose one with FILE:LINE/);
  });

  test("a message shows no secret", async () => {
    const run = await runCli(folder, "diagnose", "one.http#nothing");
    assert.equal(run.status, 2);
    assert.doesNotMatch(run.stderr, /CANARY/);
  });
});

suite("help and version", () => {
  test("help lists the commands that exist, on standard output", async () => {
    const run = await runCli(folder, "--help");
    assert.equal(run.status, 0);
    for (const command of ["diagnose", "routes", "match", "parse"]) {
      assert.match(run.stdout, new RegExp(`^ {2}diagnose-404 ${command} `, "m"));
    }
    assert.doesNotMatch(run.stdout, /\bcheck\b/);
    assert.ok(run.stdout.split("\n").every((line) => line.length <= 100));
  });

  test("the version is that of the package", async () => {
    assert.equal((await runCli(folder, "--version")).stdout, `${manifest.version}\n`);
    assert.deepEqual(JSON.parse((await runCli(folder, "--version", "--json")).stdout), { version: manifest.version });
  });
});

suite("FILE[:LINE | #NAME]", () => {
  const cases: readonly (readonly [string, readonly object[]])[] = [
    ["a.http", [{ kind: "any", file: "a.http" }]],
    [
      "a.http:12",
      [
        { kind: "any", file: "a.http:12" },
        { kind: "line", file: "a.http", line: 12 },
      ],
    ],
    ["C:\\work\\a.http", [{ kind: "any", file: "C:\\work\\a.http" }]],
    [
      "C:\\work\\a.http:7",
      [
        { kind: "any", file: "C:\\work\\a.http:7" },
        { kind: "line", file: "C:\\work\\a.http", line: 7 },
      ],
    ],
    [
      "c#/a.http#b",
      [
        { kind: "any", file: "c#/a.http#b" },
        { kind: "name", file: "c", name: "/a.http#b" },
        { kind: "name", file: "c#/a.http", name: "b" },
      ],
    ],
    ["a.http:", [{ kind: "any", file: "a.http:" }]],
  ];
  for (const [text, expected] of cases) {
    test(text, () => assert.deepEqual(readTargets(text), expected));
  }
});
