import assert from "node:assert/strict";
import { test } from "node:test";
import { isOfSite } from "../../../../../src/engine/diagnosis/workspace/clients/ownSite.ts";

test("a URL is of the request's own site on this machine, at its host, and beside it below a name that somebody owns", () => {
  const urls: readonly (readonly [url: string, own: string, isOwn: boolean])[] = [
    ["http://localhost:4001", "localhost:3000", true],
    ["https://eu.api.example.com/v1", "us.api.example.com", true],
    ["https://api.example.com:8443", "api.example.com", true],
    ["https://api.other.com", "api.example.com", false],
    ["https://other.co.uk", "example.co.uk", false],
    ["https://other.com", "example.com", false],
    ["http://10.0.0.7", "10.0.0.8", false],
  ];
  for (const [url, own, isOwn] of urls) {
    assert.equal(isOfSite(url, own), isOwn, `${url} of ${own}`);
  }
});
