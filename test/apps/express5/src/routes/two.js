const { Router } = require("express");
const { here } = require("../here");

module.exports = Router().get("/second", (req, res) => here(res));
