import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createSchema, createYoga } from "graphql-yoga";
import { here } from "./here.js";
import * as orders from "./orders.js";

const API = "/api";

const base = /* GraphQL */ `
  schema {
    query: Query
    mutation: Mutation
    subscription: Events
  }
  type Query {
    status: String
    bare: String
  }
  type Events {
    ticks: String
  }
  type Subscription { lost: String }
`;

const schema = createSchema({
  typeDefs: [base, orders.typeDefs, readFileSync(new URL("./stock.graphql", import.meta.url), "utf8")],
  resolvers: [
    {
      Query: { status: () => here(), stock: () => here() },
      Events: {
        ticks: {
          subscribe: async function* () {
            yield { ticks: here() };
          },
        },
      },
    },
    orders.resolvers,
  ],
});

export function createApp() {
  const yoga = createYoga({ schema, graphqlEndpoint: `${API}/graphql`, logging: false });
  return createServer(yoga);
}
