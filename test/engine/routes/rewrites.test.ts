import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { lines, readTable, type Workspace } from "./workspace.ts";

interface RewriteCase {
  readonly name: string;
  readonly files: Workspace;
  readonly rewrites: string;
}

const cases: readonly RewriteCase[] = [
  {
    name: "the proxy of Vite: a text, a rewrite function, a regular expression, an unknown target, a configuration function",
    files: {
      "vite.config.ts": `import { defineConfig, loadEnv } from "vite";
        export default defineConfig(({ mode }) => {
          const env = loadEnv(mode, process.cwd());
          return { server: { port: 5173, proxy: {
            "/foo": "http://localhost:4567",
            "/api": {
              target: "http://localhost:3001/v1/",
              changeOrigin: true,
              rewrite: (path) => path.replace(/^\\/api/, ""),
            },
            "^/fallback/.*": { target: "http://other.example", rewrite: (path) => path.replace(/^\\/fallback/, "/deep") },
            "/later": { target: env.VITE_API, rewrite(path) { return path.slice(6); } },
          } } };
        });`,
    },
    rewrites: `
      vite-proxy /foo/* -> http://localhost:4567/foo/* vite.config.ts:5
      vite-proxy /api/* -> http://localhost:3001/v1/* vite.config.ts:6
      vite-proxy /fallback/* -> http://other.example/deep/* vite.config.ts:11
      vite-proxy /later/* -> /* vite.config.ts:12`,
  },
  {
    name: "a rewrite under the name that another development server knows does nothing",
    files: {
      "vite.config.js": `export default { server: { proxy: {
        "/api": { target: "http://localhost:3001", pathRewrite: { "^/api": "" } },
      } } };`,
      "rsbuild.config.js": `export default { server: { proxy: {
        "/api": { target: "http://localhost:3001", pathRewrite: { "^/api": "" } },
      } } };`,
      "webpack.config.js": `module.exports = { devServer: { proxy: {
        "/api": { target: "http://localhost:3001", rewrite: (path) => path.slice(4) },
      } } };`,
    },
    rewrites: `
      vite-proxy /api/* -> http://localhost:3001/* rsbuild.config.js:2
      vite-proxy /api/* -> http://localhost:3001/api/* vite.config.js:2
      webpack-proxy /api/* -> http://localhost:3001/api/* webpack.config.js:2`,
  },
  {
    name: "the proxy of webpack: an object, a list with contexts, pathRewrite, Vue CLI and a bare text",
    files: {
      "webpack.config.js": `const path = require("path"); const target = "http://localhost:3000";
        module.exports = { entry: "./a.js", devServer: { proxy: [
          { context: ["/auth", "/api"], target },
          { context: "/old", target, pathRewrite: { "^/old": "/new" } },
        ] } };`,
      "shop/vue.config.js": `module.exports = { devServer: { proxy: {
          "/api": { target: "http://localhost:8080", pathRewrite: { "^/api": "" } } } } };`,
      "plain/vue.config.js": `module.exports = { devServer: { proxy: "http://localhost:4000" } };`,
    },
    rewrites: `
      webpack-proxy /* -> http://localhost:4000/* plain/vue.config.js:1
      webpack-proxy /api/* -> http://localhost:8080/* shop/vue.config.js:2
      webpack-proxy /auth/* -> http://localhost:3000/auth/* webpack.config.js:3
      webpack-proxy /api/* -> http://localhost:3000/api/* webpack.config.js:3
      webpack-proxy /old/* -> http://localhost:3000/new/* webpack.config.js:4`,
  },
  {
    name: "the proxy files of Angular, as JSON and as a module",
    files: {
      "proxy.conf.json": `{
          "/api": { "target": "http://localhost:3000", "secure": false, "pathRewrite": { "^/api": "" } },
          "/auth/**": { "target": "http://localhost:3001" }
        }`,
      "src/proxy.conf.js": `const PROXY_CONFIG = [{ context: ["/my", "/many"], target: "http://localhost:3002" }];
        module.exports = PROXY_CONFIG;`,
    },
    rewrites: `
      angular-proxy /api/* -> http://localhost:3000/* proxy.conf.json:2
      angular-proxy /auth/* -> http://localhost:3001/auth/* proxy.conf.json:3
      angular-proxy /my/* -> http://localhost:3002/my/* src/proxy.conf.js:1
      angular-proxy /many/* -> http://localhost:3002/many/* src/proxy.conf.js:1`,
  },
  {
    name: "the proxy of Create React App, in package.json and as middleware before and after version 3",
    files: {
      "a/package.json": `{ "name": "a",
          "proxy": "http://localhost:4000" }`,
      "b/package.json": `{ "dependencies": { "http-proxy-middleware": "^2.0.6" } }`,
      "b/src/setupProxy.js": `const { createProxyMiddleware } = require("http-proxy-middleware");
        module.exports = function (app) {
          app.use("/api", createProxyMiddleware({ target: "http://localhost:5000", changeOrigin: true }));
          app.use(createProxyMiddleware("/auth", { target: "http://localhost:5001", pathRewrite: { "^/auth": "/" } }));
        };`,
      "c/package.json": `{ "dependencies": { "http-proxy-middleware": "3.0.0" } }`,
      "c/src/setupProxy.js": `const { createProxyMiddleware } = require("http-proxy-middleware");
        module.exports = (app) => {
          app.use("/api", createProxyMiddleware({ target: "http://localhost:5000/v1" }));
          app.use(createProxyMiddleware({ pathFilter: "/auth", target: "http://localhost:5001" }));
        };`,
    },
    rewrites: `
      cra-proxy /* -> http://localhost:4000/* a/package.json:2
      proxy-middleware /api/* -> http://localhost:5000/api/* b/src/setupProxy.js:3
      proxy-middleware /auth/* -> http://localhost:5001/* b/src/setupProxy.js:4
      proxy-middleware /api/* -> http://localhost:5000/v1/* c/src/setupProxy.js:3
      proxy-middleware /auth/* -> http://localhost:5001/auth/* c/src/setupProxy.js:4`,
  },
  {
    name: "rewrites, redirects and the base path of Next, behind a plugin",
    files: {
      "package.json": `{ "dependencies": { "next": "15.0.0" } }`,
      "next.config.mjs": `import analyzer from "@next/bundle-analyzer";
        const nextConfig = {
          basePath: "/docs",
          async redirects() {
            return [{ source: "/old/:slug", destination: "/news/:slug", permanent: true }];
          },
          async rewrites() {
            return { beforeFiles: [{ source: "/some/:path*", destination: "/other/:path*" }], fallback: [
              { source: "/:path*", destination: "https://backend.example/:path*", basePath: false },
            ] };
          },
        };
        export default analyzer({ enabled: false })(nextConfig);`,
    },
    rewrites: `
      next-base-path /docs/* -> /* next.config.mjs:3
      next-redirect /docs/old/{slug} -> /docs/news/{slug} next.config.mjs:5
      next-rewrite /docs/some/* -> /docs/other/* next.config.mjs:8
      next-rewrite /* -> https://backend.example/* next.config.mjs:9`,
  },
];

describe("rewrites", () => {
  for (const { name, files, rewrites } of cases) {
    it(`reads ${name}`, async () => {
      const table = await readTable(files);
      const shown = table.rewrites.map((each) => `${each.kind} ${each.from} -> ${each.to} ${each.file}:${each.line}`);
      assert.equal(shown.toSorted((a, b) => orderOf(a).localeCompare(orderOf(b))).join("\n"), lines(rewrites));
    });
  }
});

function orderOf(shown: string): string {
  return shown.slice(shown.lastIndexOf(" ")).replace(/\d+$/, (line) => line.padStart(4, "0"));
}
