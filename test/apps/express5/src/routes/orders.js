const { Router } = require("express");
const orders = require("../controllers/orders");
const wrap = (handler) => (req, res, next) => Promise.resolve(handler(req, res, next)).catch(next);

const router = Router();
router.get("/", orders.list);
router.post("/", wrap(orders.create));
router.route("/:id").get(orders.get).put(orders.replace.bind(orders));
router.get("/latest", orders.latest);
router.get("/:orderId", orders.again);
router.use("/:id/items", require("./items"));

module.exports = router;
