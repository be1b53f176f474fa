const answer = () => Response.json([]);

export { answer as GET, answer as POST };
