import { Router } from "express";

/** Tells the load balancer that the process is alive. */
export const health = Router();

health.get("/", (_request, response) => {
  response.json({ status: "up" });
});
