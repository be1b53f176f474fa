import { Router } from "express";
import { allInvoices, findInvoice } from "../data/invoices.js";

/** Invoices, mounted under /api/v2/invoices. */
export const invoices = Router();

invoices.get("/", (_request, response) => {
  response.json(allInvoices());
});

invoices.get("/:number", (request, response) => {
  const invoice = findInvoice(request.params.number);
  if (invoice === undefined) {
    response.status(404).json({ error: "invoice_not_found", message: "There is no such invoice." });
    return;
  }
  response.json(invoice);
});
