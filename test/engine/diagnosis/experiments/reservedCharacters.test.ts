import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { investigate, verdictOf } from "../investigate.ts";

describe("what follows a number sign in a URL", () => {
  const ask = (written: string) =>
    investigate({
      server: ({ url = "" }, response) => {
        const isThere = url === "/tags/children%23fever" || url === "/tags/F%23" || url === "/tags";
        response.writeHead(isThere ? 200 : 404, { "content-type": "application/json" });
        response.end(isThere ? '["children#fever"]' : '{"error":"no such tag"}');
      },
      http: `GET ORIGIN${written}\n`,
    });

  it("is asked for as a part of the path, since it was never sent", async () => {
    const diagnosis = await ask("/tags/children#fever");
    assert.equal(verdictOf(diagnosis), "stale-identifier/id-encoding", diagnosis.verdict.summary);
    assert.match(diagnosis.verdict.summary, /^What begins with # is never sent: "#fever" .* written %23fever/);
    assert.match(diagnosis.fixes[0]?.request?.url ?? "", /\/tags\/children%23fever$/);
  });

  it("is asked for where the sign is the last of the identifier", async () => {
    const diagnosis = await ask("/tags/F#");
    assert.equal(verdictOf(diagnosis), "stale-identifier/id-encoding", diagnosis.verdict.summary);
    assert.match(diagnosis.fixes[0]?.request?.url ?? "", /\/tags\/F%23$/);
  });

  it("is left alone where it is a page's own route", async () => {
    const { log } = await ask("/tags#/children/fever");
    assert.ok(!log.some((line) => line.includes("%23")), log.join(", "));
  });
});

describe("a question mark that no parameter follows", () => {
  const ask = (written: string) =>
    investigate({
      server: ({ url = "" }, response) => {
        const isThere = url === "/riddles/who-am-i%3F";
        response.writeHead(isThere ? 200 : 404, { "content-type": "application/json" });
        response.end(isThere ? '{"title":"who-am-i?"}' : '{"error":"no such riddle"}');
      },
      http: `GET ORIGIN${written}\n`,
    });

  it("is asked for as a part of the path", async () => {
    const diagnosis = await ask("/riddles/who-am-i?");
    assert.equal(verdictOf(diagnosis), "stale-identifier/id-encoding", diagnosis.verdict.summary);
    assert.match(diagnosis.fixes[0]?.request?.url ?? "", /\/riddles\/who-am-i%3F$/);
  });

  it("is left alone where one does", async () => {
    const { log } = await ask("/riddles/who-am-i?page=2");
    assert.ok(!log.some((line) => line.includes("%3F")), log.join(", "));
  });
});
