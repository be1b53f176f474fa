const express = require("express");
const { here } = require("../here");

class Catalog {
  constructor({ name }) {
    this.router = express.Router();
    this.path = `/${name}`;
    this.register();
  }

  register() {
    this.router.get(this.path, (req, res) => here(res));
    this.router.get(`${this.path}/:isbn`, this.show.bind(this));
  }

  show(req, res) {
    here(res);
  }
}

module.exports = function createCatalog(options) {
  return new Catalog(options).router;
};
