import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createExchanger } from "../../src/engine/exchange/exchanger.ts";
import { createExchangeHistory } from "../../src/engine/exchange/history/exchangeHistory.ts";
import { noEnvironments } from "../../src/engine/requests/environments/environmentSet.ts";
import { parseHttpFile } from "../../src/engine/requests/grammar/parseHttpFile.ts";
import { resolveRequest } from "../../src/engine/requests/resolve/resolveRequest.ts";
import { createMask } from "../../src/engine/secrets.ts";
import { exportCurl } from "../../src/report/exports/curl.ts";
import { exportHar } from "../../src/report/exports/har.ts";
import { exportHttp } from "../../src/report/exports/rawHttp.ts";
import { storedExchangeText } from "../../src/report/exports/storedExchangeText.ts";
import { describeRequest } from "../../src/report/requests/describeRequest.ts";
import { type RecordingServer, respond, startRecordingServer } from "../engine/exchange/recordingServer.ts";
import { never, realClock } from "../engine/exchange/requests.ts";

/** What a person writes into a file without a variable; every secret begins with `CANARY`, and nothing names it but its place. */
const requests: Readonly<Record<string, string>> = {
  multipart: `POST /a
Content-Type: multipart/form-data; boundary=XX

--XX
Content-Disposition: form-data; name="password"

CANARY-multipart
--XX--`,
  form: `POST /a
Content-Type: application/x-www-form-urlencoded

username=me&password=CANARY%2Fform%2B1&client_secret=CANARYsecret`,
  XML: `POST /a
Content-Type: application/xml

<soap><wsse:Password Type="x">CANARY-soap</wsse:Password><a token="CANARY-attribute"/></soap>`,
  GraphQL: `POST /a
Content-Type: application/json

{"query":"mutation { login(password: \\"CANARY-inline\\") { id } }","variables":{"password":"CANARY\\"escaped"}}`,
  YAML: `POST /a
Content-Type: application/yaml

user:
  - apiKey: "CANARY-item"
    client_secret: CANARY-plain`,
  "a query": "GET /a?X-Amz-Signature=CANARYsig&access_token=CANARYtoken&page=2",
  "the user information": "GET http://me:CANARY%40pw@HOST/a",
  "Basic in plain words": `GET /a
Authorization: Basic me:CANARY-basic`,
  "Basic in base64": `GET /a
Authorization: Basic ${Buffer.from("me:CANARY-basic").toString("base64")}`,
  "fields with the name of a key": `GET /a
X-Api-Key: CANARY-key
X-Hub-Signature-256: sha256=CANARYhub
Private-Token: CANARY-token
Cookie: session=CANARY-cookie; theme=dark`,
};

let server: RecordingServer;
const exchanger = createExchanger({ clock: realClock });
before(async () => {
  server = await startRecordingServer((socket, head) => {
    const request = server.requests.at(-1) ?? head;
    const basic = /^authorization: basic (\S+)/im.exec(head)?.[1] ?? "";
    const seen = [request, Buffer.from(basic, "base64").toString(), Buffer.from(request).toString("hex")];
    const again = JSON.stringify({ seen, base64: Buffer.from(request).toString("base64"), text: JSON.stringify(seen) });
    socket.write(
      respond(404, ["Content-Type: application/json", `X-Seen: ${encodeURIComponent(seen[1] ?? "")}`], again),
    );
  });
});
after(async () => {
  await exchanger.close();
  await server.close();
});

/** Everything in which a canary could be recognised: the text, and what its encodings say. */
function readings(text: string): readonly string[] {
  const base64 = [...text.matchAll(/[\w+/]{12,}={0,2}/g)].flatMap(([run]) =>
    [0, 1, 2, 3].map((offset) => Buffer.from(run.slice(offset), "base64").toString("latin1")),
  );
  const hex = [...text.matchAll(/(?:[0-9a-f]{2}){4,}/gi)].map(([run]) => Buffer.from(run, "hex").toString("latin1"));
  return [text, ...base64, ...hex];
}

for (const [place, written] of Object.entries(requests)) {
  test(`a secret written in ${place} and given back is in no export, no history and no question`, async () => {
    const text = written.replace("HOST", `127.0.0.1:${server.port}`).replace(/^(\w+) \/a/, `$1 ${server.origin}/a`);
    const parsed = parseHttpFile(text);
    const [first] = parsed.requests;
    assert.ok(first);
    const context = { file: "a.http", text, parsed, environments: noEnvironments, environment: null, given: {} };
    const request = resolveRequest(first, { ...context, clock: realClock });
    const exchange = await exchanger.send(request, never);
    assert.equal(exchange.response?.status, 404);
    assert.ok(
      readings(server.requests.at(-1) ?? "").some((reading) => reading.includes("CANARY")),
      "it was sent",
    );
    const mask = createMask(request.secrets);
    const history = createExchangeHistory({ read: async () => undefined, write: async () => undefined });
    const kept = await history.add(exchange, mask);
    const shown = [
      exportHar([exchange], mask),
      exportHttp(exchange, mask),
      exportCurl(request, mask),
      describeRequest(request),
      kept.entries.map(storedExchangeText).join("\n"),
      JSON.stringify(kept.entries),
    ];
    for (const surface of shown) {
      for (const reading of readings(surface)) assert.ok(!reading.includes("CANARY"), `${reading}\n\nin\n${surface}`);
    }
  });
}
