import express from "express";
import { health } from "./routes/health.js";
import { v1 } from "./v1.js";
import { v2 } from "./v2.js";

/** Builds the application without starting it. */
export function createApp() {
  const app = express();
  app.disable("x-powered-by");
  app.use(express.json());
  app.use("/health", health);
  app.use("/api/v1", v1);
  app.use("/api/v2", v2);
  return app;
}
