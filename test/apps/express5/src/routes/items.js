const express = require("express");
const { here } = require("../here");

const items = express.Router({ mergeParams: true });
items.get("/", (req, res) => here(res));
items.delete("/:itemId", (req, res) => here(res));
module.exports = items;
