import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ResolvedPart, ResolvedRequest } from "../../../../src/engine/model/request.ts";
import type { EnvironmentSet } from "../../../../src/engine/requests/environments/environmentSet.ts";
import { readEnvironments } from "../../../../src/engine/requests/environments/environments.ts";
import type { ResolveContext } from "../../../../src/engine/requests/resolve/resolveContext.ts";
import { resolveRequest } from "../../../../src/engine/requests/resolve/resolveRequest.ts";
import { filesOf, prepare } from "../lent.ts";

function resolve(text: string, changes: Partial<ResolveContext> = {}, name?: string): ResolvedRequest {
  const { written, context } = prepare(text, changes, name);
  const resolved = resolveRequest(written, context);
  assert.equal(resolved.urlParts.map((part) => part.text).join(""), resolved.url);
  return resolved;
}

function environmentsOf(contents: Readonly<Record<string, string>>): Promise<EnvironmentSet> {
  return readEnvironments(filesOf(contents), "api.http");
}

function codes(resolved: ResolvedRequest): readonly string[] {
  return resolved.problems.map((problem) => problem.code);
}

function showPart({ text, from }: ResolvedPart): string {
  const location =
    "location" in from && from.location !== null
      ? ` ${from.location.file}:${from.location.line}:${from.location.column}`
      : "";
  return `${text} <- ${from.kind}${"name" in from ? ` ${from.name}` : ""}${location}`;
}

describe("resolveRequest", () => {
  it("puts variables in, however deep, and knows where each part of the URL comes from", async () => {
    const environments = await environmentsOf({
      "http-client.env.json": '{\n"dev": {\n"host": "http://h:1", "id": "42"\n}\n}',
    });
    const text = "@base = {{host}}/api\nGET {{base}}/orders/{{id}}\n  ?at={{$timestamp}}&by={{who}}\n";
    const resolved = resolve(text, { environments, given: { who: "me" } });
    assert.equal(resolved.url, "http://h:1/api/orders/42?at=1775986200&by=me");
    assert.equal(resolved.environment, "dev");
    assert.deepEqual(resolved.urlParts.map(showPart), [
      "http://h:1 <- environment host http-client.env.json:3:10",
      "/api <- file-variable base api.http:1:9",
      "/orders/ <- written api.http:2:13",
      "42 <- environment id http-client.env.json:3:30",
      "?at= <- written api.http:3:3",
      "1775986200 <- generated $timestamp",
      "&by= <- written api.http:3:21",
      "me <- given who",
    ]);
    assert.deepEqual(resolved.unresolved, []);
  });

  it("leaves what nothing defines, with the places that use and could define it, and similar names", async () => {
    const environments = await environmentsOf({ "http-client.env.json": '{ "dev": { "baseUrl": "http://h" } }' });
    const resolved = resolve("GET {{base_url}}/x/{{nothing}}", { environments });
    assert.equal(resolved.url, "{{base_url}}/x/{{nothing}}");
    const defineAt = { file: "http-client.env.json", line: 1, column: 24 };
    const unresolved = resolved.unresolved.map(({ define: _, ...variable }) => variable);
    assert.deepEqual(unresolved, [
      { name: "base_url", usedAt: { file: "api.http", line: 1, column: 5 }, defineAt, similar: ["baseUrl"] },
      { name: "nothing", usedAt: { file: "api.http", line: 1, column: 20 }, defineAt, similar: [] },
    ]);
    assert.deepEqual(codes(resolved), ["unresolved-variable", "unresolved-variable"]);
    const alone = resolve("GET http://a/{{x}}");
    assert.deepEqual(alone.unresolved[0]?.defineAt, { file: "api.http", line: 1, column: 1 });
    assert.equal(resolve("GET http://a/{{x}}", { file: null }).unresolved[0]?.defineAt, null);
  });

  it("uses no environment while several could be meant, and says which of them define a variable", async () => {
    const json = '{ "$shared": { "v": "v1" }, "dev": { "host": "http://d" }, "prod": { "host": "http://p" } }';
    const environments = await environmentsOf({ "http-client.env.json": json });
    const unchosen = resolve("GET {{host}}/{{v}}", { environments });
    assert.equal(unchosen.url, "{{host}}/v1");
    assert.equal(unchosen.environment, null);
    assert.match(unchosen.problems[0]?.message ?? "", /environments dev, prod/);
    assert.equal(resolve("GET {{host}}/{{v}}", { environments, environment: "prod" }).url, "http://p/v1");
    assert.deepEqual(codes(resolve("GET http://a", { environments, environment: "qa" })), ["unknown-environment"]);
  });

  it("follows the dialect where file and environment disagree", async () => {
    const environments = await environmentsOf({
      "http-client.env.json": '{ "dev": { "x": "environment" } }',
      "http-client.private.env.json": '{ "dev": { "x": "private" } }',
    });
    const text = "@x = file\nGET http://a/{{x}}";
    assert.equal(resolve(text, { environments }).url, "http://a/file");
    assert.equal(resolve(text, { environments, dialect: "visual-studio" }).url, "http://a/file");
    assert.equal(resolve(text, { environments, dialect: "jetbrains" }).url, "http://a/environment");
    assert.equal(resolve("GET http://a/{{x}}", { environments, dialect: "httpyac" }).url, "http://a/private");
    assert.deepEqual(codes(resolve(text, { environments })), ["variable-shadowed"]);
    assert.equal(resolve(text, { environments, given: { x: "given" } }).url, "http://a/given");
  });

  it("lets the last definition win and reads escapes", () => {
    assert.equal(resolve("@x = 1\nGET http://a/{{x}}\n\n@x = 2").url, "http://a/2");
    assert.equal(resolve("@x = a\\\\b\nGET http://a/{{x}}").url, "http://a/a\\b");
  });

  it("takes a variable of the same name from further out, and ends when it defines itself", async () => {
    const environments = await environmentsOf({ "http-client.env.json": '{ "dev": { "host": "h" } }' });
    assert.equal(resolve("@host = http://{{host}}:1\nGET {{host}}/", { environments }).url, "http://h:1/");
    const cyclic = resolve("@a = {{b}}\n@b = {{a}}\nGET http://h/{{a}}");
    assert.deepEqual(codes(cyclic), ["variable-cycle"]);
    assert.equal(cyclic.url, "http://h/{{a}}");
  });

  it("bounds variables that explode", () => {
    const lines = Array.from({ length: 40 }, (_, level) => `@v${level} = {{v${level + 1}}}{{v${level + 1}}}`);
    const resolved = resolve(`${lines.join("\n")}\n@v40 = x\nGET http://a/{{v0}}`);
    assert.deepEqual(codes(resolved), ["variable-explosion"]);
    assert.equal(resolved.unresolved.length, 1);
  });

  it("generates the values of both families", () => {
    const url = (expression: string): string => resolve(`GET http://a/{{${expression}}}`).url.slice("http://a/".length);
    for (const name of ["$guid", "$uuid", "$random.uuid"]) assert.match(url(name), /^[0-9a-f]{8}-[0-9a-f-]{27}$/);
    assert.equal(url("$timestamp -1 d"), "1775899800");
    assert.equal(url("$isoTimestamp"), "2026-04-12T09:30:00Z");
    assert.equal(url("$datetime iso8601 1 y"), "2027-04-12T09:30:00.000Z");
    assert.equal(url("$datetime rfc1123"), "Sun, 12 Apr 2026 09:30:00 GMT");
    assert.equal(url('$datetime "YYYY-MM-DD [at] HH:mm" 2 h'), "2026-04-12 at 11:30");
    assert.match(url("$localDatetime iso8601"), /^2026-04-1\dT\d\d:\d\d:00\.000[+-]\d\d:\d\d$/);
    assert.match(url("$randomInt 5 7"), /^[56]$/);
    assert.match(url("$random.integer(3, 4)"), /^3$/);
    assert.match(url("$random.alphabetic(12)"), /^[A-Za-z]{12}$/);
    assert.match(url("$random.hexadecimal(4)"), /^[0-9a-f]{4}$/);
    assert.match(url("$random.email"), /^[a-z]+@example\.com$/);
  });

  it("never reads the process, and takes what is given for it", () => {
    assert.equal(resolve("GET http://a/{{$processEnv HOME}}").unresolved[0]?.name, "$processEnv HOME");
    assert.equal(resolve("GET http://a/{{$processEnv HOME}}", { given: { HOME: "x" } }).url, "http://a/x");
    assert.equal(resolve("GET http://a/{{$env.KEY}}", { given: { KEY: "x" } }).url, "http://a/x");
  });

  it("reads $dotenv and $shared, and .env for any name that nothing else defines", async () => {
    const environments = await environmentsOf({
      ".env": "API_HOST=http://h\nNUMBER=123456789012",
      "http-client.env.json": '{ "$shared": { "v": "v2" }, "dev": { "path": "{{$shared v}}" } }',
    });
    const resolved = resolve("GET {{$dotenv API_HOST}}/{{path}}/{{NUMBER}}", { environments });
    assert.equal(resolved.url, "http://h/v2/123456789012");
  });

  it("reads the name to look up from a variable after REST Client's %", async () => {
    const environments = await environmentsOf({
      ".env": "EU_KEY=7",
      ".httpyac.json": '{ "environments": { "eu": { "which": "EU_KEY" } } }',
    });
    assert.equal(resolve("GET http://a/{{$dotenv %which}}/{{$dotenv %EU_KEY}}", { environments }).url, "http://a/7/7");
    const given = { EU_KEY: "8" };
    assert.equal(resolve("GET http://a/{{$processEnv %which}}", { environments, given }).url, "http://a/8");
  });

  it("uses httpYac's $default while no environment is chosen", async () => {
    const environments = await environmentsOf({
      ".httpyac.json": '{ "environments": { "$default": { "x": "none" }, "eu": { "x": "eu" }, "us": {} } }',
    });
    assert.equal(resolve("GET http://a/{{x}}", { environments }).url, "http://a/none");
    assert.equal(resolve("GET http://a/{{x}}", { environments, environment: "eu" }).url, "http://a/eu");
    assert.equal(resolve("GET http://a/{{x}}", { environments, environment: "us" }).unresolved.length, 1);
  });

  it("names the script that would set a variable, of JetBrains, httpYac and Kulala", () => {
    const text = `GET http://a/{{id}}/{{token}}/{{key}}/{{other}}

> {% client.global.set("id", response.body.id); %}

{{
  exports.token = response.parsedBody.token;
}}
# @env-json-key key $.x
# exports.other == 1`;
    const { unresolved, problems } = resolve(text);
    assert.deepEqual(
      unresolved.map(({ name, because }) => `${name} ${/at line \d+/.exec(because ?? "")?.[0]}`),
      ["id at line 3", "token at line 6", "key at line 8", "other undefined"],
    );
    assert.match(
      problems[0]?.message ?? "",
      /^A script sets \{\{id\}\} at line 3, and scripts are never run here; give/,
    );
  });

  it("makes origin-form and scheme-less URLs absolute", () => {
    assert.equal(resolve("GET /x\nHost: a:8080").url, "http://a:8080/x");
    assert.equal(resolve("GET /x\nHost: a:443").url, "https://a:443/x");
    assert.equal(resolve("GET a.example/x").url, "http://a.example/x");
    assert.equal(resolve("GET localhost:3000/x").url, "http://localhost:3000/x");
    const byVariable = resolve("@host = https://a\nGET /x");
    assert.equal(byVariable.url, "https://a/x");
    assert.deepEqual(codes(byVariable), ["host-variable-prepended"]);
    assert.deepEqual(codes(resolve("@host = https://a\nGET /x", { dialect: "rest-client" })), ["relative-url"]);
    assert.deepEqual(codes(resolve("GET /x")), ["relative-url"]);
  });

  it("keeps the URL byte for byte, and encodes only what {{%x}} asks for", () => {
    assert.equal(resolve("GET http://a//b/../%2f/c d/?q=é#f").url, "http://a//b/../%2f/c d/?q=é#f");
    assert.equal(resolve("@x = a/b c\nGET http://a/{{x}}/{{%x}}").url, "http://a/a/b c/a%2Fb%20c");
  });

  it("knows the secret values", async () => {
    const environments = await environmentsOf({
      "http-client.env.json": '{ "dev": { "base": "http://h", "password": "hunter2hunter2" } }',
      "http-client.private.env.json": '{ "dev": { "hidden": "from-private-file-1", "port": "8080" } }',
    });
    const text =
      "POST {{base}}:{{port}}/{{hidden}}?api_key=abcdefghij\nAuthorization: Bearer tok-123456\nCookie: a=cookie-value; b=c\n" +
      'X-Api-Key: key-123456\nAccept: text/plain\n\n{"password": "{{password}}", "client_secret": "literal-secret"}';
    const { secrets, urlParts } = resolve(text, { environments });
    for (const secret of [
      "from-private-file-1",
      "abcdefghij",
      "Bearer tok-123456",
      "cookie-value",
      "key-123456",
      "hunter2hunter2",
      "literal-secret",
    ]) {
      assert.ok(secrets.includes(secret), secret);
    }
    assert.ok(!secrets.includes("http://h") && !secrets.includes("8080") && !secrets.includes("text/plain"));
    assert.deepEqual(
      urlParts.filter((part) => part.secret).map((part) => part.text),
      ["from-private-file-1"],
    );
  });

  it("encodes Basic credentials as the tools do", () => {
    const value = (header: string): string | undefined => resolve(`GET http://a\n${header}`).headers[0]?.[1];
    assert.equal(value("Authorization: Basic user:pass"), "Basic dXNlcjpwYXNz");
    assert.equal(value("Authorization: Basic user pass"), "Basic dXNlcjpwYXNz");
    assert.equal(value("Authorization: Basic dXNlcjpwYXNz"), "Basic dXNlcjpwYXNz");
  });

  it("says that quoted and empty values are sent as they are", () => {
    const resolved = resolve('@q = "1"\n@e =\nGET http://a/{{q}}/{{e}}');
    assert.equal(resolved.url, 'http://a/"1"/');
    assert.deepEqual(codes(resolved), ["quoted-variable", "empty-variable"]);
  });
});
