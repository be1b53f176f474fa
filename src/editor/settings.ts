import { ConfigurationTarget, type Disposable, type Event, EventEmitter, type Uri, workspace } from "vscode";
import type { ProxySettings } from "../engine/exchange/proxies/proxy.ts";
import { type Dialect, dialects } from "../engine/requests/resolve/dialect.ts";
import { readProxies } from "../node/network.ts";
import { Disposables } from "./disposables.ts";

/** Globs, relative to their folder, that say where routes are looked for (everywhere when there are none) and what is left out. */
export interface RouteScope {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** The settings of the extension as live typed values; each is read for the file or folder it is asked for. */
export class Settings implements Disposable {
  readonly #owned = new Disposables();
  readonly #changed = this.#owned.add(new EventEmitter<void>());
  readonly onDidChange: Event<void> = this.#changed.event;

  constructor() {
    this.#owned.add(
      workspace.onDidChangeConfiguration((change) => {
        const names = ["diagnose404", "httpyac", "rest-client.environmentVariables", "files.exclude"];
        if (names.some((name) => change.affectsConfiguration(name))) {
          this.#changed.fire();
        }
      }),
    );
  }

  /** How long one request may take, in ms. */
  timeout(scope: Uri | null): number {
    return read(scope, "timeout", 10_000);
  }

  /** Whether more than the request itself may be sent. */
  allowsProbes(scope: Uri | null): boolean {
    return read(scope, "probes.enabled", true);
  }

  /** How many probes one investigation may send. */
  maxProbes(scope: Uri | null): number {
    return read(scope, "maxProbes", 12);
  }

  /** How much of the content of a response is kept, in bytes. */
  maxResponseSize(scope: Uri | null): number {
    return read(scope, "maxResponseSize", 5_000_000);
  }

  /** Whether lenses stand above requests and route handlers. */
  showsLenses(scope: Uri | null): boolean {
    return read(scope, "codeLens.enabled", true);
  }

  /** Whether hovering over a URL shows its route. */
  showsHovers(scope: Uri | null): boolean {
    return read(scope, "hover.enabled", true);
  }

  /** Whether what is wrong with a request is shown before it is sent. */
  showsFindings(scope: Uri | null): boolean {
    return read(scope, "findings.enabled", true);
  }

  /** Whose rules decide where the tools that read request files differ. */
  dialect(scope: Uri | null): Dialect {
    const name: string = read(scope, "dialect", "auto");
    return dialects.find((dialect) => dialect === name) ?? "auto";
  }

  /** How else to look a thing up; what is wrong with it is judged where it is read. */
  existenceChecks(scope: Uri | null): readonly unknown[] {
    const checks: unknown = read(scope, "existenceChecks", []);
    return Array.isArray(checks) ? checks : [];
  }

  /** Whether what is wrong with route definitions is shown among the problems. */
  showsRouteProblems(scope: Uri | null): boolean {
    return read(scope, "routes.diagnostics", false);
  }

  /** Where the routes of a folder are read; what the editor hides is left out. */
  routeScope(scope: Uri): RouteScope {
    const hidden = workspace.getConfiguration("files", scope).get<Readonly<Record<string, unknown>>>("exclude", {});
    // A condition hides a file because of its neighbours, which says nothing of its routes.
    const always = Object.keys(hidden).filter((glob) => hidden[glob] === true);
    const include = texts(read(scope, "routes.include", []));
    return { include, exclude: [...always, ...texts(read(scope, "routes.exclude", []))] };
  }

  /** The environments that httpYac is told to start with; its setting, which is only read. */
  httpYacEnvironments(): readonly unknown[] {
    const names = workspace.getConfiguration("httpyac").get<unknown>("environmentSelectedOnStart");
    return Array.isArray(names) ? names : [];
  }

  /** The environments of REST Client, by name, wherever they are set; its setting, which is only read. */
  restClientVariables(scope: Uri | null): unknown {
    return workspace.getConfiguration("rest-client", scope).get<unknown>("environmentVariables");
  }

  /** The proxies that VS Code is set up with, else those of the environment; none where its proxy support is off. */
  proxies(): ProxySettings {
    const http = workspace.getConfiguration("http");
    if (http.get<string>("proxySupport") === "off") {
      return { http: null, https: null, noProxy: null };
    }
    const proxy = http.get<string>("proxy") || null;
    const exempt = http.get<readonly string[]>("noProxy") ?? [];
    return proxy === null ? readProxies(process.env) : { http: proxy, https: proxy, noProxy: exempt.join(",") };
  }

  /** Whether the certificates that proxies show must hold: VS Code's own `http.proxyStrictSSL`. */
  verifiesProxies(): boolean {
    return workspace.getConfiguration("http").get("proxyStrictSSL", true);
  }

  /** Whether the authorities of the system are trusted: VS Code's own `http.systemCertificates`. */
  trustsSystem(): boolean {
    return workspace.getConfiguration("http").get("systemCertificates", true);
  }

  /** What a person let be sent without being asked, as `METHOD origin` or `probes origin`; a workspace cannot set it. */
  alwaysAllows(scope: Uri | null = null): readonly string[] {
    return texts(read(scope, "alwaysAllow", []));
  }

  /** Adds to what is sent without being asked, in the settings of the person. */
  async allowAlways(allowed: string): Promise<void> {
    const all = [...new Set([...this.alwaysAllows(), allowed])];
    await workspace.getConfiguration("diagnose404").update("alwaysAllow", all, ConfigurationTarget.Global);
  }

  /** The certificates of this side by the host that they are shown to; what is wrong with one is judged where it is read. */
  clientCertificates(scope: Uri | null): Readonly<Record<string, unknown>> {
    return read(scope, "clientCertificates", {});
  }

  dispose(): void {
    this.#owned.dispose();
  }
}

function read<Value>(scope: Uri | null, name: string, fallback: Value): Value {
  return workspace.getConfiguration("diagnose404", scope).get(name, fallback);
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}
