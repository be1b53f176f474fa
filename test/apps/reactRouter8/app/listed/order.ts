export const loader = () => new Response("order");
