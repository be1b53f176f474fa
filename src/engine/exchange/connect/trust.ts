import { createSecureContext, rootCertificates, type SecureContext, type SecureContextOptions } from "node:tls";
import { KnownFailure } from "../failures.ts";
import { readHost } from "./hostName.ts";

/**
 * A certificate by which this side shows who it is to one host (`api.example`, `api.example:8443`) and to no other: certificate and
 * key in PEM, or both as PKCS 12.
 */
export type ClientCertificate = { readonly host: string; readonly passphrase?: string } & (
  | { readonly cert: string; readonly key: string }
  | { readonly pfx: Uint8Array }
);

/** Authorities in PEM, or how to get them when a certificate is to be judged for the first time. */
export type Authorities = readonly string[] | (() => readonly string[]);

/** What TLS connections trust and show; each combination is prepared once, because that takes milliseconds. */
export class Trust {
  readonly #authorities: Authorities;
  readonly #clientCertificates: readonly ClientCertificate[];
  readonly #contexts = new Map<ClientCertificate | null, SecureContext | undefined>();
  #read: readonly string[] | null = null;

  constructor(authorities: Authorities, clientCertificates: readonly ClientCertificate[]) {
    this.#authorities = authorities;
    this.#clientCertificates = clientCertificates;
  }

  /** The terms of TLS with one place, undefined for those of Node; throws a `KnownFailure` when a certificate cannot be used. */
  contextFor(place: { readonly hostname: string; readonly port: number }): SecureContext | undefined {
    const own = this.#clientCertificates.find((one) => isCertificateFor(one.host, place)) ?? null;
    if (!this.#contexts.has(own)) this.#contexts.set(own, this.#createContext(own));
    return this.#contexts.get(own);
  }

  #createContext(own: ClientCertificate | null): SecureContext | undefined {
    this.#read ??= typeof this.#authorities === "function" ? this.#authorities() : this.#authorities;
    if (this.#read.length === 0 && own === null) return undefined;
    const shown = own === null ? {} : termsOf(own);
    const trusted: SecureContextOptions =
      this.#read.length === 0 ? {} : { ca: [...new Set([...rootCertificates, ...this.#read])] };
    try {
      return createSecureContext({ ...trusted, ...shown });
    } catch {
      const message =
        own === null
          ? "A certificate authority of the settings cannot be read; give it in PEM."
          : `The client certificate for ${own.host} cannot be used; check its two files and its passphrase.`;
      throw new KnownFailure({ code: "tls", message });
    }
  }
}

function termsOf(own: ClientCertificate): SecureContextOptions {
  const lock = own.passphrase === undefined ? {} : { passphrase: own.passphrase };
  return "pfx" in own ? { pfx: Buffer.from(own.pfx), ...lock } : { cert: own.cert, key: own.key, ...lock };
}

/** Whether a certificate that is written for `host` or `host:port` is for a place. */
export function isCertificateFor(
  written: string,
  place: { readonly hostname: string; readonly port: number },
): boolean {
  const host = readHost(place.hostname);
  const named = /^(.*?|\[.*\]):(\d+)$/.exec(written);
  const isAddress = written.split(":").length > 2 && !written.startsWith("[");
  if (named === null || isAddress) return readHost(written) === host;
  return readHost(named[1] ?? "") === host && named[2] === `${place.port}`;
}
