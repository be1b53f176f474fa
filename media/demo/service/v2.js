import { Router } from "express";
import { invoices } from "./routes/invoices.js";

/** Everything that is served under /api/v2; orders have not moved yet. */
export const v2 = Router();

v2.use("/invoices", invoices);
