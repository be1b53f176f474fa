import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepareDemo, startDemoService } from "../../src/node/demo.ts";

/** The folder of this project. */
export const root = join(import.meta.dirname, "../..");

/** A fresh copy of the demo workspace whose environment points at a running demo service; `close` ends and removes both. */
export interface OpenDemo {
  readonly folder: string;
  readonly baseUrl: string;
  close(): Promise<void>;
}

/** Starts the bundled demo service on a free port and copies the demo workspace into a temporary folder; needs `npm run build`. */
export async function openDemo(): Promise<OpenDemo> {
  const service = await startDemoService(join(root, "dist/demo/service.cjs"));
  const parent = await mkdtemp(join(tmpdir(), "diagnose-404-"));
  const folder = join(parent, "demo");
  await prepareDemo({ source: join(root, "media/demo"), target: folder, baseUrl: service.baseUrl });
  const close = async () => {
    service.stop();
    await rm(parent, { recursive: true, force: true, maxRetries: 5 });
  };
  return { folder, baseUrl: service.baseUrl, close };
}
