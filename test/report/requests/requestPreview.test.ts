import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Files } from "../../../src/engine/ports.ts";
import { readEnvironments } from "../../../src/engine/requests/environments/environments.ts";
import { parseHttpFile } from "../../../src/engine/requests/grammar/parseHttpFile.ts";
import { readBodyFiles } from "../../../src/engine/requests/resolve/bodyFiles.ts";
import { resolveRequest } from "../../../src/engine/requests/resolve/resolveRequest.ts";
import { previewRequest } from "../../../src/report/requests/requestPreview.ts";

/** The preview of the first request of a workspace file, under its environment dev. */
async function previewOf(contents: Readonly<Record<string, string>>): Promise<string> {
  const files: Files = {
    read: async (file) => (contents[file] === undefined ? undefined : new TextEncoder().encode(contents[file])),
    list: async () => [],
  };
  const text = contents["api.http"] ?? "";
  const parsed = parseHttpFile(text);
  const environments = await readEnvironments(files, "api.http");
  const environment = environments.names.includes("dev") ? "dev" : null;
  const clock = { now: () => 0, elapsed: () => 0 };
  const context = { file: "api.http", text, parsed, environments, environment, given: {}, clock };
  const [written] = parsed.requests;
  assert.ok(written);
  const bodyFiles = await readBodyFiles(written, context, files);
  return previewRequest(written, resolveRequest(written, { ...context, bodyFiles }));
}

describe("preview of a request", () => {
  it("shows what is sent, and where each part comes from", async () => {
    const preview = await previewOf({
      "http-client.env.json": '{\n  "dev": {\n    "base": "http://localhost:3000"\n  }\n}\n',
      "api.http":
        '@id = 8472\nPUT {{base}}/orders/{{id}}\nContent-Type: application/json\nX-Client: web\n\n{"order": "{{id}}"}\n',
    });
    assert.match(preview, /User-Agent: diagnose-404\//);
    assert.equal(
      preview.replace(/(diagnose-404)\/[\d.]+/, "$1"),
      `PUT http://localhost:3000/orders/8472
Content-Type: application/json
X-Client: web
Host: localhost:3000
User-Agent: diagnose-404
Accept: */*
Accept-Encoding: gzip, deflate, br, zstd
Content-Length: 17

{"order": "8472"}

### Where it comes from
# Environment: dev
# URL
#   http://localhost:3000  {{base}} of environment dev at http-client.env.json:3
#   /orders/               written at api.http:2
#   8472                   {{id}} at api.http:1
# Content-Type
#   application/json  written at api.http:3
# X-Client
#   web  written at api.http:4
# Body
#   8472  {{id}} at api.http:1
# Added in sending: Host, User-Agent, Accept, Accept-Encoding, Content-Length
`,
    );
  });

  it("is itself a request file of one request that would be sent alike", async () => {
    const preview = await previewOf({
      "api.http": "@id = 8472\nPOST http://localhost/orders/{{id}} HTTP/1.1\nX-A: 1\n\nid={{id}}\n",
    });
    const [request, ...others] = parseHttpFile(preview).requests;
    assert.deepEqual(others, []);
    assert.deepEqual(
      [request?.method, request?.url, request?.version, request?.body?.trim()],
      ["POST", "http://localhost/orders/8472", "HTTP/1.1", "id=8472"],
    );
  });

  it("hides secrets wherever they stand", async () => {
    const secret = "planted-9f3c71d0";
    const preview = await previewOf({
      "http-client.private.env.json": JSON.stringify({ dev: { key: secret } }),
      "api.http": `POST http://localhost/orders?api_key={{key}}&also=${secret}\nAuthorization: Bearer {{key}}\nX-Api-Key: literal-5d1\nCookie: sid=cookie-77aa\n\n{"password":"inline-31c8","key":"{{key}}"}\n`,
    });
    for (const planted of [secret, "literal-5d1", "cookie-77aa", "inline-31c8"]) {
      assert.ok(!preview.includes(planted), preview);
    }
    assert.match(preview, /\{\{key\}\} of environment dev at http-client\.private\.env\.json:1/);
  });

  it("says what has no value yet, and why", async () => {
    const preview = await previewOf({
      "api.http":
        "GET http://localhost/{{missing}}/{{login.response.body.$.id}}\nX-Code: {{$input Code}}\n\n###\n# @name login\nGET http://localhost/login\n",
    });
    assert.match(preview, /^# \{\{missing\}\} has no value\.$/m);
    assert.match(preview, /^# \{\{login\.response\.body\.\$\.id\}\} takes its value from the response to login\.$/m);
    assert.match(preview, /^# \{\{\$input Code\}\} is asked for when the request is sent\.$/m);
    assert.match(preview, /^GET http:\/\/localhost\/\{\{missing\}\}\//m);
    assert.doesNotMatch(preview, /Added in sending/);
  });

  it("names the file of a body and the variables in it", async () => {
    const preview = await previewOf({
      "order.json": '{"id": "{{id}}"}',
      "api.http": "@id = 7\nPOST http://localhost/orders\n\n<@ ./order.json\n",
    });
    assert.match(preview, /\n\n\{"id": "7"\}\n/);
    assert.match(
      preview,
      /# Body\n# {3}the file \.\/order\.json\n# Variables in the file\n# {3}7 {2}\{\{id\}\} at api\.http:1/,
    );
  });
});
