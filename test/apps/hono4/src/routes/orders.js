import { Hono } from "hono";
import { here } from "../here.js";

const orders = new Hono();
orders.get("/", (c) => here(c));
orders.post("/", (c) => here(c));
orders.query("/", (c) => here(c));
orders.get("/latest", (c) => here(c));
orders.get("/:id", (c) => here(c));
orders.get("/:id/items/:item{\\d+}", (c) => here(c));

export default orders;
