const { Router: makeRouter } = require("express");
const { here } = require("../here");

const admin = makeRouter();
const audit = makeRouter();
admin.get("/", (req, res) => here(res));
admin.get("/Stats", (req, res) => here(res));
audit.get("/entries", (req, res) => here(res));
admin.use("/deep", audit);
module.exports = { admin, audit };
