import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { EnvironmentSet } from "../../../../src/engine/requests/environments/environmentSet.ts";
import { readEnvironments } from "../../../../src/engine/requests/environments/environments.ts";
import { filesOf } from "../lent.ts";

function tree(set: EnvironmentSet): Record<string, Record<string, string>> {
  const environments = [...set.environments].map(([name, values]) => [
    name,
    Object.fromEntries(
      [...values].map(([key, { value, location, secret }]) => [
        key,
        `${value} ${location.file}:${location.line}:${location.column}${secret ? " secret" : ""}`,
      ]),
    ),
  ]);
  return Object.fromEntries(environments);
}

describe("readEnvironments", () => {
  it("finds the files of every tool from the request file's folder up to the root", async () => {
    const files = filesOf({
      "api/v1/http-client.env.json": '{\n  // a comment\n  "dev": { "host": "inner" },\n}',
      "api/http-client.env.json":
        '{ "dev": { "host": "outer", "port": 80 }, "eu": { "ids": [7, 8], "user": { "name": "ann" } } }',
      "http-client.env.json.user": '{ "dev": { "key": "k" } }',
      ".vscode/settings.json":
        '{ "rest-client.environmentVariables": { "$shared": { "v": "1" }, "local": { "big": 9007199254740993 } } }',
      ".httpyac.json": '{ "environments": { "yac": { "a": true } } }',
    });
    const set = await readEnvironments(files, "api/v1/orders.http");
    assert.deepEqual(set.names, ["dev", "eu", "local", "yac"]);
    assert.deepEqual(tree(set), {
      dev: {
        host: "inner api/v1/http-client.env.json:3:21",
        port: "80 api/http-client.env.json:1:37",
        key: "k http-client.env.json.user:1:20 secret",
      },
      eu: {
        "ids[0]": "7 api/http-client.env.json:1:59",
        "ids[1]": "8 api/http-client.env.json:1:62",
        "user.name": "ann api/http-client.env.json:1:85",
      },
      $shared: { v: "1 .vscode/settings.json:1:60" },
      local: { big: "9007199254740993 .vscode/settings.json:1:84" },
      yac: { a: "true .httpyac.json:1:35" },
    });
    assert.deepEqual(set.problems, []);
  });

  it("prefers the private file of a folder and remembers what it hides", async () => {
    const files = filesOf({
      "http-client.env.json": '{ "dev": { "token": "public" } }',
      "http-client.private.env.json": '{ "dev": { "token": "private" }, "only-private": {} }',
    });
    const set = await readEnvironments(files, "a.http");
    const token = set.environments.get("dev")?.get("token");
    assert.equal(token?.value, "private");
    assert.equal(token?.secret, true);
    assert.equal(token?.shadows?.value, "public");
    assert.deepEqual(set.names, ["dev", "only-private"]);
  });

  it("reads .env files, and those of one environment", async () => {
    const files = filesOf({
      "http-client.env.json": '{ "dev": {} }',
      ".env": "# c\nexport A=1\nB=\"two words\" # c\nC='#3'\nD=4 # c\n\nnot a line\n",
      ".env.dev": "A=dev\n",
    });
    const set = await readEnvironments(files, "a.http");
    assert.deepEqual(tree(set), {
      dev: { A: "dev .env.dev:1:3 secret" },
      $dotenv: {
        A: "1 .env:2:10 secret",
        B: "two words .env:3:3 secret",
        C: "#3 .env:4:3 secret",
        D: "4 .env:5:3 secret",
      },
    });
    assert.deepEqual(set.names, ["dev"]);
  });

  it("says where a file is not JSON, and takes what can be read", async () => {
    const set = await readEnvironments(
      filesOf({ "http-client.env.json": '{\n "dev": { "a": "b" "c": "d" }\n}' }),
      "a.http",
    );
    assert.equal(set.environments.get("dev")?.get("a")?.value, "b");
    assert.deepEqual(
      set.problems.map(({ code, file, line }) => [code, file, line]),
      [["environment-invalid-json", "http-client.env.json", 2]],
    );
  });

  it("survives files that are nested or shaped as no tool writes them", async () => {
    for (const text of [
      "[".repeat(100_000),
      '{"a":'.repeat(5000),
      "null",
      "[]",
      '{"dev": 1}',
      "\u0000\u0001",
      "",
      '{"__proto__": {"x": "y"}}',
    ]) {
      const set = await readEnvironments(filesOf({ "http-client.env.json": text }), "a.http");
      assert.equal(set.environments.get("dev")?.size ?? 0, 0);
    }
  });

  it("reads the .env files that httpYac reads, and takes a name for an environment only where one of them exists", async () => {
    const files = filesOf({
      "env/.env": "a=shared",
      "env/qa.env": "b=qa",
      "api/.env.eu": "c=eu",
      "api/prod.env": "d=prod",
    });
    const set = await readEnvironments(files, "api/a.http", { dotenvNames: ["qa", "eu", "prod", "none", "../x"] });
    assert.deepEqual(set.names, ["qa", "eu", "prod"]);
    assert.deepEqual(tree(set), {
      $dotenv: { a: "shared env/.env:1:3 secret" },
      qa: { b: "qa env/qa.env:1:3 secret" },
      eu: { c: "eu api/.env.eu:1:3 secret" },
      prod: { d: "prod api/prod.env:1:3 secret" },
    });
  });

  it("lets nobody choose what stands for all environments or for none", async () => {
    const files = filesOf({
      "http-client.env.json":
        '{ "$schema": "x", "$kulalaShared": { "a": "1", "$kulalaDefaultHeaders": {} }, "dev": {} }',
      ".httpyac.json": '{ "environments": { "$shared": { "b": "2" }, "$default": { "c": "3" } } }',
    });
    const set = await readEnvironments(files, "a.http");
    assert.deepEqual(set.names, ["dev"]);
    assert.deepEqual(Object.keys(tree(set)["$shared"] ?? {}), ["a", "b"]);
    assert.equal(set.environments.get("$default")?.get("c")?.value, "3");
  });

  it("reads REST Client's environments in the person's own settings, after those of every folder and secret", async () => {
    const value = { local: { host: "own", token: "t" }, mine: { x: 1 } };
    const personal = { value, file: "/home/ann/settings.json" };
    const shared = { "http-client.env.json": '{ "local": { "host": "shared" } }' };
    const text = JSON.stringify({ "rest-client.environmentVariables": value }, null, 1);
    const set = await readEnvironments(filesOf({ ...shared, "/home/ann/settings.json": text }), "a.http", { personal });
    assert.deepEqual(set.names, ["local", "mine"]);
    assert.deepEqual(tree(set), {
      local: { host: "shared http-client.env.json:1:23", token: "t /home/ann/settings.json:5:14 secret" },
      mine: { x: "1 /home/ann/settings.json:8:9 secret" },
    });
    const unread = await readEnvironments(filesOf(shared), "a.http", { personal });
    assert.deepEqual(tree(unread)["mine"], { x: "1 /home/ann/settings.json:1:1 secret" });
    const hostile = { value: [1, { a: "b" }, null], file: "" };
    assert.deepEqual((await readEnvironments(filesOf({}), "a.http", { personal: hostile })).names, []);
  });

  it("says that a secret provider is not asked", async () => {
    const text = '{ "dev": { "pw": { "provider": "AzureKeyVault", "secretName": "x" } } }';
    const set = await readEnvironments(filesOf({ "http-client.env.json": text }), "a.http");
    assert.deepEqual(
      set.problems.map((problem) => problem.code),
      ["environment-provider"],
    );
  });
});
