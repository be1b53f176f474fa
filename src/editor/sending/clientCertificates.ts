import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import { type SecretStorage, type Uri, window, workspace } from "vscode";
import type { ClientCertificate } from "../../engine/exchange/connect/trust.ts";
import type { CertificateContent, CertificateFiles } from "../../node/clientCertificate.ts";
import { HumanError } from "../humanError.ts";
import type { Settings } from "../settings.ts";

/** The certificates by which a person's requests show who they are, as the settings name them. Passphrases are kept as secrets of VS Code. */
export class ClientCertificates {
  readonly #secrets: SecretStorage;
  readonly #settings: Settings;

  constructor(secrets: SecretStorage, settings: Settings) {
    this.#secrets = secrets;
    this.#settings = settings;
  }

  /**
   * The certificates for these places; the passphrase of a locked one is asked for once. Throws a HumanError when one cannot be used
   * or when its question was left.
   */
  async load(
    scope: Uri | null,
    places: readonly { readonly hostname: string; readonly port: number }[],
  ): Promise<readonly ClientCertificate[]> {
    const { isCertificateFor } = await import("../../engine/exchange/connect/trust.ts");
    const named = Object.entries(this.#settings.clientCertificates(scope));
    const meant = named.filter(([host]) => places.some((place) => isCertificateFor(host, place)));
    const loaded: ClientCertificate[] = [];
    for (const [host, written] of meant) {
      loaded.push({ host, ...(await this.#open(host, readFiles(host, written, scope))) });
    }
    return loaded;
  }

  async #open(host: string, files: CertificateFiles): Promise<CertificateContent> {
    const { readClientCertificate } = await import("../../node/clientCertificate.ts");
    const key = `clientCertificate ${host}`;
    let passphrase = (await this.#secrets.get(key)) ?? null;
    for (;;) {
      const read = await readClientCertificate(files, passphrase);
      switch (read.kind) {
        case "usable":
          if (passphrase !== null) {
            await this.#secrets.store(key, passphrase);
          }
          return read.content;
        case "locked":
          passphrase = await askPassphrase(host, passphrase === null ? "first" : "again");
          break;
        case "unreadable":
          throw new HumanError(
            "no-client-certificate",
            `The client certificate for ${host} is not there: ${read.file}.`,
          );
        case "unusable":
          throw new HumanError(
            "no-client-certificate",
            `The client certificate for ${host} cannot be used. Check its files.`,
          );
      }
    }
  }
}

async function askPassphrase(host: string, time: "first" | "again"): Promise<string> {
  const answer = await window.showInputBox({
    title: "Diagnose 404",
    prompt: `${time === "first" ? "" : "That did not open it. "}The passphrase of the client certificate for ${host}`,
    password: true,
    ignoreFocusOut: true,
  });
  if (answer === undefined) {
    throw new HumanError("no-passphrase", `Nothing was sent: the client certificate for ${host} is locked.`);
  }
  return answer;
}

function readFiles(host: string, written: unknown, scope: Uri | null): CertificateFiles {
  const fields = typeof written === "object" && written !== null ? (written as Readonly<Record<string, unknown>>) : {};
  const path = (name: string) => (typeof fields[name] === "string" ? pathOf(fields[name], scope) : null);
  const [cert, pfx] = [path("cert"), path("pfx")];
  if (pfx !== null) {
    return { pfx };
  }
  if (cert === null) {
    const message = `The setting diagnose404.clientCertificates names neither cert nor pfx for ${host}.`;
    throw new HumanError("no-client-certificate", message);
  }
  return { cert, key: path("key") };
}

/** A path as written: absolute, in the person's home, or in the workspace folder. */
function pathOf(written: string, scope: Uri | null): string {
  if (written.startsWith("~/")) {
    return join(homedir(), written.slice(2));
  }
  const folder = scope === null ? undefined : workspace.getWorkspaceFolder(scope);
  const root = folder ?? workspace.workspaceFolders?.[0];
  return isAbsolute(written) || root === undefined ? written : join(root.uri.fsPath, written);
}
