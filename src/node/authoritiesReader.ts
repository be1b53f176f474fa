import { parentPort } from "node:worker_threads";
import { readSystemAuthorities } from "./network.ts";

/** The entry of a worker thread that says once which authorities this system trusts, because reading them takes tens of ms. */
parentPort?.postMessage(readSystemAuthorities());
