module.exports = {
  basePath: "/shop",
  trailingSlash: false,
  async rewrites() {
    return [{ source: "/old/:id", destination: "/api/orders/:id" }];
  },
};
