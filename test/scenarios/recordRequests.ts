import { appendFileSync } from "node:fs";
import { type IncomingMessage, Server } from "node:http";
import type { AddressInfo } from "node:net";

/** Loaded before a service: writes the port it listens on and every request it receives to the file REQUEST_LOG, one JSON object a line. */
const log = process.env["REQUEST_LOG"] ?? "";
const emit = Server.prototype.emit;

function write(entry: object): void {
  appendFileSync(log, `${JSON.stringify(entry)}\n`);
}

Server.prototype.emit = function (this: Server, event: string, ...values: unknown[]): boolean {
  if (event === "listening") {
    write({ port: (this.address() as AddressInfo).port });
  }
  if (event === "request" || event === "upgrade" || event === "checkContinue") {
    const request = values[0] as IncomingMessage;
    write({ method: request.method, url: request.url, headers: request.rawHeaders });
  }
  return Reflect.apply(emit, this, [event, ...values]) as boolean;
};
