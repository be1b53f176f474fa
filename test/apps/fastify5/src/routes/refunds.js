import { here } from "../here.js";

export default async function refunds(app) {
  app.get("/refunds", async () => here());
}
