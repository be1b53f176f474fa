import type { Node } from "jsonc-parser";
import type { Files } from "../../ports.ts";
import { createLineIndex } from "../../requests/grammar/lineIndex.ts";
import { parseJsonTree, propertiesOf } from "../../requests/variables/jsonTree.ts";
import type { ExistenceCheck, ExistenceChecks, Expectation } from "./existenceCheck.ts";

/** The file of a workspace that both hosts read. */
const checksFile = ".diagnose404.json";

const settingsFile = ".vscode/settings.json";
const settingName = "diagnose404.existenceChecks";

/**
 * The checks of a workspace: those of `.diagnose404.json`, and those of an editor's setting, which win where names are the same.
 * Never rejects; what cannot be used is a problem.
 */
export async function readExistenceChecks(files: Files, setting: unknown = []): Promise<ExistenceChecks> {
  const [written, settings] = await Promise.all([readText(files, checksFile), readText(files, settingsFile)]);
  const ofFile = parseExistenceChecks(written ?? "{}", checksFile, "existenceChecks");
  const ofSetting = parseExistenceChecks(JSON.stringify({ [settingName]: setting }), settingsFile, settingName);
  const places = parseExistenceChecks(settings ?? "{}", settingsFile, settingName).checks;
  const won = ofSetting.checks.map((check) => ({
    ...check,
    location: places.find(({ name }) => name === check.name)?.location ?? null,
  }));
  const rest = ofFile.checks.filter(({ name }) => !won.some((check) => check.name === name));
  return { checks: [...won, ...rest], problems: [...ofSetting.problems, ...ofFile.problems] };
}

/** Reads the list of checks that a JSON text holds under one property; comments are allowed. */
export function parseExistenceChecks(text: string, file: string, property: string): ExistenceChecks {
  const { root, errors } = parseJsonTree(text);
  const list = childOf(root, property);
  const index = createLineIndex(text);
  const checks: ExistenceCheck[] = [];
  const problems: string[] = errors.length > 0 || root === null ? [`${file} is not valid JSON.`] : [];
  if (list !== undefined && list.type !== "array") {
    problems.push(`${file}: ${property} must be a list.`);
  }
  for (const node of list?.type === "array" ? (list.children ?? []) : []) {
    const location = { file, ...index.positionAt(node.offset) };
    const check = readCheck(node);
    if (typeof check === "string") {
      problems.push(`${file}:${location.line}: ${check}`);
    } else {
      checks.push({ ...check, location });
    }
  }
  return { checks, problems };
}

/** The check, or one sentence that says what is wrong with it. */
function readCheck(node: Node): Omit<ExistenceCheck, "location"> | string {
  const name = textOf(node, "name");
  const url = textOf(node, "url");
  const method = (textOf(node, "method") ?? "GET").toUpperCase();
  if (name === null || name === "" || url === null || url === "") {
    return "an existence check needs a name and a url.";
  }
  if (method !== "GET" && method !== "HEAD") {
    return `the check "${name}" uses ${method}; only GET and HEAD are sent.`;
  }
  const exists = readExpectation(childOf(node, "exists"));
  const deleted = childOf(node, "deleted");
  if (method === "HEAD" && (exists.jsonPath !== null || deleted !== undefined)) {
    return `the check "${name}" uses HEAD, which has no content to look into.`;
  }
  return {
    name,
    url,
    method,
    headers: propertiesOf(childOf(node, "headers")).flatMap(([field, value]) =>
      value.type === "string" ? [[field, String(value.value)] as const] : [],
    ),
    route: textOf(node, "route"),
    exists,
    deleted: deleted === undefined ? null : readExpectation(deleted),
  };
}

function readExpectation(node: Node | undefined): Expectation {
  const status = childOf(node, "status");
  return {
    status: status?.type === "number" ? Number(status.value) : null,
    jsonPath: node === undefined ? null : textOf(node, "jsonPath"),
  };
}

function textOf(node: Node, name: string): string | null {
  const value = childOf(node, name);
  return value?.type === "string" ? String(value.value).trim() : null;
}

function childOf(node: Node | null | undefined, name: string): Node | undefined {
  return propertiesOf(node).find(([key]) => key === name)?.[1];
}

async function readText(files: Files, file: string): Promise<string | null> {
  const bytes = await files.read(file);
  return bytes === undefined ? null : new TextDecoder().decode(bytes);
}
