import { Router } from "express";
import { allOrders, findOrder } from "../data/orders.js";

/** Refunds of orders. */
export const refunds = Router();

refunds.get("/", (_request, response) => {
  response.json(allOrders().filter((order) => order.status === "refunded"));
});

refunds.get("/:orderId", (request, response) => {
  const order = findOrder(request.params.orderId);
  if (order?.status !== "refunded") {
    response.status(404).json({ error: "refund_not_found", message: "This order has no refund." });
    return;
  }
  response.json({ order: order.id, amount: order.total });
});
