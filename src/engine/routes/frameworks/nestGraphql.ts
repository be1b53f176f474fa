import type { Operation } from "../../model/route.ts";
import { type Call, type Engine, placeIn } from "../graph/engine.ts";
import { type PathPattern, PLAIN_ROUTE } from "../graph/routers.ts";
import {
  ABSENT,
  type ExternalValue,
  HOLE,
  type MadeValue,
  type RouterValue,
  textOf,
  unknownValue,
  type Value,
} from "../graph/values.ts";
import { type DecoratedMethod, methodsOf } from "./nestDecorators.ts";
import type { ModuleGraph, NestModule } from "./nestModules.ts";
import { joinTexts } from "./nestPrefixes.ts";
import { optionOf, truthOf } from "./options.ts";

/** The module of `@nestjs/graphql` and its decorators, by https://docs.nestjs.com/graphql/quick-start; undefined for anything else. */
export function makeGraphql({ module, path }: ExternalValue, call: Call): MadeValue | undefined {
  if (module !== "@nestjs/graphql") return undefined;
  const name = path.join(".");
  const [first = ABSENT] = call.arguments;
  const make = (role: string, data: MadeValue["data"]): MadeValue => ({
    kind: "made",
    framework: "nest",
    role,
    at: call.at,
    data,
  });
  if (name === "GraphQLModule.forRoot") return make("graphql", { options: first });
  if (name === "GraphQLModule.forRootAsync") {
    const factory = optionOf(first, "useFactory");
    const options = factory === undefined ? unknownValue(name) : call.engine.run(factory, [], call.at);
    return make("graphql", { options });
  }
  // What is subscribed to comes over a WebSocket.
  if (name !== "Query" && name !== "Mutation") return undefined;
  const options = call.arguments.find((each) => each.kind === "object");
  const field = first.kind === "text" ? first : (optionOf(options, "name") ?? ABSENT);
  return make("operation", { type: { kind: "text", value: name }, field });
}

/** Adds the endpoints of an application with the operations that the providers of its modules answer. */
export function registerEndpoints(app: RouterValue, { modules, endpoints }: ModuleGraph, engine: Engine): void {
  for (const { data, at } of endpoints) {
    const options = data["options"] ?? ABSENT;
    const included = optionOf(options, "include");
    const named = included?.kind === "list" ? included.items : [];
    const isTaken = ({ of }: NestModule) => named.some((each) => each.kind === "class" && each.fact === of.fact);
    const taken = named.length === 0 ? modules : modules.filter(isTaken);
    // Nest looks at the methods of every provider, whether its class says `@Resolver` or not.
    const providers = new Set(taken.flatMap((each) => each.providers));
    const operations = [...providers].flatMap((each) => methodsOf(each, engine).flatMap(operationsOf));
    const paths = [pathOf(options, app)];
    app.node.entries.push({ ...PLAIN_ROUTE, methods: ["GET", "POST"], paths, at, operations });
  }
}

function operationsOf(method: DecoratedMethod): readonly Operation[] {
  const { of, member, decorators } = method;
  const handler = placeIn(of.scope, member.at);
  return decorators
    .filter(({ made }) => made.role === "operation" && !textOf(made.data["field"] ?? ABSENT).includes(HOLE))
    .map(({ made: { data }, expression }) => {
      const field = textOf(data["field"] ?? ABSENT) || member.name;
      const at = expression.kind === "call" ? placeIn(of.scope, expression.at) : handler;
      return { ...at, name: `${textOf(data["type"] ?? ABSENT)}.${field}`, handler };
    });
}

/** The global prefix counts only where the module says so. */
function pathOf(options: Value, app: RouterValue): PathPattern {
  const prefix = truthOf(options, "useGlobalPrefix") ? textOf(app.properties.get("prefix") ?? ABSENT) : "";
  const isKnown = options.kind === "object" || options.kind === "absent";
  const own = isKnown ? textOf(optionOf(options, "path") ?? { kind: "text", value: "/graphql" }) : textOf(options);
  return { template: joinTexts(joinTexts("", prefix), own), parameters: [], problems: [] };
}
