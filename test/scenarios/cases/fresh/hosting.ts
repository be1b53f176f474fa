import type { Scenario } from "../../scenario.ts";

const article: Scenario = {
  name: "article-about-error-pages",
  files: {
    "README.md": `# Help pages of the web host

    flask --app helpdesk run

Articles are Markdown files; the address of an article is the name of its file.
`,
    "requirements.txt": "flask\n",
    "helpdesk/__main__.py": `import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from helpdesk.app import create_app

create_app().run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
`,
    "helpdesk/__init__.py": "",
    "helpdesk/app.py": `from flask import Flask

from helpdesk import pages


def create_app():
    app = Flask(__name__)
    app.register_blueprint(pages.bp)
    return app
`,
    "helpdesk/articles.py": `from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "articles"
RETIRED = {"ftp-with-windows-xp", "guestbook"}


def find(name):
    file = FOLDER / f"{name}.md"
    return file.read_text() if file.is_file() and name not in RETIRED else None
`,
    "helpdesk/pages.py": `from flask import Blueprint, abort, render_template_string

from helpdesk.articles import find

bp = Blueprint("pages", __name__, url_prefix="/help")
PAGE = """<!doctype html>
<html lang="en">
<head><title>{{ title }}</title></head>
<body><h1>{{ title }}</h1>{% for line in lines %}<p>{{ line }}</p>{% endfor %}</body>
</html>
"""


@bp.get("/<name>")
def article(name):
    text = find(name)
    if text is None:
        abort(404)
    title, *lines = text.splitlines()
    return render_template_string(PAGE, title=title.lstrip("# "), lines=lines)
`,
    "helpdesk/search.py": `from flask import Blueprint, jsonify, request

from helpdesk.articles import FOLDER

bp = Blueprint("search", __name__, url_prefix="/help/search")


@bp.get("")
def search():
    words = request.args.get("q", "").split()
    return jsonify([file.stem for file in FOLDER.glob("*.md") if all(word in file.read_text() for word in words)])
`,
    "articles/404-not-found.md": `# 404 Not Found
The page you are looking for does not exist.
This is what visitors read when a file is missing. To show a page of your own, put a file 404.html into the folder public.
`,
    "articles/mailboxes.md": `# Mailboxes
Each plan has ten mailboxes.
`,
    "help.http": `@help = http://localhost:PORT_OF_api/help

### mailboxes
GET {{help}}/mailboxes

### what to do about missing pages
# @name missing
GET {{help}}/404-not-found
Accept: text/html
`,
  },
  servers: [{ name: "api", entry: "helpdesk/__main__.py", needs: "flask" }],
  ask: ["help.http#missing"],
  facts: [
    "GET /help/mailboxes 200",
    "GET /help/404-not-found 200",
    "GET /help/none 404",
    "GET /help/search?q=page 404",
  ],
  truth: { outcome: "answered", kinds: [] },
};

/** A web host and its help pages. */
export const hosting: readonly Scenario[] = [article];
