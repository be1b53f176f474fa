const { here } = require("../here");

exports.list = (req, res) => here(res);
exports.create = async (req, res) => here(res);
exports.get = function get(req, res) {
  here(res);
};
exports.replace = (req, res) => here(res);
exports.latest = (req, res) => here(res);
exports.again = (req, res) => here(res);
