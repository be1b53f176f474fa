const express = require("express");
const { API, PATHS } = require("./constants");
const { here } = require("./here");
const { admin, audit } = require("./routes/several");
const createCatalog = require("./routes/catalog");
const registerLegacy = require("./routes/legacy");

function createApp() {
  const app = express();
  app.use(express.json());
  app.use((req, res, next) => next());

  app.get("/", (req, res) => here(res));
  app.get(PATHS.status, (req, res) => here(res));
  app.get(["/health", "/healthz"], (req, res) => here(res));

  app.use(`${API}/orders`, require("./routes/orders"));
  app.use(API + PATHS.users, require("./routes/users").default);
  app.use("/admin", admin);
  app.use(["/audit", "/log"], audit);
  app.use("/catalog", createCatalog({ name: "books" }));
  registerLegacy(app);

  const routes = [
    { path: "/one", router: require("./routes/one") },
    { path: "/two", router: require("./routes/two") },
  ];
  for (const { path, router } of routes) app.use(path, router);

  app.get("/files/*path", (req, res) => here(res));
  app.get("/docs{/:page}", (req, res) => here(res));
  app.get(/^\/ab+c$/, (req, res) => here(res));
  app.get("/flights/:from-:to", (req, res) => here(res));
  app.get("noslash", (req, res) => here(res));
  app.all("/anything", (req, res) => here(res));
  app.use("/api", require("./routes/doubled"));

  app.use((req, res) => {
    res.status(404).json({ error: "not found" });
  });
  app.get("/too-late", (req, res) => here(res));
  return app;
}

module.exports = { createApp };

if (require.main === module) createApp().listen(process.env.PORT || 0);
