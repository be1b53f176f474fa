import { angular } from "./angular.ts";
import { apache } from "./apache.ts";
import { caddy } from "./caddy.ts";
import { createReactApp } from "./createReactApp.ts";
import type { Gateway } from "./gateway.ts";
import { haproxy } from "./haproxy.ts";
import { ingress } from "./ingress.ts";
import { nextRewrites } from "./nextRewrites.ts";
import { nginx } from "./nginx.ts";
import { traefik } from "./traefik.ts";
import { vite } from "./vite.ts";
import { webpack } from "./webpack.ts";

/** Every dialect of rewrites the product reads, in the order in which their rewrites are listed. */
export const gateways: readonly Gateway[] = [
  vite,
  webpack,
  angular,
  createReactApp,
  nextRewrites,
  nginx,
  apache,
  caddy,
  haproxy,
  traefik,
  ingress,
];
