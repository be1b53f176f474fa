import type { Scenario } from "../../scenario.ts";

const street: Scenario = {
  name: "street-of-two-parishes",
  files: {
    "package.json": `{ "name": "street-names", "private": true, "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    "src/register.ts": `export interface Street {
  readonly key: string;
  readonly name: string;
  readonly unitedWith: string | null;
}

const streets: readonly Street[] = [
  { key: "st-0140", name: "Lower Tanner Street", unitedWith: "st-0152" },
  { key: "st-0152", name: "Tanner Street", unitedWith: null },
  { key: "st-0160", name: "Ropewalk", unitedWith: null },
];

export function streetOf(key: string): Street | undefined {
  const street = streets.find((one) => one.key === key);
  return street?.unitedWith === null ? street : undefined;
}
`,
    "src/server.ts": `import Fastify from "fastify";
import { streetOf } from "./register.ts";

const app = Fastify();

app.get<{ Params: { key: string } }>("/register/streets/:key", async (request, reply) => {
  const street = streetOf(request.params.key);
  if (!street) {
    return reply.code(404).send({ error: "No street under this key." });
  }
  return street;
});

await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "README.md": `The keys of the register are printed on deeds and stay for ever. When the council unites streets, one keeps its key.
`,
    "deeds.http": `@register = http://localhost:PORT_OF_register/register

### ropewalk
GET {{register}}/streets/st-0160

### deed of 1952
# @name deed
GET {{register}}/streets/st-0140
`,
  },
  servers: [{ name: "register", entry: "src/server.ts" }],
  ask: ["deeds.http#deed"],
  facts: [
    "GET /register/streets/st-0160 200",
    "GET /register/streets/st-0140 404",
    "GET /register/streets/st-0152 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["merged"],
    links: [
      { file: "src/register.ts", text: '"st-0140"' },
      { file: "src/register.ts", text: "street?.unitedWith === null" },
      { file: "src/server.ts", text: '"/register/streets/:key"' },
    ],
    fixes: [{ url: "/register/streets/st-0152" }],
  },
};

/** Of the names of streets. */
export const streetNames: readonly Scenario[] = [street];
