import { parseTargetUri } from "../../engine/targetUri.ts";
import type { Folder } from "../folder.ts";
import type { WorkspaceRequests } from "../requests/workspaceRequests.ts";

/** Tells the hosts that this workspace may serve from foreign ones: loopback, and every host that a request of the workspace names. */
export class OwnHosts {
  readonly #requests: WorkspaceRequests;

  constructor(requests: WorkspaceRequests) {
    this.#requests = requests;
  }

  /** A test of URLs as the requests of a folder read now; a URL without a host is the workspace's own. */
  async of(folder: Folder): Promise<(url: string) => boolean> {
    const requests = await this.#requests.all(folder);
    const named = new Set(requests.map(({ resolved }) => parseTargetUri(resolved.url)?.host));
    return (url) => {
      const host = parseTargetUri(url)?.host;
      return host === undefined || isLoopback(host) || named.has(host);
    };
  }
}

function isLoopback(host: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i.test(host);
}
