export default function handler(request, response) {
  switch (request.method) {
    case "GET":
      return response.json([]);
    case "PUT":
      return response.end("put");
    default:
      return response.status(405).end();
  }
}
