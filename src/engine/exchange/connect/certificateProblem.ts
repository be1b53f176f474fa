import type { PeerCertificate, TLSSocket } from "node:tls";

/** What is wrong with the certificate that was shown on a connection, with its issuer, dates or names, or null when it holds. */
export function findCertificateProblem(socket: TLSSocket): string | null {
  if (socket.authorized) return null;
  return sayProblem(String(socket.authorizationError ?? ""), socket.getPeerCertificate());
}

function sayProblem(code: string, certificate: PeerCertificate): string {
  const issuer = nameOf(certificate.issuer);
  if (code === "CERT_HAS_EXPIRED") return `expired on ${certificate.valid_to} (issued by ${issuer})`;
  if (code === "CERT_NOT_YET_VALID") return `is valid only from ${certificate.valid_from} (issued by ${issuer})`;
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID") {
    return `is for other names (${certificate.subjectaltname ?? nameOf(certificate.subject)})`;
  }
  if (code === "DEPTH_ZERO_SELF_SIGNED_CERT") return `is self-signed (by ${issuer})`;
  if (code === "SELF_SIGNED_CERT_IN_CHAIN") return `comes from an authority that is not trusted here (${issuer})`;
  if (code.startsWith("UNABLE_TO_")) return `comes from an unknown authority (${issuer})`;
  return `cannot be trusted (${code}, issued by ${issuer})`;
}

function nameOf(subject: PeerCertificate["subject"] | undefined): string {
  const name = subject?.CN ?? subject?.O ?? "no name";
  return Array.isArray(name) ? name.join(", ") : name;
}
