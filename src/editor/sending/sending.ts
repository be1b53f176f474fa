import { join } from "node:path";
import type { ExtensionContext, Uri } from "vscode";
import type { Exchanger } from "../../engine/exchange/exchanger.ts";
import type { ResolvedRequest } from "../../engine/model/request.ts";
import type { Settings } from "../settings.ts";
import { clock } from "../workspace.ts";
import { ClientCertificates } from "./clientCertificates.ts";

/** Opens what sends requests, under the terms of the settings: time, proxies, authorities, and certificates of this side. */
export class Sending {
  readonly #settings: Settings;
  readonly #certificates: ClientCertificates;
  readonly #authoritiesReader: string;
  #authorities: Promise<readonly string[]> | null = null;

  constructor(context: ExtensionContext, settings: Settings) {
    this.#settings = settings;
    this.#certificates = new ClientCertificates(context.secrets, settings);
    this.#authoritiesReader = join(context.extensionPath, "dist", "authoritiesReader.cjs");
  }

  /** An exchanger for these requests, to be closed by the caller; may ask for the passphrase of a client certificate. */
  async open(scope: Uri | null, requests: readonly ResolvedRequest[]): Promise<Exchanger> {
    const [{ createExchanger }, { keepUpTo }, { isFailure, readDestination }] = await Promise.all([
      import("../../engine/exchange/exchanger.ts"),
      import("../../engine/exchange/limits.ts"),
      import("../../engine/exchange/hops/target.ts"),
    ]);
    const destinations = requests.map(({ url }) => readDestination(url));
    const origins = destinations.flatMap((place) => (isFailure(place) ? [] : [place.origin]));
    const secure = origins.filter(({ scheme }) => scheme === "https");
    const totalMs = this.#settings.timeout(scope);
    return createExchanger({
      clock,
      limits: { totalMs, hopMs: totalMs, ...keepUpTo(this.#settings.maxResponseSize(scope)) },
      proxies: this.#settings.proxies(),
      proxyCertificates: this.#settings.verifiesProxies() ? "verify" : "accept-any",
      authorities: await this.#readAuthorities(),
      clientCertificates: await this.#certificates.load(scope, secure),
    });
  }

  /** Read once for a window; a redirect may lead to https, so not only for requests that start there. */
  async #readAuthorities(): Promise<readonly string[]> {
    if (!this.#settings.trustsSystem()) {
      return [];
    }
    const { readAuthoritiesInWorker } = await import("../../node/authorities.ts");
    this.#authorities ??= readAuthoritiesInWorker(this.#authoritiesReader);
    return this.#authorities;
  }
}
