import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

/** One request as it reached a server; `credentials` are the values of its Authorization, Cookie and key fields. */
export interface Recorded {
  readonly line: string;
  readonly credentials: readonly string[];
}

/** A running server that writes down every request that reaches it. */
export interface Recorder {
  readonly origin: string;
  readonly log: Recorded[];
  /** Every credential that ever reached it, each once. */
  credentials(): readonly string[];
  close(): Promise<void>;
}

/** Starts a server on a free port of this machine; `answer` does what the application does. */
export async function startRecorder(answer: RequestListener): Promise<Recorder> {
  const log: Recorded[] = [];
  const server = createServer((request, response) => {
    const fields = Object.entries(request.headers).filter(([name]) => /^(authorization|cookie|x-.*key)$/.test(name));
    log.push({ line: `${request.method} ${request.url}`, credentials: fields.map(([, value]) => String(value)) });
    answer(request, response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    log,
    credentials: () => [...new Set(log.flatMap(({ credentials }) => credentials))].toSorted(),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
