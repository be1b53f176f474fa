const { Router } = require("express");
const { here } = require("../here");

const router = Router({ mergeParams: true });
router.get("/", (req, res) => here(res));
router.get("/latest", (req, res) => here(res));
router.get("/:id", (req, res) => here(res));
router.delete("/:id", (req, res) => here(res));
router.patch("/:id/items/:item", (req, res) => here(res));

module.exports = router;
