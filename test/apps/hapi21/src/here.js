// Every handler answers with the file and line of its own call, so that the running app is the truth for its table.
exports.here = () => {
  const line = new Error().stack.split("\n")[2];
  const [, file, row] = /([^/\\]+\.js):(\d+):\d+/.exec(line);
  return { file, line: Number(row) };
};
