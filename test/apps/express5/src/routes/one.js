const { Router } = require("express");
const { here } = require("../here");

module.exports = Router().get("/first", (req, res) => here(res));
