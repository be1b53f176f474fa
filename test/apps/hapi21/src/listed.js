const { here } = require("./here");

module.exports = [
  { method: "GET", path: "/listed", handler: () => here() },
  { method: "DELETE", path: "/listed/{id}", handler: () => here() },
];
