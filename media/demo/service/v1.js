import { Router } from "express";
import { customers } from "./routes/customers.js";
import { orders } from "./routes/orders.js";

/** Everything that is served under /api/v1. */
export const v1 = Router();

v1.use("/orders", orders);
v1.use("/customers", customers);
