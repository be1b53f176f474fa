import assert from "node:assert/strict";

/** What a value of an HTTP Archive must be. */
type Rule = (value: unknown, path: string) => void;

/** Checks a text against HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/): every field it demands, none it does not know, and the sums. */
export function assertHar(text: string): void {
  const har: unknown = JSON.parse(text);
  archive(har, "har");
}

const string: Rule = (value, path) => assert.equal(typeof value, "string", path);
const filled: Rule = (value, path) => assert.ok(typeof value === "string" && value !== "", path);
const url: Rule = (value, path) => assert.ok(URL.canParse(String(value)), path);
const whole: Rule = (value, path) => assert.ok(Number.isInteger(value) && Number(value) >= 0, `${path}: ${value}`);
const size: Rule = (value, path) => assert.ok(Number.isInteger(value) && Number(value) >= -1, `${path}: ${value}`);
const time: Rule = (value, path) => assert.ok(Number.isFinite(value) && Number(value) >= 0, `${path}: ${value}`);
const timeOrNone: Rule = (value, path) =>
  assert.ok(value === -1 || (Number.isFinite(value) && Number(value) >= 0), path);
const date: Rule = (value, path) =>
  assert.match(String(value), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/, path);
const address: Rule = (value, path) =>
  assert.match(String(value), /^(?:\d+\.\d+\.\d+\.\d+|[0-9a-f:.]*:[0-9a-f:.]*)$/i, path);

function list(item: Rule): Rule {
  return (value, path) => {
    assert.ok(Array.isArray(value), path);
    for (const [index, one] of value.entries()) item(one, `${path}[${index}]`);
  };
}

/** Each field must be there, but for those whose name ends in `?`; `comment` may stand everywhere, and a name with `_` is free. */
function record(fields: Readonly<Record<string, Rule>>): Rule {
  return (value, path) => {
    assert.ok(typeof value === "object" && value !== null && !Array.isArray(value), path);
    const left = new Map(Object.entries(value));
    for (const [written, rule] of Object.entries({ ...fields, "comment?": string })) {
      const name = written.replace("?", "");
      if (left.has(name)) rule(left.get(name), `${path}.${name}`);
      else assert.ok(written.endsWith("?"), `${path}.${name} is missing`);
      left.delete(name);
    }
    const unknown = [...left.keys()].filter((name) => !name.startsWith("_"));
    assert.deepEqual(unknown, [], path);
  };
}

const pair = record({ name: string, value: string });
const cookie = record({
  name: string,
  value: string,
  "path?": string,
  "domain?": string,
  "expires?": date,
  "httpOnly?": (value, path) => assert.equal(typeof value, "boolean", path),
  "secure?": (value, path) => assert.equal(typeof value, "boolean", path),
});
const parameter = record({ name: filled, "value?": string, "fileName?": string, "contentType?": string });

const postData: Rule = (value, path) => {
  record({ mimeType: string, "params?": list(parameter), "text?": string })(value, path);
  const { params, text } = value as { params?: unknown; text?: unknown };
  assert.notEqual(params === undefined, text === undefined, `${path}: params and text exclude each other`);
};

const request = record({
  method: filled,
  url,
  httpVersion: filled,
  cookies: list(cookie),
  headers: list(pair),
  queryString: list(pair),
  "postData?": postData,
  headersSize: size,
  bodySize: size,
});

const content: Rule = (value, path) => {
  record({ size: whole, "compression?": whole, mimeType: string, "text?": string, "encoding?": filled })(value, path);
};

const response = record({
  status: whole,
  statusText: string,
  httpVersion: filled,
  cookies: list(cookie),
  headers: list(pair),
  content,
  redirectURL: string,
  headersSize: size,
  bodySize: size,
});

const timings: Rule = (value, path) => {
  const optional = { "blocked?": timeOrNone, "dns?": timeOrNone, "connect?": timeOrNone, "ssl?": timeOrNone };
  record({ ...optional, send: time, wait: time, receive: time })(value, path);
  const { ssl = -1, connect = -1 } = value as { ssl?: number; connect?: number };
  assert.ok(ssl <= connect, `${path}: connect includes ssl`);
};

const entryFields = record({
  "pageref?": filled,
  startedDateTime: date,
  time,
  request,
  response,
  cache: record({}),
  timings,
  "serverIPAddress?": address,
  "connection?": filled,
});

const entry: Rule = (value, path) => {
  entryFields(value, path);
  const { time: total, timings: parts } = value as { time: number; timings: Record<string, number> };
  const sum = Object.entries(parts).reduce((so, [name, part]) => so + (name === "ssl" || part < 0 ? 0 : part), 0);
  assert.ok(Math.abs(total - sum) < 1e-6, `${path}.time is ${total}, its parts come to ${sum}`);
};

const page = record({
  startedDateTime: date,
  id: filled,
  title: string,
  pageTimings: record({ "onContentLoad?": timeOrNone, "onLoad?": timeOrNone }),
});

const named = record({ name: filled, version: filled });

const archive = record({
  log: record({
    version: (value, path) => assert.equal(value, "1.2", path),
    creator: named,
    "browser?": named,
    "pages?": list(page),
    entries: list(entry),
  }),
});
