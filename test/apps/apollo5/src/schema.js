export const typeDefs = `#graphql
  type Order { id: ID!, place: String }

  type Query {
    "One order."
    order(id: ID): String
    latest: Order
    bare: String
  }

  type Mutation { cancel: String, "At least once." pay: String }

  type Subscription {
    paid: String
  }
`;
