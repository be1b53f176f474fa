export async function GET() {
  return Response.json({ file: "route.js", line: 2 });
}

export const DELETE = () => new Response("deleted");
