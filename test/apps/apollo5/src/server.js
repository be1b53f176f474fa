import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { here } from "./here.js";
import { typeDefs } from "./schema.js";

const pay = () => here();

const resolvers = {
  Query: {
    order: () => here(),
    latest() {
      return { id: 1, place: here() };
    },
  },
  Mutation: { pay, cancel: () => here() },
  Subscription: {
    paid: {
      subscribe: async function* () {
        yield { paid: here() };
      },
    },
  },
};

/** Starts the server; it listens at once. */
export function createApp() {
  const server = new ApolloServer({ typeDefs, resolvers });
  return startStandaloneServer(server, { listen: { port: 0, host: "127.0.0.1" } }).then(({ url }) => ({
    url,
    stop: () => server.stop(),
  }));
}
