import type { ClientCertificate } from "../engine/exchange/connect/trust.ts";
import type { ResolvedRequest } from "../engine/model/request.ts";
import type { Supplier } from "../engine/supply.ts";
import { parseTargetUri } from "../engine/targetUri.ts";
import type { CertificateContent } from "../node/clientCertificate.ts";

/** The client certificate of a command line, shown to the hosts that the person sends to and to no other. */
export class Identity {
  /** What is shown to which host; grows with `showTo`. */
  readonly shown: ClientCertificate[] = [];
  readonly #content: CertificateContent | null;

  constructor(content: CertificateContent | null) {
    this.#content = content;
  }

  /** Shows the certificate to the host of a request from now on. */
  showTo({ url }: ResolvedRequest): void {
    const host = parseTargetUri(url)?.host;
    if (this.#content !== null && host !== undefined && !this.shown.some((one) => one.host === host)) {
      this.shown.push({ host, ...this.#content });
    }
  }

  /** A responder that shows the certificate to the hosts of the requests which it sends. */
  showing(respond: Supplier["respond"]): Supplier["respond"] {
    return (first, request, session) => {
      this.showTo(request);
      return respond(first, request, session);
    };
  }
}
