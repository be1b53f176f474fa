const orders = new Map(
  [
    {
      id: "8470",
      customer: "c-17",
      status: "shipped",
      total: 129.9,
      items: [{ sku: "lamp-oak", quantity: 1, price: 129.9 }],
    },
    {
      id: "8471",
      customer: "c-42",
      status: "open",
      total: 54,
      items: [{ sku: "mug-blue", quantity: 4, price: 13.5 }],
    },
    {
      id: "8472",
      customer: "c-42",
      status: "shipped",
      total: 318.4,
      items: [
        { sku: "chair-ash", quantity: 2, price: 149.2 },
        { sku: "felt-pads", quantity: 4, price: 5 },
      ],
    },
    {
      id: "8473",
      customer: "c-08",
      status: "refunded",
      total: 22.5,
      items: [{ sku: "candle-pine", quantity: 3, price: 7.5 }],
    },
  ].map((order) => [order.id, order]),
);

/** Every order, oldest first. */
export function allOrders() {
  return [...orders.values()];
}

/** The order with this id, or undefined. */
export function findOrder(id) {
  return orders.get(id);
}

/** Marks the order with this id as cancelled and returns it, or undefined when there is none. */
export function cancelOrder(id) {
  const order = orders.get(id);
  if (order === undefined) {
    return undefined;
  }
  const cancelled = { ...order, status: "cancelled" };
  orders.set(id, cancelled);
  return cancelled;
}
