import { createApp } from "./app.js";

const server = createApp().listen(Number(process.env.PORT ?? 3000), "localhost", (error) => {
  if (error) {
    console.error(`cannot listen: ${error.message}`);
    process.exit(1);
  }
  console.log(`listening on http://localhost:${server.address().port}`);
});
