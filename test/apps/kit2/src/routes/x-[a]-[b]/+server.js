export const GET = () => new Response("x");
