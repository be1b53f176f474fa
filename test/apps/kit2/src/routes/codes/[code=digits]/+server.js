export const GET = () => new Response("code");
