import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createPrivateKey } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { type CertificateFiles, readClientCertificate } from "../../src/node/clientCertificate.ts";
import { makeCertificates } from "../hostile/certificates.ts";
import { temporaryFolder } from "./temporaryFolder.ts";

test("a certificate opens with its key or as PKCS 12, and what is wrong with one is told apart", async (context) => {
  const made = makeCertificates();
  if (typeof made === "string") return context.skip(made);
  const folder = await temporaryFolder(context, {});
  const { cert, key } = made.good;
  const terms = { type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "right" } as const;
  const locked = createPrivateKey(key).export(terms);
  const files = { "c.pem": cert, "k.pem": key, "both.pem": cert + key, "locked.pem": locked, "junk.pem": "junk" };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  execFileSync("openssl", "pkcs12 -export -in c.pem -inkey k.pem -passout pass:right -out own.p12".split(" "), {
    cwd: folder,
  });
  const at = (name: string) => join(folder, name);
  const lockedFiles = { cert: at("c.pem"), key: at("locked.pem") };
  const cases: readonly (readonly [CertificateFiles, string | null, string])[] = [
    [{ cert: at("c.pem"), key: at("k.pem") }, null, "usable"],
    [{ cert: at("both.pem"), key: null }, null, "usable"],
    [lockedFiles, null, "locked"],
    [lockedFiles, "wrong", "locked"],
    [lockedFiles, "right", "usable"],
    [{ pfx: at("own.p12") }, null, "locked"],
    [{ pfx: at("own.p12") }, "wrong", "locked"],
    [{ pfx: at("own.p12") }, "right", "usable"],
    [{ pfx: at("junk.pem") }, "right", "unusable"],
    [{ cert: at("c.pem"), key: null }, null, "unusable"],
    [{ cert: at("none.pem"), key: null }, null, "unreadable"],
  ];
  for (const [given, passphrase, kind] of cases) {
    const read = await readClientCertificate(given, passphrase);
    assert.equal(read.kind, kind, `${JSON.stringify(given)} with ${passphrase}`);
  }
});
