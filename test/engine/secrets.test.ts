import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { createMask, findSecrets, isCredentialField, isSecretName, maskText } from "../../src/engine/secrets.ts";
import { assertLinear, leastTime } from "../growth.ts";

const bare = createMask([]);

const jwt = `eyJ${"hbGciOiJIUzI1NiJ9"}.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P`;

const texts: readonly (readonly [string, string])[] = [
  ["GET /a?access_token=abc123&x=1#id_token=zzz", "GET /a?access_token=•••&x=1#id_token=•••"],
  [
    "https://h/a?key=AIzaShort&code=4/P7q&X-Amz-Signature=0af3&page=2",
    "https://h/a?key=•••&code=•••&X-Amz-Signature=•••&page=2",
  ],
  ["https://user:pa%40ss@h:1/x and http://tok@h/", "https://•••@h:1/x and http://•••@h/"],
  ["mailto:me@example.com at http://h/a@b", "mailto:me@example.com at http://h/a@b"],
  [`token is ${jwt}.`, "token is •••"],
  [
    '{"password":"p","userName":"bob","clientSecret": "s\\"x", "pin":1}',
    '{"password":"•••","userName":"bob","clientSecret": "•••", "pin":1}',
  ],
  [
    '{"api_key":12345,"accessToken":null,"nextPageToken":"p2","tokens":7}',
    '{"api_key":•••,"accessToken":null,"nextPageToken":"p2","tokens":7}',
  ],
  ['"{\\"password\\":\\"deep\\",\\"a\\":\\"b\\"}"', '"{\\"password\\":\\"•••\\",\\"a\\":\\"b\\"}"'],
  [
    "grant_type=password&username=u&password=hunter22&client_secret=s",
    "grant_type=password&username=u&password=•••&client_secret=•••",
  ],
  [
    "Authorization: Bearer abc.def\r\nX-Api-Key: k\nAccept: */*",
    "Authorization: Bearer •••\r\nX-Api-Key: •••\nAccept: */*",
  ],
  ["> Cookie: a=1; b=2", "> Cookie: a=•••; b=•••"],
  ["< Set-Cookie: sid=abc; Path=/; HttpOnly", "< Set-Cookie: sid=•••; Path=/; HttpOnly"],
  ["curl -H 'Authorization: Basic dTpw' http://h", "curl -H 'Authorization: Basic •••' http://h"],
  ["sent Bearer abc123def456 to it", "sent Bearer ••• to it"],
  [
    "Bearer authentication is required, Basic credentials too",
    "Bearer authentication is required, Basic credentials too",
  ],
  ["ghp_abcdefghijklmnopqrstuvwxyz0123456789 and sk_live_0123456789abc", "••• and •••"],
  ["id=42 for /users/42, tenant=acme, author: Ann", "id=42 for /users/42, tenant=acme, author: Ann"],
  ["Error at line 3: no route for GET /tokens/7", "Error at line 3: no route for GET /tokens/7"],
  [
    '--X\r\nContent-Disposition: form-data; name="password"\r\n\r\nhunter22\r\n--X\r\nContent-Disposition: form-data; name="note"\r\n\r\nhello\r\n--X--',
    '--X\r\nContent-Disposition: form-data; name="password"\r\n\r\n•••\r\n--X\r\nContent-Disposition: form-data; name="note"\r\n\r\nhello\r\n--X--',
  ],
  [
    `<s><w:Password Type="x">p</w:Password><apiKey><![CDATA[k]]></apiKey><a token="t" id='7'/><name>n</name></s>`,
    `<s><w:Password Type="x">•••</w:Password><apiKey><![CDATA[•••]]></apiKey><a token="•••" id='7'/><name>n</name></s>`,
  ],
  [
    '<input type="hidden" name="csrf_token" value="v"><input name="q" value="w">',
    '<input type="hidden" name="csrf_token" value="•••"><input name="q" value="w">',
  ],
  [
    String.raw`{"query":"mutation { login(user: \"me\", password: \"p\") { id } }"}`,
    String.raw`{"query":"mutation { login(user: \"me\", password: \"•••\") { id } }"}`,
  ],
  ['user:\n  - apiKey: "k"\n    client_secret: s\nname: n', "user:\n  - apiKey: •••\n    client_secret: •••\nname: n"],
  [
    '{"params":[{"name":"password","value":"p\\"q"},{"name":"page","value":"2"}]}',
    '{"params":[{"name":"password","value":"•••"},{"name":"page","value":"2"}]}',
  ],
  ["x-hub-signature-256: sha256=ab12\npassword2=p", "x-hub-signature-256: •••\npassword2=•••"],
  [
    "-----BEGIN RSA PRIVATE KEY-----\nDEK-Info: x\n\nMIIE\n-----END RSA PRIVATE KEY-----",
    "-----BEGIN RSA PRIVATE KEY-----•••-----END RSA PRIVATE KEY-----",
  ],
  [
    "https://hooks.slack.com/services/T0/B0/abc and https://discord.com/api/webhooks/1/ab-c",
    "https://hooks.slack.com/services/••• and https://discord.com/api/webhooks/1/•••",
  ],
  [`/reset_${jwt}/x`, "/reset_•••/x"],
];
for (const [given, shown] of texts) {
  test(`text: ${given.replaceAll(jwt, "JWT").slice(0, 60)}`, () => {
    assert.equal(bare.text(given), shown);
  });
}

const fields: readonly (readonly [string, string, string])[] = [
  ["Authorization", "Bearer abc", "Bearer •••"],
  ["authorization", "abc", "•••"],
  ["Authorization", 'Digest username="u", response="r"', "Digest •••"],
  ["Cookie", "a=1; b=2=3; c", "a=•••; b=•••; •••"],
  ["Set-Cookie", "a=1; Path=/; Secure", "a=•••; Path=/; Secure"],
  ["X-Api-Key", "abc", "•••"],
  ["Ocp-Apim-Subscription-Key", "abc", "•••"],
  ["X-Auth-Token", "", ""],
  ["Idempotency-Key", "abc", "abc"],
  ["WWW-Authenticate", 'Bearer realm="x"', 'Bearer realm="x"'],
  ["X-Request-Id", "abc", "abc"],
  ["Referer", "http://h/?token=abc", "http://h/?token=•••"],
  ["Location", "/cb?code=abc&state=1", "/cb?code=•••&state=1"],
];
for (const [name, given, shown] of fields) {
  test(`field: ${name}: ${given}`, () => {
    assert.equal(bare.field(name, given), shown);
  });
}

test("names of credentials are told from others", () => {
  for (const name of [
    "AUTHORIZATION",
    "x-api-key",
    "X-Session-Token",
    "My-Client-Secret",
    "X-Functions-Key",
    "apikey",
    "X_AUTH_TOKEN",
  ]) {
    assert.equal(isCredentialField(name), true, name);
  }
  for (const name of [
    "Accept",
    "ETag",
    "X-Request-Id",
    "Author",
    "Content-Type",
    "X-Token-Count",
    "Sec-WebSocket-Key",
    "Surrogate-Key",
  ]) {
    assert.equal(isCredentialField(name), false, name);
  }
  for (const name of ["accessToken", "client_secret", "PASSWORD", "X-Amz-Security-Token", "apiKey", "sig", "jwt"]) {
    assert.equal(isSecretName(name), true, name);
  }
  for (const name of [
    "key",
    "id",
    "design",
    "assignment",
    "pageToken",
    "compass",
    "primaryKey",
    "passenger",
    "author",
  ]) {
    assert.equal(isSecretName(name), false, name);
  }
});

test("short and common values are left to the names they stand under", () => {
  const mask = createMask(["ok", "token", "password", "12345", "   "]);
  assert.equal(mask.text("ok, the password is 12345 tokens"), "ok, the password is 12345 tokens");
  assert.equal(mask.text("?token=ok"), "?token=•••");
});

test("of Basic credentials the pair and its password are known, and every value in hex", () => {
  const pair = Buffer.from("me:hunter-22:x").toString("base64");
  const mask = createMask([`Basic ${pair}`]);
  const hex = Buffer.from("hunter-22:x").toString("hex");
  for (const shown of ["wrong password hunter-22:x", `me:hunter-22:x`, pair, hex, hex.toUpperCase()]) {
    assert.doesNotMatch(mask.text(`<${shown}>`), /hunter-22|bWU6|68756e746572/i, shown);
  }
});

test("what surely is secret in a text is found, and what only may be is not", () => {
  const text = 'a?code=SKU-1&access_token=t1 {"password":"p\\"1"} <secret>s1</secret> http://u:p1@h/';
  assert.deepEqual(new Set(findSecrets(text)), new Set(["t1", 'p\\"1', "s1", "u:p1"]));
});

test("a known value is masked without its scheme, and inside the base64 of a pair", () => {
  const mask = createMask(["Bearer k9-canary", "s3cr3t/+ä"]);
  assert.equal(mask.text("saw k9-canary!"), `saw ${maskText}!`);
  for (const user of ["u", "us", "use", "user"]) {
    const encoded = Buffer.from(`${user}:s3cr3t/+ä`).toString("base64");
    const shown = mask.text(`echo ${encoded}`);
    const rest = shown.replaceAll(maskText, "").replace("echo ", "");
    assert.ok(rest.length < 10, shown);
  }
});

/** Ways a planted value can come back: each must be gone from every output. */
const disguises: readonly ((secret: string) => string)[] = [
  (secret) => secret,
  (secret) => encodeURIComponent(secret),
  (secret) => encodeURIComponent(secret).replaceAll("%20", "+"),
  (secret) => encodeURIComponent(secret).replace(/%[0-9A-F]{2}/g, (octet) => octet.toLowerCase()),
  (secret) => JSON.stringify({ echo: secret }),
  (secret) => JSON.stringify(JSON.stringify({ echo: secret })),
  (secret) => `<p>${secret}</p>`,
  (secret) => `https://h/hooks/${encodeURIComponent(secret)}/x?y=${encodeURIComponent(secret)}`,
];

test("planted secrets are found in no output, whatever their form and surroundings", () => {
  const secret = fc
    .string({ minLength: 8, maxLength: 40, unit: "grapheme-ascii" })
    .filter((text) => text.trim() === text && !/^[\s•]*$/.test(text) && /[^a-z]/i.test(text));
  const noise = fc.string({ maxLength: 60 });
  fc.assert(
    fc.property(
      fc.array(secret, { minLength: 1, maxLength: 4 }),
      noise,
      noise,
      fc.nat(),
      (secrets, before, after, pick) => {
        const mask = createMask(secrets);
        for (const one of secrets) {
          const disguise = disguises[pick % disguises.length] ?? String;
          const planted = disguise(one);
          const text = `${before} ${planted} ${after}`;
          for (const shown of [
            mask.text(text),
            mask.field("X-Echo", text.replaceAll("\n", " ")),
            mask.url(`http://h/${planted}`),
          ]) {
            assert.ok(!shown.includes(one) || maskText.includes(one), JSON.stringify({ one, shown }));
            assert.ok(!shown.includes(encodeURIComponent(one)), JSON.stringify({ one, shown }));
          }
        }
      },
    ),
    { numRuns: 500 },
  );
});

test("a known value is found with only some of its characters encoded, and escaped however deep", () => {
  const value = `a1'b("c\\\\d/é %e`;
  const mask = createMask([value]);
  const json = JSON.stringify(value);
  const forms = [
    new URL(`http://h/?x=${encodeURIComponent(value)}`).search.slice(3),
    encodeURIComponent(value).replaceAll("%27", "'").toLowerCase().replaceAll("%20", "+"),
    encodeURIComponent(encodeURIComponent(value)),
    encodeURIComponent(json.slice(1, -1)).toLowerCase(),
    JSON.stringify(JSON.stringify(JSON.stringify(json))).slice(1, -1),
    json.slice(1, -1).replaceAll("/", "\\/").replaceAll("é", "\\u00e9").replaceAll("'", "\\u0027"),
  ];
  for (const form of forms) {
    assert.ok(mask.text(`<${form}>`).includes(maskText), form);
    assert.ok(!/b\(|b%28|c\\|c%5c/i.test(mask.text(`<${form}>`)), mask.text(`<${form}>`));
  }
  assert.equal(mask.text("a1 and a1'b are others"), "a1 and a1'b are others");
});

test("masking twice changes nothing more", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      const once = bare.text(text);
      assert.equal(bare.text(once), once);
    }),
    { numRuns: 500 },
  );
  for (const [given] of texts) assert.equal(bare.text(bare.text(given)), bare.text(given));
});

for (const [name, unit] of [
  ["letters", "a"],
  ["words and dashes", "a-b-"],
  ["schemes", "http://"],
  ["quotes", '"a":"'],
  ["backslashes", '\\"'],
  ["equals", "a=&"],
  ["Bearer", "Bearer a1 "],
  ["jwt starts", "eyJaaaaa."],
  ["colons", "a: b\n"],
  ["bare names before a string that does not end", "pass:' "],
  ["elements that do not end", "<pass>"],
  ["attributes", " token='"],
  ["CDATA", "<token><![CDATA[ ]]"],
  ["parts of a form", "form-data; name=pass\n"],
  ["dashes under a name of a key", "pass - ---------"],
  ["begins of keys", "-----BEGIN PRIVATE KEY-----"],
  ["indents", "pass                                        "],
] as const) {
  test(`time grows with the size and no faster on ${name}`, () => {
    assertLinear((size) => bare.text(unit.repeat(Math.ceil(size / unit.length))), 800_000);
  });
}

test("200 known values cost about as much as one", () => {
  const line = '{"id":12345,"name":"an item of the list","link":"https://example.com/items/12345"}\n';
  const body = line.repeat(Math.ceil(2_000_000 / line.length));
  const time = (count: number) => {
    const mask = createMask(
      Array.from({ length: count }, (_, index) => `canary-${index * 7919}-${"x".repeat(index % 20)}`),
    );
    mask.text(line);
    return leastTime(() => mask.text(body));
  };
  time(1);
  const one = time(1);
  const many = time(200);
  assert.ok(many < one * 3 + 5, `${one} ms for one, ${many} ms for 200`);
});

test("a value is masked without what got into it by mistake as well: invisible characters, white space, quotes", () => {
  const mask = createMask(["DE-HE-\u200b0417", ' "k7Qx-99z" ']);
  assert.equal(mask.text("Use /apiaries/DE-HE-0417, not DE-HE-%E2%80%8B0417"), "Use /apiaries/•••, not •••");
  assert.equal(mask.url("http://h/keys/k7Qx-99z"), "http://h/keys/•••");
});
