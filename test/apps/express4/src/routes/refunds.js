const { Router } = require("express");
const { here } = require("../here");

const router = Router();
router.get("/refunds", (req, res) => here(res));

module.exports = router;
