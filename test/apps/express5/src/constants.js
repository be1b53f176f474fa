const VERSION = "v1";
exports.API = `/api/${VERSION}`;
exports.PATHS = { users: "/users", status: process.env.STATUS_PATH || "/status" };
