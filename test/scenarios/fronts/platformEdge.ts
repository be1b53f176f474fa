import { createServer } from "node:http";

/** The edge of a hosting platform where nothing is deployed: answers every request with the page PAGE of that platform. */
const { PORT, PAGE = "deployment" } = process.env;

createServer((_request, response) => {
  if (PAGE === "deployment") {
    response.writeHead(404, {
      "content-type": "text/plain; charset=utf-8",
      server: "Vercel",
      "x-vercel-error": "DEPLOYMENT_NOT_FOUND",
      "x-vercel-id": "fra1::k2x9p-1767225600000-0c1d2e3f4a5b",
    });
    response.end(
      "The deployment could not be found on Vercel.\n\nDEPLOYMENT_NOT_FOUND\n\nfra1::k2x9p-1767225600000-0c1d2e3f4a5b\n",
    );
    return;
  }
  const page =
    "<!DOCTYPE html><html><head><title>No such app</title></head><body><iframe src='//www.herokucdn.com/error-pages/no-such-app.html'></iframe></body></html>";
  response.writeHead(404, { "content-type": "text/html; charset=utf-8", server: "Heroku" }).end(page);
}).listen(PORT);
