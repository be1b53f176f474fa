const express = require("express");
const { here } = require("./here");
const orders = require("./routes/orders");

function createApp() {
  const app = express();
  app.use((req, res, next) => next());
  app.get("/", (req, res) => here(res));
  app.get("/status", (req, res) => here(res));

  app.get("/users/:id(\\d+)", (req, res) => here(res));
  app.get("/users/:name", (req, res) => here(res));
  app.get("/optional/:id?", (req, res) => here(res));
  app.get("/files/*", (req, res) => here(res));
  app.get("/many/:path+", (req, res) => here(res));
  app.get("/any/:path*", (req, res) => here(res));
  app.get("/colou?r", (req, res) => here(res));
  app.get("/flights/:from-:to", (req, res) => here(res));
  app.get("/icons/:name.svg", (req, res) => here(res));
  app.get(/^\/ab+c$/, (req, res) => here(res));
  app.get(["/one", "/two"], (req, res) => here(res));
  app.all("/all", (req, res) => here(res));
  app
    .route("/book/:id")
    .get((req, res) => here(res))
    .put((req, res) => here(res));

  app.use("/api/v1/orders", orders);
  app.use("/shop/:shop", orders);
  const strict = express.Router({ caseSensitive: true, strict: true });
  strict.get("/Case", (req, res) => here(res));
  strict.get("/slash/", (req, res) => here(res));
  app.use("/strict", strict);

  app.get("/users/me", (req, res) => here(res));
  app.get("/status", (req, res) => here(res));
  app.get(
    "/missing",
    (req, res, next) => next(),
    (req, res) => here(res),
  );
  app.get("*", (req, res) => res.status(404).send("not found"));
  app.get("/too-late", (req, res) => here(res));
  return app;
}

module.exports = { createApp };

if (require.main === module) createApp().listen(process.env.PORT || 0);
