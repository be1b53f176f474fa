export const match = (text) => /^\d+$/.test(text);
