import { here } from "./here.js";

export const typeDefs = /* GraphQL */ `
  extend type Query {
    order(id: ID): String
  }
  type Mutation {
    cancel: String
  }
`;

export const resolvers = {
  Query: { order: () => here() },
  Mutation: {
    cancel: () => here(),
  },
};
