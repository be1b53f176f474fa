export default { srcDir: "./server" };
