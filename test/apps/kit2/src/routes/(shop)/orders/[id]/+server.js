export const GET = () => new Response("order");
export function DELETE() {
  return new Response("gone");
}
