import { here } from "../here.js";

export const listed = [
  { method: "GET", url: "/listed/:id", handler: async () => here() },
  {
    method: "PATCH",
    url: "/listed/:id",
    handler: async () => here(),
  },
];
