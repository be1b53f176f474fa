import { once } from "node:events";
import { Worker } from "node:worker_threads";

/** The authorities of the system, read in a worker thread; `workerFile` is the bundled `authoritiesReader`. None where they cannot be read. */
export async function readAuthoritiesInWorker(workerFile: string): Promise<readonly string[]> {
  const worker = new Worker(workerFile);
  worker.unref();
  try {
    const [authorities] = (await once(worker, "message")) as [readonly string[]];
    return authorities;
  } catch {
    return [];
  } finally {
    void worker.terminate();
  }
}
