export const GET = () => new Response("latest");
