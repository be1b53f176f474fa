import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** One key pair with its certificate, in PEM. */
export interface Identity {
  readonly key: string;
  readonly cert: string;
}

/** What the tests of TLS need: an authority, certificates it issued, and one that nobody did. */
export interface Certificates {
  readonly authority: string;
  readonly good: Identity;
  readonly expired: Identity;
  readonly early: Identity;
  readonly wrongHost: Identity;
  readonly selfSigned: Identity;
}

const configuration = `[ca]
default_ca = d
[d]
database = index.txt
serial = serial
new_certs_dir = issued
default_md = sha256
policy = p
unique_subject = no
[p]
commonName = supplied
[authority]
basicConstraints = critical,CA:true
`;

/** Makes fresh certificates with openssl, or says why that is not possible here. */
export function makeCertificates(): Certificates | string {
  const folder = mkdtempSync(join(tmpdir(), "diagnose-404-tls-"));
  try {
    return issueAll(folder);
  } catch (error) {
    return `openssl makes no certificates here: ${String(error).split("\n")[0]}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function issueAll(folder: string): Certificates {
  const openssl = (...words: string[]) => execFileSync("openssl", words, { cwd: folder, stdio: "pipe" });
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  writeFileSync(join(folder, "ca.cnf"), configuration);
  writeFileSync(join(folder, "index.txt"), "");
  writeFileSync(join(folder, "serial"), "01\n");
  mkdirSync(join(folder, "issued"));
  const issue = (
    name: string,
    commonName: string,
    names: string,
    dates: readonly [string, string],
    self: string[],
  ): Identity => {
    const extensions = names === "" ? "basicConstraints=critical,CA:true\n" : `subjectAltName=${names}\n`;
    writeFileSync(join(folder, `${name}.ext`), extensions);
    openssl("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", `${name}.key`);
    openssl("req", "-new", "-key", `${name}.key`, "-subj", `/CN=${commonName}`, "-out", `${name}.csr`);
    const from = self.length === 0 ? ["-cert", "authority.pem", "-keyfile", "authority.key"] : self;
    const span = ["-startdate", dates[0], "-enddate", dates[1]];
    openssl(
      "ca",
      "-batch",
      "-notext",
      "-config",
      "ca.cnf",
      ...from,
      "-in",
      `${name}.csr`,
      "-out",
      `${name}.pem`,
      "-extfile",
      `${name}.ext`,
      ...span,
    );
    return { key: read(`${name}.key`), cert: read(`${name}.pem`) };
  };
  const now: readonly [string, string] = ["20240101000000Z", "20440101000000Z"];
  const local = "DNS:localhost,IP:127.0.0.1";
  const authority = issue("authority", "Test Authority", "", now, ["-selfsign", "-keyfile", "authority.key"]).cert;
  return {
    authority,
    good: issue("good", "localhost", local, now, []),
    expired: issue("expired", "localhost", local, ["20200101000000Z", "20210101000000Z"], []),
    early: issue("early", "localhost", local, ["20430101000000Z", "20440101000000Z"], []),
    wrongHost: issue("wrongHost", "other.example", "DNS:other.example", now, []),
    selfSigned: issue("selfSigned", "localhost", local, now, ["-selfsign", "-keyfile", "selfSigned.key"]),
  };
}
