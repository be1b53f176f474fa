import assert from "node:assert/strict";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { readRoutes } from "../../../src/engine/routes/reading/readRoutes.ts";
import { createDiskFiles } from "../../../src/node/diskFiles.ts";
import { type ListedRoute, listRoutes } from "../../../src/report/routes/listRoutes.ts";
import { grammars } from "./workspace.ts";

interface RunningApp {
  readonly origin: string;
  stop(): unknown;
}

interface SampleApp {
  readonly name: string;
  /** What the schema has and the server never gives over HTTP, although it may answer `null`. */
  readonly silent: readonly string[];
  start(module: never): Promise<RunningApp>;
}

const apps: readonly SampleApp[] = [
  {
    name: "apollo5",
    silent: ["Subscription.paid"],
    async start({ createApp }: { createApp(): Promise<{ url: string; stop(): Promise<void> }> }) {
      const { url, stop } = await createApp();
      return { origin: new URL(url).origin, stop };
    },
  },
  {
    name: "yoga5",
    silent: [],
    async start({ createApp }: { createApp(): Server }) {
      const server = createApp();
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => server.close() };
    },
  },
];

/** Asks a running server for one field of a root type. */
async function ask(origin: string, path: string, kind: string, field: string): Promise<string> {
  const response = await fetch(`${origin}${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json, text/event-stream" },
    body: JSON.stringify({ query: `${kind} { ${field} }` }),
  });
  return response.text();
}

const rootTypes = ["queryType", "mutationType", "subscriptionType"];

/** The fields of the root types of a running server, by its own account. */
async function introspect(origin: string, path: string): Promise<readonly string[]> {
  const fields = rootTypes.map((type) => `${type} { name fields { name } }`);
  const answer = await ask(origin, path, "query", `__schema { ${fields.join(" ")} }`);
  const { data }: { data: { __schema: Record<string, { name: string; fields: { name: string }[] }> } } =
    JSON.parse(answer);
  return Object.values(data.__schema).flatMap((type) => type.fields.map((field) => `${type.name}.${field.name}`));
}

const kinds: Readonly<Record<string, string>> = { Query: "query", Mutation: "mutation" };

/** What an operation is asked by: of an object, one of its fields is asked for. */
function questionOf(operation: string): readonly [kind: string, field: string] {
  const [type = "", field = ""] = operation.split(".");
  return [kinds[type] ?? "subscription", field === "latest" ? "latest { place }" : field];
}

for (const { name, silent, start } of apps) {
  describe(`the operations of the sample app ${name}`, () => {
    const root = join(import.meta.dirname, "../../apps", name);
    let rows: readonly ListedRoute[];
    let running: RunningApp;
    before(async () => {
      running = await start((await import(join(root, "src/server.js"))) as never);
      const table = await readRoutes(createDiskFiles(root), grammars);
      rows = listRoutes(table.routes).filter(({ operation }) => operation !== undefined);
    });
    after(() => running.stop());

    const endpoint = () => rows[0]?.path.replace(/#.*/, "") ?? "";
    const asked = (operation: string) => ask(running.origin, endpoint(), ...questionOf(operation));
    const names = () => rows.map(({ operation = "" }) => operation);

    it("are answered, each by the resolver that the table names", async () => {
      for (const { operation = "", handler } of rows) {
        const answer = await asked(operation);
        assert.match(answer, /"data":/, operation);
        assert.doesNotMatch(answer, /"errors":/, operation);
        const place = /[\w.]+\.js:\d+/.exec(answer)?.[0];
        const lines = [0, 1].map((more) => handler && `${handler.file.replace(/^.*\//, "")}:${handler.line + more}`);
        assert.ok(handler === null ? place === undefined : lines.includes(place ?? ""), `${operation}: ${answer}`);
      }
    });

    it("are all that the app knows and answers", async () => {
      const known = await introspect(running.origin, endpoint());
      assert.deepEqual(names().sort(), known.filter((each) => !silent.includes(each)).sort());
      for (const each of silent) assert.doesNotMatch(await asked(each), /\.js:\d+/, each);
      assert.match(await asked("Query.unlisted"), /"errors":/);
    });
  });
}
