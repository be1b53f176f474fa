export const GET = () => new Response("page");
