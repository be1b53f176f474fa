import { LineCounter } from "yaml";
import type { StatedRoute } from "../facts.ts";
import { entriesOf, get, readDocument, type SpecEntry, type SpecValue, scalar } from "./document.ts";

const LARGEST = 200_000;

/** True for the configuration of the Serverless Framework, and for a template of AWS SAM. */
export function isServerless(file: string, text: string): boolean {
  return /(?:^|\/)serverless\.(?:ya?ml|json)$/.test(file) || text.includes("AWS::Serverless::");
}

/**
 * Reads the HTTP events of functions, by https://www.serverless.com/framework/docs/providers/aws/events/apigateway and
 * https://docs.aws.amazon.com/serverless-application-model: those of REST and of HTTP APIs. An event that takes every path hands
 * on to a router of its own and is left out.
 */
export function readServerless(text: string): readonly StatedRoute[] {
  if (text.length > LARGEST) return [];
  const root = readDocument(text);
  const lines = new LineCounter();
  for (let at = 0; at >= 0; at = text.indexOf("\n", at + 1)) lines.addNewLine(at === 0 ? 0 : at + 1);
  const events = [...functionEvents(root), ...templateEvents(root)];
  return events.flatMap(({ method, path, handler, offset }) => {
    if (path === "*" || /\{\w+\+\}/.test(path)) return [];
    const { line, col } = lines.linePos(offset);
    const route: StatedRoute = {
      framework: "serverless",
      method: /^(?:any|\*|x-amazon-apigateway-any-method)$/i.test(method) ? "ANY" : method.toUpperCase(),
      path: `/${path.replace(/^\/+/, "")}`,
      at: [line, col],
      deprecated: false,
      unresolved: null,
    };
    return [typeof handler === "string" ? { ...route, handler } : route];
  });
}

interface HttpEvent {
  readonly method: string;
  readonly path: string;
  readonly handler: unknown;
  readonly offset: number;
}

function itemsOf(value: SpecValue | undefined): readonly SpecValue[] {
  return value?.kind === "list" ? value.items : value === undefined ? [] : [value];
}

/** `functions: { name: { handler, events: [ { http: … } ] } }` */
function functionEvents(root: SpecValue): readonly HttpEvent[] {
  const functions = itemsOf(get(root, "functions")).flatMap(entriesOf);
  return functions.flatMap(({ value }) => {
    const handler = scalar(get(value, "handler"));
    const events = itemsOf(get(value, "events")).flatMap(entriesOf);
    return events.filter(({ key }) => key === "http" || key === "httpApi").flatMap((event) => eventOf(event, handler));
  });
}

/** `http: GET users/{id}`, or the two apart. */
function eventOf({ value, offset }: SpecEntry, handler: unknown): readonly HttpEvent[] {
  const short = scalar(value);
  const [method, path] =
    typeof short === "string" ? short.trim().split(/\s+/) : [scalar(get(value, "method")), scalar(get(value, "path"))];
  return typeof path === "string" ? [{ method: String(method ?? "any"), path, handler, offset }] : [];
}

/** `Resources: { Name: { Type: AWS::Serverless::Function, Properties: { Handler, Events } } }` */
function templateEvents(root: SpecValue): readonly HttpEvent[] {
  return entriesOf(get(root, "Resources")).flatMap(({ value }) => {
    if (scalar(get(value, "Type")) !== "AWS::Serverless::Function") return [];
    const properties = get(value, "Properties");
    const folder = scalar(get(properties, "CodeUri"));
    const name = scalar(get(properties, "Handler"));
    const handler =
      typeof folder === "string" && typeof name === "string" ? `${folder.replace(/\/?$/, "/")}${name}` : name;
    return entriesOf(get(properties, "Events")).flatMap(({ value: event, offset }): readonly HttpEvent[] => {
      const type = scalar(get(event, "Type"));
      const path = scalar(get(get(event, "Properties"), "Path"));
      const method = scalar(get(get(event, "Properties"), "Method"));
      const isHttp = (type === "Api" || type === "HttpApi") && typeof path === "string";
      return isHttp ? [{ method: String(method ?? "any"), path, handler, offset }] : [];
    });
  });
}
