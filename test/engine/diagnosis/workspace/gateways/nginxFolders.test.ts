import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findMisplacedFile } from "../../../../../src/engine/diagnosis/workspace/gateways/nginxFolders.ts";
import { parseTargetUri } from "../../../../../src/engine/targetUri.ts";

/** What is said of a path by one location and, where it is given, a Dockerfile. */
function read(path: string, file: string, location: string, docker = "") {
  const target = parseTargetUri(`http://localhost${path}`);
  assert.ok(target);
  return findMisplacedFile({ named: { isExact: true, path, file }, target }, [
    { file: "nginx.conf", text: `server {\n  location / {\n    root /srv/site;\n  }\n  ${location}\n}\n` },
    { file: "Dockerfile", text: docker },
  ]);
}

describe("a location of nginx and the file that its path names", () => {
  it("root puts the prefix behind its folder as well", () => {
    const found = read("/images/a.svg", "media/a.svg", "location /images/ { root /srv/media; }");
    assert.deepEqual(found, {
      directive: "root",
      sought: "/srv/media/images/a.svg",
      held: "/srv/media/a.svg",
      right: "alias /srv/media/;",
      location: { file: "nginx.conf", line: 5, column: 1 },
    });
  });

  it("alias glues the rest to its folder where only the prefix ends in a slash", () => {
    const found = read("/charts/alps.svg", "charts/alps.svg", "location /charts/ { alias /srv/charts; }");
    assert.equal(found?.sought, "/srv/chartsalps.svg");
    assert.equal(found?.right, "alias /srv/charts/;");
  });

  it("alias leaves a prefix out that the folder holds", () => {
    const found = read("/img/a.svg", "media/img/a.svg", "location /img/ { alias /srv/media/; }");
    assert.equal(found?.right, "root /srv/media;");
  });

  it("what is copied there says which folder it is", () => {
    const location = "location /images/ { root /usr/share/pictures; }";
    assert.equal(read("/images/a.svg", "media/a.svg", location), null);
    const copied = read("/images/a.svg", "media/a.svg", location, "FROM nginx\nCOPY media /usr/share/pictures\n");
    assert.equal(copied?.held, "/usr/share/pictures/a.svg");
  });

  it("nothing is said where the file is found, is elsewhere, or another location takes the path", () => {
    assert.equal(read("/images/a.svg", "media/images/a.svg", "location /images/ { root /srv/media; }"), null);
    assert.equal(read("/images/a.svg", "media/a.svg", "location /images/ { alias /srv/media/; }"), null);
    assert.equal(read("/images/a.svg", "old/pictures/a.svg", "location /images/ { root /srv/media; }"), null);
    assert.equal(read("/other/a.svg", "media/a.svg", "location /images/ { root /srv/media; }"), null);
  });
});
