import assert from "node:assert/strict";
import { diagnose } from "../../../src/engine/diagnose.ts";
import type { DiagnoseWorld } from "../../../src/engine/diagnosis/world.ts";
import { createExchanger } from "../../../src/engine/exchange/exchanger.ts";
import type { Diagnosis } from "../../../src/engine/model/diagnosis.ts";
import type { ResolvedRequest } from "../../../src/engine/model/request.ts";
import type { Clock, Files } from "../../../src/engine/ports.ts";
import { readEnvironments } from "../../../src/engine/requests/environments/environments.ts";
import { parseHttpFile } from "../../../src/engine/requests/grammar/parseHttpFile.ts";
import type { ResolveContext } from "../../../src/engine/requests/resolve/resolveContext.ts";
import { resolveRequest } from "../../../src/engine/requests/resolve/resolveRequest.ts";
import { readTable } from "../routes/workspace.ts";

const clock: Clock = { now: () => Date.now(), elapsed: () => performance.now() };

/** What an investigation finds ready: the first request of `api.http` under one environment, and what surrounds it. */
export interface Ready {
  readonly context: ResolveContext;
  readonly request: ResolvedRequest;
  readonly siblings: readonly ResolvedRequest[];
  readonly elsewhere: readonly ResolvedRequest[];
}

/** Files held in memory, listed in path order. */
export function filesOf(texts: Readonly<Record<string, string>>): Files {
  const encoder = new TextEncoder();
  const names = Object.keys(texts).toSorted();
  return {
    read: async (file) => (texts[file] === undefined ? undefined : encoder.encode(texts[file])),
    list: async () => names.map((file) => ({ file, size: texts[file]?.length ?? 0, modified: 0 })),
  };
}

/** Diagnoses the first request of `api.http` among `texts`; `change` may put something else into the engine's world. */
export async function diagnoseWorkspace(
  texts: Readonly<Record<string, string>>,
  environment: string | null,
  change: (ready: Ready) => Partial<DiagnoseWorld> = () => ({}),
  responses: NonNullable<ResolveContext["responses"]> = new Map(),
): Promise<Diagnosis> {
  const files = filesOf(texts);
  const text = texts["api.http"] ?? "";
  const parsed = parseHttpFile(text);
  const [written] = parsed.requests;
  assert.ok(written, "api.http holds no request");
  const environments = await readEnvironments(files, "api.http");
  const context: ResolveContext = {
    file: "api.http",
    text,
    parsed,
    environments,
    environment,
    given: {},
    clock,
    responses,
  };
  const [request, ...siblings] = parsed.requests.map((one) => resolveRequest(one, context));
  assert.ok(request);
  const elsewhere = environments.names
    .filter((name) => name !== environment)
    .map((name) => resolveRequest(written, { ...context, environment: name }));
  const sources = Object.fromEntries(Object.entries(texts).filter(([file]) => /\.(js|py)$/.test(file)));
  const exchanger = createExchanger({ clock });
  const world: DiagnoseWorld = {
    files,
    clock,
    exchanger,
    routes: await readTable(sources),
    siblings,
    elsewhere,
    written,
    consent: { allows: async () => false },
    sending: "allowed",
    maxProbes: 12,
    signal: new AbortController().signal,
    ...change({ context, request, siblings, elsewhere }),
  };
  try {
    return await finish(diagnose(request, world));
  } finally {
    await exchanger.close();
  }
}

async function finish(steps: ReturnType<typeof diagnose>): Promise<Diagnosis> {
  for (;;) {
    const step = await steps.next();
    if (step.done) {
      return step.value;
    }
  }
}

/** The verdict as `cause/kind`. */
export function kindOf({ verdict }: Diagnosis): string {
  return `${verdict.cause}/${verdict.kind}`;
}

/** What one step found, as its sentences. */
export function findingsOf({ steps }: Diagnosis, id: string): readonly string[] {
  return steps.find((step) => step.id === id)?.findings ?? [];
}
