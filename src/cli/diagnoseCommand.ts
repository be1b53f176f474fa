import { diagnose } from "../engine/diagnose.ts";
import type { DiagnoseWorld } from "../engine/diagnosis/world.ts";
import type { ClientCertificate } from "../engine/exchange/connect/trust.ts";
import { createExchanger, type Exchanger } from "../engine/exchange/exchanger.ts";
import { keepUpTo } from "../engine/exchange/limits.ts";
import { isSafeMethod } from "../engine/exchange/probes/policy.ts";
import { type ProxySettings, secretsOfProxies } from "../engine/exchange/proxies/proxy.ts";
import { openRecorded } from "../engine/exchange/recordedExchanger.ts";
import type { Diagnosis } from "../engine/model/diagnosis.ts";
import type { RecordedResponse, ResolvedRequest } from "../engine/model/request.ts";
import type { Clock } from "../engine/ports.ts";
import { createMask, type Mask } from "../engine/secrets.ts";
import { createGitHistory } from "../node/gitHistory.ts";
import { readProxies, readSystemAuthorities } from "../node/network.ts";
import { diagnosisJson } from "../report/diagnosis/diagnosisJson.ts";
import { diagnosisText } from "../report/diagnosis/diagnosisText.ts";
import { printable } from "../report/terminalText.ts";
import { type Answer, statusOf } from "./answer.ts";
import { createConsent } from "./askConsent.ts";
import { type AskedRequest, readAskedRequest } from "./askedRequest.ts";
import { chooseIdentities } from "./chooseIdentities.ts";
import { CliError } from "./cliError.ts";
import { Identity } from "./identity.ts";
import type { Invocation } from "./invocation.ts";
import { openWorkspace } from "./openWorkspace.ts";
import type { Options } from "./options.ts";
import { createProgressLine } from "./progressLine.ts";
import { createResponder } from "./sendFirst.ts";
import { loadAuthorities, loadCertificate } from "./tlsOptions.ts";
import { writeExports } from "./writeExports.ts";

const clock: Clock = { now: () => Date.now(), elapsed: () => performance.now() };

/** `diagnose`: replays one request and finds out why it misses; sends nothing more once the signal is aborted. */
export async function diagnoseCommand(
  { options, source }: Invocation & { kind: "diagnose" },
  signal: AbortSignal,
): Promise<Answer> {
  const workspace = await openWorkspace(options.workspace);
  const proxies = readProxies(process.env);
  const identity = new Identity(await loadCertificate(options.tls));
  const exchanger = openExchanger(options, proxies, identity.shown, await loadAuthorities(options.tls));
  try {
    const isRecorded = options.replay === "recorded";
    const respond = isRecorded ? async () => null : identity.showing(createResponder(options, exchanger, signal));
    const asked = withSocket(await readAskedRequest(source, options, { workspace, clock, respond }), options);
    identity.showTo(asked.request);
    const identities = chooseIdentities(asked, options);
    const mask = createMask([...secretsOf(asked), ...secretsOfProxies(proxies)]);
    warn(asked, mask);
    const diagnosis = await investigate(asked.request, mask, {
      files: workspace.files,
      clock,
      exchanger: isRecorded ? openRecorded(recordedOf(asked), clock) : exchanger,
      routes: await workspace.readRoutes(),
      siblings: asked.siblings,
      elsewhere: asked.elsewhere,
      identities,
      checks: asked.checks,
      written: asked.written,
      history: createGitHistory(options.workspace),
      consent: isRecorded ? { allows: async () => true } : createConsent(options, mask, signal),
      sending: options.sending,
      maxProbes: options.maxProbes,
      signal,
    });
    if (diagnosis.outcome === "refused-by-policy") {
      const why = isSafeMethod(asked.request.method) ? "its # @note asks first" : "it may change data";
      process.stderr.write(`${asked.request.method} was not sent: ${why}; --allow-unsafe sends it.\n`);
    }
    await writeExports(options.exports, diagnosis, mask);
    const document = diagnosisJson(diagnosis, mask.text);
    return { status: statusOf(diagnosis.outcome), document, text: (view) => diagnosisText(document, view) };
  } finally {
    await exchanger.close();
  }
}

function openExchanger(
  { timeoutMs, certificates, maxBodyBytes }: Options,
  proxies: ProxySettings,
  clientCertificates: readonly ClientCertificate[],
  authorities: readonly string[],
): Exchanger {
  return createExchanger({
    clock,
    limits: { totalMs: timeoutMs, hopMs: timeoutMs, connectMs: timeoutMs, ...keepUpTo(maxBodyBytes) },
    rejectUnauthorized: certificates === "any" ? "accept-any" : "verify",
    authorities: () => [...readSystemAuthorities(), ...authorities],
    clientCertificates,
    proxies,
  });
}

function withSocket(asked: AskedRequest, { unixSocket }: Options): AskedRequest {
  if (unixSocket === null) {
    return asked;
  }
  const { request } = asked;
  return { ...asked, request: { ...request, directives: { ...request.directives, "unix-socket": unixSocket } } };
}

function recordedOf({ written }: AskedRequest): RecordedResponse {
  if (written.recorded === null) {
    const message = "No response is recorded beneath this request; without --recorded it is sent.";
    throw new CliError("no-recorded-response", message);
  }
  return written.recorded;
}

function warn({ request, readingProblems }: AskedRequest, mask: Mask): void {
  for (const { line, message } of [...readingProblems, ...request.problems]) {
    const place = request.file === null ? "" : `${request.file}:${line}: `;
    process.stderr.write(`${printable(mask.text(`warning: ${place}${message}`))}\n`);
  }
}

async function investigate(request: ResolvedRequest, mask: Mask, world: DiagnoseWorld): Promise<Diagnosis> {
  const line = createProgressLine(process.stderr);
  const steps = diagnose(request, world);
  try {
    for (;;) {
      const step = await steps.next();
      if (step.done) {
        return step.value;
      }
      line.show({ ...step.value, message: mask.text(step.value.message) });
    }
  } finally {
    line.clear();
  }
}

/** Also the secrets of requests that are only compared with: their values may come back in an answer or in evidence. */
function secretsOf({ request, siblings, elsewhere, checks }: AskedRequest): readonly string[] {
  const compared = [...siblings, ...elsewhere, ...checks.checks.map((check) => check.request)];
  return [...new Set([request, ...compared].flatMap(({ secrets }) => secrets))];
}
