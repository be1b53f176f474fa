import type { Hop, HopNote, Response, Timings } from "../../model/exchange.ts";
import type { Clock } from "../../ports.ts";
import type { Connection } from "../connect/connection.ts";
import { decodeText } from "../content/charset.ts";
import { decodeContent } from "../content/content.ts";
import { type Moments, Reception } from "../content/reception.ts";
import { cancelled } from "../failures.ts";
import type { Limits } from "../limits.ts";
import type { Message } from "../message.ts";
import { isSafeMethod } from "../probes/policy.ts";
import type { ProxyServer } from "../proxies/proxy.ts";
import { findSoftRedirect } from "./softRedirect.ts";

/** One hop to be sent. */
export interface HopPlan {
  /** The URL as the hop shows it. */
  readonly url: string;
  readonly message: Message;
  readonly limits: Limits;
  readonly clock: Clock;
  /** What is left of the run's time, in ms. */
  readonly remainingMs: number;
  readonly notes: readonly HopNote[];
  /** The proxy on the way, or null. */
  readonly proxy: Pick<ProxyServer, "authority" | "scheme"> | null;
}

/** A hop and whether its connection may carry another one; `isStale` when a reused connection closed before a byte came. */
export interface SentHop {
  readonly hop: Hop;
  readonly connection: "reusable" | "spent";
  readonly isStale: boolean;
}

/** Sends one message over a connection and reads the answer within the limits; never rejects, and leaves no timer behind. */
export async function sendHop(connection: Connection, plan: HopPlan, signal: AbortSignal): Promise<SentHop> {
  const startedAt = plan.clock.now();
  const started = plan.clock.elapsed();
  const wasOpen = connection.isOpen;
  const reception = await receive(connection, plan, signal);
  const isHealthy = reception.failure === null;
  if (isHealthy) connection.release();
  else connection.destroy();
  const response = reception.failure?.code === "cancelled" ? null : await composeResponse(reception, plan);
  const hop: Hop = {
    method: plan.message.method,
    url: plan.url,
    requestHeaders: plan.message.fields,
    response,
    failure: response === null ? reception.failure : null,
    startedAt,
    ms: plan.clock.elapsed() - started,
    target: plan.message.destination.target,
    requestBody: plan.message.content,
    ...(reception.protocol === null ? {} : { protocol: reception.protocol }),
    ...(reception.remoteAddress === null ? {} : { remoteAddress: reception.remoteAddress }),
    timings: composeTimings(reception.moments, started),
    notes: [...plan.notes, ...composeNotes(reception, response)],
  };
  const code = reception.failure?.code;
  const isClosed = code === "reset" || (plan.proxy !== null && code === "proxy");
  const isStale = wasOpen && isClosed && reception.moments.firstByte === null;
  return { hop, connection: isHealthy ? "reusable" : "spent", isStale };
}

function receive(connection: Connection, plan: HopPlan, signal: AbortSignal): Promise<Reception> {
  return new Promise((resolve) => {
    const budget = Math.max(0, Math.min(plan.limits.hopMs, plan.remainingMs));
    const onSettled = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", onAbort);
      resolve(reception);
    };
    const { limits, clock, proxy } = plan;
    const { method, destination } = plan.message;
    const resending = isSafeMethod(method) ? "allowed" : "denied";
    const reception = new Reception({ origin: destination.origin, proxy, resending, limits, clock, onSettled });
    const onAbort = () => {
      connection.destroy();
      reception.stop(cancelled);
    };
    const isRunOver = plan.remainingMs <= limits.hopMs;
    const timer = setTimeout(() => reception.stopForTime(isRunOver ? limits.totalMs : limits.hopMs), budget);
    signal.addEventListener("abort", onAbort, { once: true });
    if (signal.aborted) return onAbort();
    try {
      connection.send(plan.message, reception);
    } catch (error) {
      reception.onRefused(error);
    }
  });
}

async function composeResponse(reception: Reception, plan: HopPlan): Promise<Response | null> {
  const { head, failure, size } = reception;
  if (head === null) return null;
  const isCut = reception.isCut || failure !== null;
  const content = await decodeContent(reception.content, head.fields, isCut ? "cut" : "whole", plan.limits);
  const contentFailure = failure ?? content.failure;
  return {
    status: head.status,
    reason: head.reason,
    headers: head.fields,
    body: content.bytes,
    text: decodeText(content.bytes, head.fields),
    size,
    truncated: content.truncated || isCut,
    ...(contentFailure === null ? {} : { contentFailure }),
    ...(reception.trailers.length === 0 ? {} : { trailers: reception.trailers }),
  };
}

function composeTimings(moments: Moments, started: number): Timings {
  const between = (from: number | null, to: number | null) =>
    from === null || to === null ? null : Math.max(0, to - from);
  const looked = moments["looked-up"];
  return {
    dns: between(moments.dialing, looked),
    connect: between(looked ?? moments.dialing, moments.connected),
    tls: between(moments.connected, moments.secured),
    sent: between(moments.ready ?? started, moments.sent),
    firstByte: between(moments.sent, moments.firstByte),
    content: between(moments.firstByte, moments.done),
  };
}

function composeNotes(reception: Reception, response: Response | null): readonly HopNote[] {
  const notes: HopNote[] = [];
  if (reception.informational.length > 0) notes.push({ kind: "informational", statuses: reception.informational });
  if (reception.isSentTwice) notes.push({ kind: "sent-twice", reason: "the server had refused it unprocessed" });
  if (reception.certificateProblem !== null && reception.failure?.code !== "tls") {
    notes.push({ kind: "certificate-not-verified", reason: reception.certificateProblem });
  }
  const leads = response === null ? null : findSoftRedirect(response);
  if (leads !== null) notes.push(leads);
  return notes;
}
