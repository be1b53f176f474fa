import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type Recorder, startRecorder } from "./recorder.ts";
import { diagnoseWorkspace, kindOf } from "./workspaceDiagnosis.ts";

describe("the base URLs that a file sets for other regions and environments", () => {
  let here: Recorder;
  let there: Recorder;

  const serve = (keys: readonly string[]) =>
    startRecorder(({ url = "" }, response) => {
      const key = keys.find((each) => url === `/orders/${each}`);
      response.writeHead(key ? 200 : 404, { "content-type": "application/json" });
      response.end(JSON.stringify(key ? { key } : { error: url.startsWith("/orders/") ? "no order" : "no path" }));
    });
  before(async () => {
    here = await serve(["K-31"]);
    there = await serve(["K-58"]);
  });
  after(async () => {
    await here.close();
    await there.close();
  });

  const ask = (own: string, other: string) =>
    diagnoseWorkspace(
      {
        "api.http": `@${own} = ${here.origin}\n@${other} = ${there.origin}\n\nGET {{${own}}}/orders/K-58\nAuthorization: Bearer of-here\n\n###\nGET {{${own}}}/orders/K-31\n`,
        "app.js":
          'const app = require("express")();\napp.get("/orders/:key", (req, res) => show(req, res));\napp.listen(3000);\n',
      },
      null,
    );

  const pairs: readonly (readonly [own: string, other: string, kind: string])[] = [
    ["eu_central_1", "us_west_2", "wrong-scope/wrong-region"],
    ["apiEu", "apiUs", "wrong-scope/wrong-region"],
    ["host", "host_staging", "wrong-scope/wrong-environment"],
    ["dev", "staging", "wrong-scope/wrong-environment"],
  ];
  for (const [own, other, kind] of pairs) {
    it(`${own} and ${other}: the thing is asked for there, without credentials, and the variable is what to change`, async () => {
      there.log.length = 0;
      const diagnosis = await ask(own, other);
      assert.equal(kindOf(diagnosis), kind, diagnosis.verdict.summary);
      assert.deepEqual(there.credentials(), []);
      const [fix] = diagnosis.fixes;
      assert.deepEqual([fix?.kind, fix?.edit?.newText], ["edit-request", `GET {{${other}}}/orders/K-58`]);
    });
  }

  const askDotenv = (files: Readonly<Record<string, string>>) =>
    diagnoseWorkspace(
      {
        "api.http":
          "GET {{$dotenv API_URL}}/orders/K-58\nAuthorization: Bearer of-here\n\n###\nGET {{$dotenv API_URL}}/orders/K-31\n",
        ".env": `API_URL=${here.origin}\n`,
        "app.js":
          'const app = require("express")();\napp.get("/orders/:key", (req, res) => show(req, res));\napp.listen(3000);\n',
        ...files,
      },
      null,
    );

  for (const file of [".env.staging", "park.env"]) {
    it(`${file} beside .env is an environment: the thing is asked for there, without credentials`, async () => {
      there.log.length = 0;
      const diagnosis = await askDotenv({ [file]: `API_URL=${there.origin}\n` });
      assert.equal(kindOf(diagnosis), "wrong-scope/wrong-environment", diagnosis.verdict.summary);
      assert.ok(diagnosis.verdict.summary.includes(`is at API_URL of ${file}, not at API_URL of .env`));
      assert.deepEqual(there.credentials(), []);
      assert.equal(diagnosis.fixes[0]?.request?.url, `${there.origin}/orders/K-58`);
    });
  }

  it("a URL that is written out is one of the environment whose variable holds its beginning", async () => {
    const diagnosis = await askDotenv({
      "api.http": `GET ${here.origin}/orders/K-58\n\n###\nGET ${here.origin}/orders/K-31\n`,
      ".env.development": `API_URL=${here.origin}\n`,
      ".env.production": `API_URL=${there.origin}\n`,
      ".env": "OTHER=1\n",
    });
    assert.equal(kindOf(diagnosis), "wrong-scope/wrong-environment", diagnosis.verdict.summary);
    assert.match(diagnosis.verdict.summary, /at API_URL of \.env\.production, not at API_URL of \.env\.development/);
  });

  it("so is one that a variable of the request file holds", async () => {
    const diagnosis = await askDotenv({
      "api.http": `@api = ${here.origin}\n\nGET {{api}}/orders/K-58\n\n###\nGET {{api}}/orders/K-31\n`,
      ".env.north": `PUBLIC_URL=${here.origin}\n`,
      ".env.south": `PUBLIC_URL=${there.origin}\n`,
      ".env": "OTHER=1\n",
    });
    assert.equal(kindOf(diagnosis), "wrong-scope/wrong-environment", diagnosis.verdict.summary);
    assert.match(diagnosis.verdict.summary, /at PUBLIC_URL of \.env\.south, not at PUBLIC_URL of \.env\.north/);
  });

  it("variables of one file that differ in one word are places of one service", async () => {
    const diagnosis = await askDotenv({
      "api.http": "GET {{$dotenv PLANT_LINZ}}/orders/K-58\n\n###\nGET {{$dotenv PLANT_LINZ}}/orders/K-31\n",
      ".env": `PLANT_LINZ=${here.origin}\nPLANT_DONAWITZ=${there.origin}\n`,
    });
    assert.equal(kindOf(diagnosis), "wrong-scope/wrong-region", diagnosis.verdict.summary);
    assert.match(diagnosis.verdict.summary, /at PLANT_DONAWITZ of \.env, not at PLANT_LINZ of \.env/);
  });

  it("variables of one file that differ in a region are of one service, wherever that stands in their names", async () => {
    const diagnosis = await askDotenv({
      "api.http": "GET {{$dotenv TOWER_EU_URL}}/orders/K-58\n",
      ".env": `TOWER_EU_URL=${here.origin}\nTOWER_US_URL=${there.origin}\n`,
    });
    assert.equal(kindOf(diagnosis), "wrong-scope/wrong-region", diagnosis.verdict.summary);
  });

  it("variables of one file that end alike are other services", async () => {
    const asked = there.log.length;
    await askDotenv({
      "api.http": "GET {{$dotenv ORDERS_URL}}/orders/K-58\n\n###\nGET {{$dotenv ORDERS_URL}}/orders/K-31\n",
      ".env": `ORDERS_URL=${here.origin}\nUSERS_URL=${there.origin}\n`,
    });
    assert.equal(there.log.length, asked);
  });

  it("an example, one of another folder, and one that names somebody are none", async () => {
    there.log.length = 0;
    const named = there.origin.replace("//", "//user:secret@");
    const diagnosis = await askDotenv({
      ".env.example": `API_URL=${there.origin}\n`,
      "other/.env.staging": `API_URL=${there.origin}\n`,
      ".env.qa": `API_URL=${named}\n`,
    });
    assert.equal(kindOf(diagnosis), "stale-identifier/unknown-id", diagnosis.verdict.summary);
    assert.deepEqual(there.log, []);
  });

  it("a base URL of another service is none of them", async () => {
    there.log.length = 0;
    const diagnosis = await ask("orders", "billing");
    assert.equal(kindOf(diagnosis), "stale-identifier/unknown-id", diagnosis.verdict.summary);
    assert.deepEqual(there.log, []);
  });
});
