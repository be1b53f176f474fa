const { here } = require("../here");

module.exports = (app) => {
  app.get("/legacy", (req, res) => here(res));
  app.get("/health", (req, res) => here(res));
};
