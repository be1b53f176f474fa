export const POST = () => new Response("post");
export const fallback = () => new Response("any");
