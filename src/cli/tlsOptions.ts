import { readFile } from "node:fs/promises";
import { type CertificateContent, type CertificateFiles, readClientCertificate } from "../node/clientCertificate.ts";
import { CliError } from "./cliError.ts";

/** What `--cert`, `--key`, `--pass` and `--cacert` name. */
export interface TlsOptions {
  readonly certificate: { readonly files: CertificateFiles; readonly passphrase: string | null } | null;
  readonly authorities: readonly string[];
}

/** Reads the certificate options as curl means them; a file that ends in .p12 or .pfx is PKCS 12. */
export function readTlsOptions(values: {
  readonly cert?: string | undefined;
  readonly key?: string | undefined;
  readonly pass?: string | undefined;
  readonly cacert?: readonly string[] | undefined;
}): TlsOptions {
  const { cert, key, pass, cacert = [] } = values;
  if (cert === undefined && (key ?? pass) !== undefined) {
    throw new CliError("bad-arguments", "--key and --pass belong to --cert.");
  }
  if (cert === undefined) {
    return { certificate: null, authorities: cacert };
  }
  const files = /\.(?:p12|pfx)$/i.test(cert) ? { pfx: cert } : { cert, key: key ?? null };
  return { certificate: { files, passphrase: pass ?? null }, authorities: cacert };
}

/** The client certificate that the options name, null when they name none; throws a `CliError` when it cannot be used. */
export async function loadCertificate({ certificate }: TlsOptions): Promise<CertificateContent | null> {
  if (certificate === null) {
    return null;
  }
  const read = await readClientCertificate(certificate.files, certificate.passphrase);
  switch (read.kind) {
    case "usable":
      return read.content;
    case "locked":
      throw new CliError("bad-arguments", "The key of --cert is locked: give its passphrase with --pass.");
    case "unreadable":
      throw new CliError("unreadable-input", `There is no file ${read.file}.`);
    case "unusable":
      throw new CliError("unreadable-input", "--cert names no certificate with its key, in PEM or PKCS 12.");
  }
}

/** The authorities of `--cacert`, in PEM; throws a `CliError` when one of the files cannot be read. */
export async function loadAuthorities({ authorities }: TlsOptions): Promise<readonly string[]> {
  const texts = authorities.map((file) =>
    readFile(file, "utf8").catch(() => {
      throw new CliError("unreadable-input", `There is no file ${file}.`);
    }),
  );
  return Promise.all(texts);
}
