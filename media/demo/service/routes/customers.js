import { Router } from "express";
import { allCustomers, findCustomer } from "../data/customers.js";
import { allOrders } from "../data/orders.js";

/** Customers, mounted under /api/v1/customers. */
export const customers = Router();

customers.get("/", (_request, response) => {
  response.json(allCustomers());
});

customers.get("/:customerId", (request, response) => {
  const customer = findCustomer(request.params.customerId);
  if (customer === undefined) {
    response.status(404).json({ error: "customer_not_found", message: "There is no such customer." });
    return;
  }
  response.json(customer);
});

customers.get("/:customerId/orders", (request, response) => {
  const customer = findCustomer(request.params.customerId);
  if (customer === undefined) {
    response.status(404).json({ error: "customer_not_found", message: "There is no such customer." });
    return;
  }
  response.json(allOrders().filter((order) => order.customer === customer.id));
});
