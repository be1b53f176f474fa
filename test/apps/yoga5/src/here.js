/** Says which line of which file of the sample app called it. */
export function here() {
  const line = new Error().stack.split("\n").find((each) => /\.js:\d+/.test(each) && !/here\.js/.test(each));
  const [, file, number] = /([\w.-]+\.js):(\d+)/.exec(line);
  return `${file}:${number}`;
}
