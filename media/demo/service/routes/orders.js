import { Router } from "express";
import { allOrders, cancelOrder, findOrder } from "../data/orders.js";

/** Orders, mounted under /api/v1/orders. */
export const orders = Router();

orders.get("/", (_request, response) => {
  response.json(allOrders());
});

orders.get("/:id", (request, response) => {
  const order = findOrder(request.params.id);
  if (order === undefined) {
    response.status(404).json({ error: "order_not_found", message: `There is no order ${request.params.id}.` });
    return;
  }
  response.json(order);
});

orders.get("/:id/items", (request, response) => {
  const order = findOrder(request.params.id);
  if (order === undefined) {
    response.status(404).json({ error: "order_not_found", message: `There is no order ${request.params.id}.` });
    return;
  }
  response.json(order.items);
});

orders.post("/:id/cancel", (request, response) => {
  const order = cancelOrder(request.params.id);
  if (order === undefined) {
    response.status(404).json({ error: "order_not_found", message: `There is no order ${request.params.id}.` });
    return;
  }
  response.json(order);
});
