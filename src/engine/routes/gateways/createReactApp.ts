import { findNodeAtLocation, parseTree } from "jsonc-parser";
import type { Rewrite } from "../../model/route.ts";
import type { Gateway } from "./gateway.ts";
import { lineAt } from "./lineAt.ts";
import { sentTo } from "./proxied.ts";

/** Create React App, by https://create-react-app.dev/docs/proxying-api-requests-in-development: `proxy` in `package.json`. */
export const createReactApp: Gateway = {
  name: "create-react-app",
  files: /(?:^|\/)package\.json$/,
  readText(file: string, text: string): readonly Rewrite[] {
    const root = parseTree(text);
    const proxy = root === undefined ? undefined : findNodeAtLocation(root, ["proxy"]);
    if (typeof proxy?.value !== "string" || !/^https?:\/\//.test(proxy.value)) return [];
    return [{ kind: "cra-proxy", from: "/*", to: sentTo(proxy.value, "/*"), file, line: lineAt(text, proxy.offset) }];
  },
};
