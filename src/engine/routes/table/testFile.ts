/** The file that was asked for last: whoever asks most often asks for all that one file holds, one after the other. */
let last = { file: "", isTest: false };

/** True when a file's name or folder says that it holds tests. */
export function isTestFile(file: string): boolean {
  if (last.file !== file) last = { file, isTest: isNamedAsTest(file) };
  return last.isTest;
}

function isNamedAsTest(file: string): boolean {
  return (
    /(?:^|\/)(?:tests?|__tests__|__mocks__|specs?|e2e|cypress|playwright)\//i.test(file) ||
    /(?:[._-](?:test|spec|e2e|cy)\.[cm]?[jt]sx?|(?:^|\/)(?:test_[^/]*|[^/]*_test|tests?|conftest)\.py)$/i.test(file)
  );
}
