import { request } from "node:http";
import type { Stage } from "./stage.ts";

/** Sends what `facts` or `before` of a scenario describe, in order, and returns a sentence for each answer that differs from its description. */
export async function findFalseFacts(facts: readonly string[], stage: Stage): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const fact of facts) {
    const { method, url, status, headers } = readFact(fact, stage);
    const answered = await statusOf(method, url, headers);
    if (answered !== status) {
      wrong.push(`${fact}: answered ${answered}`);
    }
  }
  return wrong;
}

function readFact(fact: string, stage: Stage) {
  const [line = "", ...fields] = fact.split(" | ");
  const [, server, method = "", target = "", status] = /^(?:([a-z]+):)?([A-Z]+) (\S+) (\d+)$/.exec(line.trim()) ?? [];
  if (status === undefined) {
    throw new Error(`Not a fact: ${fact}`);
  }
  const port = server === undefined ? stage.servers[0]?.port : stage.ports.get(server);
  const headers = fields.map((field): readonly [string, string] => {
    const [name = "", ...value] = field.split(":");
    return [name.trim(), value.join(":").trim()];
  });
  return { method, url: { port, target }, status: Number(status), headers };
}

function statusOf(
  method: string,
  url: { readonly port: number | undefined; readonly target: string },
  headers: readonly (readonly [string, string])[],
): Promise<number | string> {
  return new Promise((resolve) => {
    const fields = headers.flat();
    const sent = request(
      {
        host: "localhost",
        port: url.port,
        method,
        path: url.target,
        headers: Object.fromEntries(headers),
        agent: false,
      },
      (response) => {
        response.resume();
        response.on("end", () => resolve(response.statusCode ?? 0));
      },
    );
    sent.on("upgrade", (response, socket) => {
      socket.destroy();
      resolve(response.statusCode ?? 0);
    });
    sent.on("error", (error) => resolve(`${error.message} (${fields.length} fields)`));
    sent.end();
  });
}
