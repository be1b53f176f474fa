const answer = () => new Response("both");

export { answer as PUT, answer as PATCH };
