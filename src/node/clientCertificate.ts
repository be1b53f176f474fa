import { readFile } from "node:fs/promises";
import { createSecureContext } from "node:tls";

/** Where a client certificate lies: certificate and key in PEM, both in one file where no key is named, or both as PKCS 12. */
export type CertificateFiles = { readonly cert: string; readonly key: string | null } | { readonly pfx: string };

/** What a client shows to a host that asks for a certificate. */
export type CertificateContent =
  | { readonly cert: string; readonly key: string; readonly passphrase?: string }
  | { readonly pfx: Uint8Array; readonly passphrase?: string };

/** A certificate that can be used, or why it cannot: a file is not there, its passphrase is missing or wrong, or it is none. */
export type ReadCertificate =
  | { readonly kind: "usable"; readonly content: CertificateContent }
  | { readonly kind: "locked" }
  | { readonly kind: "unreadable"; readonly file: string }
  | { readonly kind: "unusable" };

/** Reads the files of a client certificate and tries whether they open; never rejects. */
export async function readClientCertificate(
  files: CertificateFiles,
  passphrase: string | null,
): Promise<ReadCertificate> {
  const names = "pfx" in files ? [files.pfx] : [files.cert, files.key ?? files.cert];
  const contents: Buffer[] = [];
  for (const file of names) {
    const content = await readFile(file).catch(() => null);
    if (content === null) return { kind: "unreadable", file };
    contents.push(content);
  }
  const [first = Buffer.alloc(0), second = first] = contents;
  const lock = passphrase === null ? {} : { passphrase };
  const content: CertificateContent =
    "pfx" in files ? { pfx: first, ...lock } : { cert: first.toString("utf8"), key: second.toString("utf8"), ...lock };
  try {
    createSecureContext("pfx" in content ? { ...content, pfx: Buffer.from(content.pfx) } : content);
    return { kind: "usable", content };
  } catch (error) {
    return { kind: isLocked(error) ? "locked" : "unusable" };
  }
}

/** OpenSSL's words for a passphrase that is missing or wrong. */
function isLocked(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const text = error instanceof Error ? error.message : "";
  return (
    /MISSING_PASSPHRASE|BAD_DECRYPT|BAD_PASSWORD_READ|INTERRUPTED_OR_CANCELLED/.test(code) ||
    /mac verify failure|bad decrypt|passphrase/i.test(text)
  );
}
