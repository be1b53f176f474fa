import { startHostileServer } from "./hostileServer.ts";

// A hostile server in a process of its own, so that the memory measured in a test is the sender's alone.
const server = await startHostileServer();
process.send?.(server.origin);
process.on("disconnect", () => process.exit(0));
