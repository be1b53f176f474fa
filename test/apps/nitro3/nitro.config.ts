export default {
  srcDir: "./server",
  handlers: [
    { route: "/listed/:name", method: "PUT", handler: "./server/listed/one.ts" },
    { route: "/listed/**", handler: "./server/listed/any.ts" },
  ],
};
