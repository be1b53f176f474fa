Object.defineProperty(exports, "__esModule", { value: true });
const express = require("express");
const { here } = require("../here");

const router = express.Router({ caseSensitive: true, strict: true });
router.get("/me", (req, res, next) => (req.query.later ? next() : here(res)));
router.get("/:name", (req, res) => here(res));
router.get("/:name/posts/", (req, res) => here(res));
exports.default = router;

const orphan = express.Router();
orphan.get("/orphan", (req, res) => here(res));
