import type { Scenario } from "../../scenario.ts";

const sheet: Scenario = {
  name: "style-sheet-of-a-show-cave",
  files: {
    "README.md": `# Website of the show cave

    pelican content -o output -s pelicanconf.py     # to look at it
    make publish                                    # to the bucket

Until the summer the pages were a part of the town's site (\`www.hohlstein.test/cave/\`). Since September they have a name of their own.
`,
    "requirements.txt": "pelican==4.9.1\nmarkdown\n",
    "pelicanconf.py": `AUTHOR = "Show cave"
SITENAME = "Hohlstein show cave"
SITEURL = "/cave"
PATH = "content"
TIMEZONE = "Europe/Berlin"
DEFAULT_LANG = "en"
THEME = "theme"
RELATIVE_URLS = False
FEED_ALL_ATOM = None
`,
    Makefile: `publish:
	pelican content -o output -s pelicanconf.py
	aws s3 sync output s3://hohlstein-cave --delete
`,
    "content/pages/tours.md": "Title: Tours\nSlug: tours\n\nEvery hour from ten, except Mondays.\n",
    "theme/templates/base.html": `<!doctype html>
<html lang="{{ DEFAULT_LANG }}">
  <head>
    <title>{{ SITENAME }}</title>
    <link rel="stylesheet" href="{{ SITEURL }}/theme/css/cave.css">
  </head>
  <body>{% block content %}{% endblock %}</body>
</html>
`,
    "theme/static/css/cave.css": "body { background: #222; color: #ddd }\n",
    "output/index.html": `<!doctype html>
<html lang="en">
  <head>
    <title>Hohlstein show cave</title>
    <link rel="stylesheet" href="/cave/theme/css/cave.css">
  </head>
  <body><a href="/cave/pages/tours.html">Tours</a></body>
</html>
`,
    "output/pages/tours.html": `<!doctype html>
<html lang="en">
  <head>
    <title>Tours</title>
    <link rel="stylesheet" href="/cave/theme/css/cave.css">
  </head>
  <body><p>Every hour from ten, except Mondays.</p></body>
</html>
`,
    "output/theme/css/cave.css": "body { background: #222; color: #ddd }\n",
    "site.http": `@site = http://localhost:PORT_OF_site

### start page
GET {{site}}/

### tours
GET {{site}}/pages/tours.html

### style sheet, as the start page asks for it
# @name sheet
GET {{site}}/cave/theme/css/cave.css
Referer: {{site}}/
`,
  },
  servers: [{ name: "site", entry: "front:staticHost", env: { ROOT: "output" } }],
  ask: ["site.http#sheet"],
  facts: [
    "GET / 200",
    "GET /pages/tours.html 200",
    "GET /cave/theme/css/cave.css 404",
    "GET /theme/css/cave.css 200",
    "GET /cave/pages/tours.html 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["base-path"],
    links: [
      { file: "pelicanconf.py", text: "SITEURL" },
      { file: "output/index.html", text: "cave.css" },
      { file: "theme/templates/base.html", text: "cave.css" },
    ],
    fixes: [{ url: "/theme/css/cave.css" }],
  },
};

/** The website of a show cave. */
export const caves: readonly Scenario[] = [sheet];
