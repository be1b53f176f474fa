import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { matchUrl } from "../../../src/engine/routes/match/matchUrl.ts";
import { readOperations } from "../../../src/engine/routes/specs/graphqlSchema.ts";
import { type Case, checkCases } from "./cases.ts";
import { readTable } from "./workspace.ts";

const servers: readonly Case[] = [
  {
    name: "lists what Apollo Server answers where it is mounted, its schema and resolvers put together of several files",
    files: {
      "server.ts": `import express from "express"; import { ApolloServer } from "@apollo/server";
        import { expressMiddleware } from "@as-integrations/express5";
        import { typeDefs } from "./schema"; import { orders } from "./orders";
        const resolvers = [{ Query: { me: () => null } }, orders];
        const app = express(); const server = new ApolloServer<Context>({ typeDefs, resolvers });
        app.use("/api/graphql", express.json(), expressMiddleware(server, { context }));`,
      "schema.ts": `import gql from "graphql-tag"; import { orderTypes } from "./orders";
        const base = gql\`
          """
          What can be asked.
          """
          type Query { me: User, "Nobody resolves it." bare(first: Int = 10): [User!]! @deprecated }
          type User { id: ID!, order: Order }
        \`;
        export const typeDefs = [base, orderTypes];`,
      "orders.ts": `import gql from "graphql-tag"; import { pay } from "./pay";
        export const orderTypes = gql\`
          extend type Query {
            order(id: ID!): Order
          }
          type Mutation { pay(id: ID!): Order }
          type Subscription { paid: Order }
        \`;
        const queries = { order: async (parent, { id }) => find(id) };
        export const orders = {
          Query: { ...queries },
          Mutation: { pay },
          Subscription: { paid: { subscribe: () => events() } },
        };`,
      "pay.ts": `
        export async function pay() {}`,
    },
    table: `
      GET /api/graphql server.ts:5
      POST /api/graphql server.ts:5
      /api/graphql#Query.me schema.ts:6 -> server.ts:4
      /api/graphql#Query.bare schema.ts:6
      /api/graphql#Query.order orders.ts:4 -> orders.ts:9
      /api/graphql#Mutation.pay orders.ts:6 -> pay.ts:2`,
  },
  {
    name: "asks Apollo's own server at /graphql, though it answers anywhere",
    files: {
      "server.js": `import { ApolloServer } from "@apollo/server"; import { startStandaloneServer } from "@apollo/server/standalone";
        const server = new ApolloServer({ typeDefs: "type Query { a: Int }\\ntype Mutation { b: Int }", resolvers: {
          Query: {
            a: guarded(() => 1),
          },
        } });
        startStandaloneServer(server);`,
    },
    table: `
      GET /{path*} server.js:7
      POST /{path*} server.js:7
      /graphql#Query.a server.js:2 -> server.js:4
      /graphql#Mutation.b server.js:2`,
  },
  {
    name: "lists subscriptions of Yoga, which are served over HTTP, and the root types that the schema names",
    files: {
      "server.ts": `import { createServer } from "node:http"; import { createSchema, createYoga } from "graphql-yoga";
        const schema = createSchema({
          typeDefs: /* GraphQL */ \`
            schema { query: Questions subscription: Events }
            type Questions { now: String }
            type Events { tick: Int }
            type Mutation { none: Int }
          \`,
          resolvers: { Events: { tick: { subscribe: ticks, resolve: (each) => each } } },
        });
        async function* ticks() {}
        createServer(createYoga({ schema, graphqlEndpoint: "/gql" })).listen(4000);`,
    },
    table: `
      GET /gql server.ts:12
      POST /gql server.ts:12
      /gql#Questions.now server.ts:5
      /gql#Events.tick server.ts:6 -> server.ts:9`,
  },
  {
    name: "lists what graphql-http and express-graphql answer with one object of functions or none",
    files: {
      "http.js": `import express from "express"; import { createHandler } from "graphql-http/lib/use/express"; import { buildSchema } from "graphql";
        const schema = buildSchema(\`type Query { hello: String }\`);
        const app = express();
        app.all("/graphql", createHandler({ schema, rootValue: { hello() { return "world"; } } }));`,
      "old.js": `const express = require("express"); const { graphqlHTTP } = require("express-graphql");
        const { makeExecutableSchema } = require("@graphql-tools/schema");
        const schema = makeExecutableSchema({ typeDefs: ["type Query { old: String }"], resolvers: { Query: { old: () => 1 } } });
        express().use("/old", graphqlHTTP({ schema, graphiql: true }));`,
    },
    table: `
      GET /graphql http.js:4
      POST /graphql http.js:4
      /graphql#Query.hello http.js:2 -> http.js:4
      GET /old old.js:4
      POST /old old.js:4
      /old#Query.old old.js:3 -> old.js:3`,
  },
  {
    name: "finds Yoga wherever Express mounts it and under a pattern, its schema read before it is given",
    files: {
      "express.ts": `import express from "express"; import { createYoga } from "graphql-yoga"; import { parse } from "graphql";
        import gql from "graphql-tag"; import { buildSubgraphSchema } from "@apollo/subgraph";
        const app = express(); const typeDefs = parse("type Query { a: Int }");
        const yoga = createYoga({ schema: buildSubgraphSchema([{ typeDefs, resolvers: {} }, { typeDefs: gql("extend type Query { b: Int }") }]) });
        app.use(yoga.graphqlEndpoint, yoga);`,
      "function.ts": `import { createYoga, createSchema } from "graphql-yoga";
        export const yoga = createYoga({ graphqlEndpoint: "*", schema: createSchema({ typeDefs: "type Query { c: Int }" }) });`,
    },
    table: `
      GET /graphql express.ts:4
      POST /graphql express.ts:4
      /graphql#Query.a express.ts:3
      /graphql#Query.b express.ts:4
      GET /{path*} function.ts:2
      POST /{path*} function.ts:2
      /graphql#Query.c function.ts:2`,
  },
  {
    name: "reads schemas from files of their own, however they are loaded",
    files: {
      "src/read.ts": `import { readFileSync } from "node:fs"; import { join } from "node:path"; import { createServer } from "node:http";
        import { createSchema, createYoga } from "graphql-yoga"; import gql from "graphql-tag";
        const typeDefs = gql(readFileSync(join(__dirname, "schema.graphql"), "utf8").toString());
        const schema = createSchema({ typeDefs, resolvers: { Query: { one: () => 1 } } });
        createServer(createYoga({ schema, graphqlEndpoint: "/read" })).listen(1);`,
      "src/import.ts": `import { createServer } from "node:http"; import { createSchema, createYoga } from "graphql-yoga";
        import typeDefs from "./schema.graphql";
        createServer(createYoga({ schema: createSchema({ typeDefs }), graphqlEndpoint: "/import" })).listen(2);`,
      "src/load.ts": `import { createServer } from "node:http"; import { createYoga } from "graphql-yoga";
        import { loadSchemaSync } from "@graphql-tools/load"; import { addResolversToSchema } from "@graphql-tools/schema";
        const schema = loadSchemaSync("./src/schema.graphql", { loaders: [] });
        const whole = addResolversToSchema({ schema, resolvers: { Query: { two: () => 2 } } });
        createServer(createYoga({ schema: whole, graphqlEndpoint: "/load" })).listen(3);`,
      "src/schema.graphql": `"Numbers."
type Query {
  one: Int, two: Int
}`,
      "src/unused.graphql": "type Query { lost: Int }",
    },
    table: `
      GET /import src/import.ts:3
      POST /import src/import.ts:3
      /import#Query.one src/schema.graphql:3
      /import#Query.two src/schema.graphql:3
      GET /load src/load.ts:5
      POST /load src/load.ts:5
      /load#Query.one src/schema.graphql:3
      /load#Query.two src/schema.graphql:3 -> src/load.ts:4
      GET /read src/read.ts:5
      POST /read src/read.ts:5
      /read#Query.one src/schema.graphql:3 -> src/read.ts:4
      /read#Query.two src/schema.graphql:3`,
  },
  {
    name: "finds what plugins of Fastify serve under the prefix they are registered with",
    files: {
      "server.js": `import Fastify from "fastify"; import mercurius from "mercurius"; import fastifyApollo from "@as-integrations/fastify";
        import { ApolloServer } from "@apollo/server";
        const app = Fastify();
        const schema = "type Query { add: Int } type Subscription { added: Int }";
        app.register(mercurius, { schema, resolvers: { Query: { add: () => 1 } }, graphiql: true });
        app.register(async (inner) => {
          inner.register(mercurius, { schema, prefix: "/v1", path: "/gql" });
          inner.register(mercurius, { schema, routes: false });
        }, { prefix: "/api" });
        app.register(fastifyApollo(new ApolloServer({ typeDefs: schema })), { path: "/apollo" });
        app.listen({ port: 3000 });`,
    },
    table: `
      GET /graphql server.js:5
      POST /graphql server.js:5
      /graphql#Query.add server.js:4 -> server.js:5
      GET /api/v1/gql server.js:7
      POST /api/v1/gql server.js:7
      /api/v1/gql#Query.add server.js:4
      GET /apollo server.js:10
      POST /apollo server.js:10
      /apollo#Query.add server.js:4`,
  },
  {
    name: "says nothing of a schema that is broken or not known, and reads around what is put into one",
    files: {
      "server.js": `import { createServer } from "node:http"; import { createYoga, createSchema } from "graphql-yoga"; import { more } from "elsewhere";
        createServer(createYoga({ graphqlEndpoint: "/a", schema: createSchema({ typeDefs: "type Query { a: }" }) })).listen(1);
        createServer(createYoga({ graphqlEndpoint: "/b", schema: createSchema({ typeDefs: more }) })).listen(2);
        createServer(createYoga({ graphqlEndpoint: "/c", schema: createSchema({ typeDefs: \`\${more} type Query { c: Int }\` }) })).listen(3);`,
    },
    table: `
      GET /a server.js:2
      POST /a server.js:2
      GET /b server.js:3
      POST /b server.js:3
      GET /c server.js:4
      POST /c server.js:4
      /c#Query.c server.js:4`,
  },
];

const nest: readonly Case[] = [
  {
    name: "lists what providers answer by their decorators, under the global prefix where the module says so",
    files: {
      "src/main.ts": `import { NestFactory } from "@nestjs/core"; import { AppModule } from "./app.module";
        const app = await NestFactory.create(AppModule); app.setGlobalPrefix("api"); await app.listen(3000);`,
      "src/app.module.ts": `import { Module } from "@nestjs/common"; import { GraphQLModule } from "@nestjs/graphql"; import { CatsModule } from "./cats.module";
        import { ApolloDriver, ApolloDriverConfig } from "@nestjs/apollo";
        @Module({ imports: [
          GraphQLModule.forRoot<ApolloDriverConfig>({ driver: ApolloDriver, useGlobalPrefix: true, path: "/gql" }),
          GraphQLModule.forRootAsync<ApolloDriverConfig>({ driver: ApolloDriver, useFactory: async () => ({ include: [AppModule] }) }),
          GraphQLModule.forRootAsync({ driver: ApolloDriver, useClass: Settings }),
          CatsModule,
        ] })
        export class AppModule {}`,
      "src/cats.module.ts": `import { Module } from "@nestjs/common"; import { CatsResolver } from "./cats";
        @Module({ providers: [{ provide: "cats", useClass: CatsResolver }] }) export class CatsModule {}`,
      "src/cats.ts": `import { Mutation, Query, Resolver, Subscription } from "@nestjs/graphql"; import { Get, Query as Search } from "@nestjs/common";
        class Base {
          @Query(() => String) inherited() {}
        }
        export class CatsResolver extends Base {
          @Query(() => [String])
          cats(@Search() search) {}
          @Query(() => String, { name: "cat" }) one() {}
          @Query("dog") two() {}
          @Query(() => String, { name: named() }) nobodyKnows() {}
          @Mutation(() => String) add() {}
          @Subscription(() => String) added() {}
        }
        @Resolver() export class LostResolver {
          @Query(() => String) lost() {}
        }`,
    },
    table: `
      GET /api/gql src/app.module.ts:4
      POST /api/gql src/app.module.ts:4
      /api/gql#Query.cats src/cats.ts:6 -> src/cats.ts:7
      /api/gql#Query.cat src/cats.ts:8 -> src/cats.ts:8
      /api/gql#Query.dog src/cats.ts:9 -> src/cats.ts:9
      /api/gql#Mutation.add src/cats.ts:11 -> src/cats.ts:11
      /api/gql#Query.inherited src/cats.ts:3 -> src/cats.ts:3
      GET /graphql src/app.module.ts:5
      POST /graphql src/app.module.ts:5
      GET / src/app.module.ts:6 ?GraphQLModule.forRootAsync
      POST / src/app.module.ts:6 ?GraphQLModule.forRootAsync
      /#Query.cats src/cats.ts:6 -> src/cats.ts:7
      /#Query.cat src/cats.ts:8 -> src/cats.ts:8
      /#Query.dog src/cats.ts:9 -> src/cats.ts:9
      /#Mutation.add src/cats.ts:11 -> src/cats.ts:11
      /#Query.inherited src/cats.ts:3 -> src/cats.ts:3`,
  },
];

checkCases("GraphQL servers that list operations", servers);
checkCases("the GraphQL module of NestJS", nest);

describe("the operations of an endpoint", () => {
  const yoga = (endpoint: string) => `createServer(createYoga({ schema, graphqlEndpoint: "${endpoint}" })).listen(1);`;
  const files = {
    "server.js": `import { createServer } from "node:http"; import { createYoga, createSchema } from "graphql-yoga";
      const schema = createSchema({ typeDefs: "type Query { graph: Int, orders: Int }" });
      ${yoga("/graphql")}
      ${yoga("/second")}`,
  };

  it("neither take a request nor are near one, and two servers may share them", async () => {
    const table = await readTable(files);
    assert.deepEqual(
      table.routes.flatMap(({ problems }) => problems),
      [],
    );
    assert.equal(matchUrl(table, "POST", "http://localhost/graphql#Query.graph").matched?.path, "/graphql");
    for (const url of ["/graph", "/Query.orders", "/graphql/Query.orders", "/orders"]) {
      const { matched, near } = matchUrl(table, "POST", url);
      assert.equal(matched, null, url);
      assert.deepEqual(
        near.filter(({ route }) => !/^\/(?:graphql|second)$/.test(route.path)),
        [],
        url,
      );
    }
  });
});

describe("a schema of GraphQL", () => {
  it("declares nothing where it is no schema, whatever it is", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => readOperations([text]).length === 0));
    assert.deepEqual(readOperations([`type Query { a: ${"[".repeat(100_000)}`]), []);
  });

  it("is read over all its texts, with the text, line and column of each name", () => {
    const texts = [
      "type Query {\n  a: Int\r\n  b: Int }",
      "extend schema { mutation: Changes }",
      "type Changes { c: Int }",
    ];
    assert.deepEqual(
      readOperations(texts).map(({ kind, type, field, text, line, column }) => [
        kind,
        `${type}.${field}`,
        text,
        line,
        column,
      ]),
      [
        ["query", "Query.a", 0, 2, 3],
        ["query", "Query.b", 0, 3, 3],
        ["mutation", "Changes.c", 2, 1, 16],
      ],
    );
  });
});

describe("a call of what every object has", () => {
  it("makes no schema, and stops nothing", async () => {
    const { routes } = await readTable({
      "app.js": `const app = require("express")();\nconst kit = require("kit");
app.get("/a", (req, res) => res.json(kit.errors.constructor(1)));\nconst of = kit.constructor("a", kit.toString());\napp.listen(1);`,
    });
    assert.deepEqual(
      routes.map(({ path }) => path),
      ["/a"],
    );
  });
});
