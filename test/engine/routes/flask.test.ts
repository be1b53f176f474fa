import { type Case, checkCases } from "./cases.ts";

const cases: readonly Case[] = [
  {
    name: "joins blueprints through factories and packages, prefixes given where they are registered, and nested ones",
    files: {
      "autoapp.py": `from conduit.app import create_app
app = create_app()
`,
      "conduit/__init__.py": "",
      "conduit/app.py": `from flask import Flask
from conduit import user, articles
from conduit.extensions import api

def create_app(config_object=None):
    app = Flask(__name__.split('.')[0])
    app.url_map.strict_slashes = False
    register_blueprints(app)
    api.init_app(app)
    return app

def register_blueprints(app):
    """Register."""
    origins = app.config.get('CORS')
    app.register_blueprint(user.views.blueprint, url_prefix='/over')
    app.register_blueprint(articles.views.blueprint)
`,
      "conduit/extensions.py": `from flask_restful import Api
from conduit.resources import Todo
api = Api(prefix="/rest")
api.add_resource(Todo, "/todos", "/todos/<int:todo_id>")
`,
      "conduit/resources.py": `from flask_restful import Resource
class Todo(Resource):
    def get(self, todo_id=None): ...
    def delete(self, todo_id): ...
`,
      "conduit/user/__init__.py": `from . import views
`,
      "conduit/user/views.py": `from flask import Blueprint
blueprint = Blueprint('user', __name__, url_prefix='/replaced')

@blueprint.route('/users', methods=('POST',))
@use_kwargs(schema)
def register_user():
    pass

@blueprint.get('/users/<username>/')
def show(username): ...
`,
      "conduit/articles/__init__.py": `from . import views
`,
      "conduit/articles/views.py": `from flask import Blueprint, request
from flask.views import MethodView
PREFIX = "/articles"
blueprint = Blueprint('articles', __name__, url_prefix=PREFIX)
child = Blueprint('child', __name__, url_prefix='/child')

class Article(MethodView):
    def get(self, slug): ...
    def put(self, slug): ...

blueprint.add_url_rule('/<path:slug>', view_func=Article.as_view('article'))

@child.route('/x')
def x():
    if request.method == 'POST': pass
blueprint.register_blueprint(child, url_prefix='/nested')
`,
    },
    table: `
      POST /over/users conduit/user/views.py:4 -> conduit/user/views.py:6
      GET /over/users/{username}/ conduit/user/views.py:9 -> conduit/user/views.py:10
      GET /articles/{slug*} conduit/articles/views.py:11 -> conduit/articles/views.py:8
      PUT /articles/{slug*} conduit/articles/views.py:11 -> conduit/articles/views.py:9
      GET /articles/nested/x conduit/articles/views.py:13 -> conduit/articles/views.py:14
      GET /rest/todos conduit/extensions.py:4 -> conduit/resources.py:3
      GET /rest/todos/{todo_id} conduit/extensions.py:4 -> conduit/resources.py:3
      DELETE /rest/todos conduit/extensions.py:4 -> conduit/resources.py:4
      DELETE /rest/todos/{todo_id} conduit/extensions.py:4 -> conduit/resources.py:4`,
  },
  {
    name: "takes what its configuration names, and leaves out what that does not",
    files: {
      "app.py": `from board import create_app
create_app("config.Production").run()
`,
      "config.py": `class Base:
    ROOT = "/board"
    SECTIONS = ["counts"]
class Production(Base):
    JSON_SORT_KEYS = False
`,
      "board/__init__.py": `from importlib import import_module
from flask import Flask
def create_app(settings):
    app = Flask(__name__)
    app.config.from_object(settings)
    for name in app.config["SECTIONS"]:
        section = import_module(f"board.{name}")
        app.register_blueprint(section.bp, url_prefix=f"{app.config['ROOT']}/{name}")
    return app
`,
      "board/counts.py": `from flask import Blueprint
bp = Blueprint("counts", __name__)
@bp.get("/<ward>")
def counts(ward): ...
`,
      "board/seats.py": `from flask import Blueprint
bp = Blueprint("seats", __name__)
@bp.get("/<ward>")
def seats(ward): ...
`,
    },
    table: `
      GET /board/counts/{ward} board/counts.py:3 -> board/counts.py:4
      GET /{ward} board/seats.py:3 -> board/seats.py:4 !not-registered`,
  },
  {
    name: "claims of no blueprint that it is left out while a module is loaded by a name that is not known",
    files: {
      "board/__init__.py": `from importlib import import_module
from flask import Flask
def create_app(names):
    app = Flask(__name__)
    app.register_blueprint(import_module(".counts", __name__).bp, url_prefix="/counts")
    for name in names:
        app.register_blueprint(import_module(f"board.{name}").bp)
    return app
`,
      "board/counts.py": `from flask import Blueprint
bp = Blueprint("counts", __name__)
@bp.get("/<ward>")
def counts(ward): ...
`,
      "board/seats.py": `from flask import Blueprint
bp = Blueprint("seats", __name__)
@bp.get("/<ward>")
def seats(ward): ...
`,
    },
    table: `
      GET /counts/{ward} board/counts.py:3 -> board/counts.py:4
      GET /{ward} board/seats.py:3 -> board/seats.py:4 ?may be loaded by a computed name in board/__init__.py`,
  },
  {
    name: "reads its configuration from modules, files, mappings and assignments",
    files: {
      "app.py": `import json
from flask import Flask, Blueprint
import settings
app = Flask(__name__)
app.config.from_object(settings)
app.config.from_file("settings.json", load=json.load)
app.config.from_mapping(THIRD="/c")
app.config["FOURTH"] = "/d"
bp = Blueprint("all", __name__)
@bp.get("/x")
def x(): ...
prefix = app.config["FIRST"] + app.config.get("SECOND") + app.config["THIRD"] + app.config["FOURTH"]
app.register_blueprint(bp, url_prefix=prefix)
`,
      "settings.py": 'FIRST = "/a"\n',
      "settings.json": '{ "SECOND": "/b" }',
    },
    table: "GET /a/b/c/d/x app.py:10 -> app.py:11",
  },
  {
    name: "serves a rule without a view by what is later put under its endpoint",
    files: {
      "app.py": `from flask import Flask
app = Flask(__name__)
app.add_url_rule("/favicon.ico", endpoint="favicon")
app.add_url_rule("/only-built/<name>", endpoint="built", build_only=True)
app.view_functions["favicon"] = lambda: ("", 204)
`,
    },
    table: "GET /favicon.ico app.py:3",
  },
  {
    name: "knows the prefix and the name of a blueprint as its attributes",
    files: {
      "app.py": `from flask import Flask, Blueprint
class Named(Blueprint):
    def __init__(self, name):
        super().__init__(name, __name__, url_prefix=f"/{name}")
alarms = Named("alarms")
lines = Blueprint("lines", __name__)
@alarms.get("/open")
def opened(): ...
@lines.get("/all")
def listed(): ...
app = Flask(__name__)
app.register_blueprint(alarms, url_prefix="/plant" + alarms.url_prefix)
app.register_blueprint(lines, url_prefix="/plant/" + lines.name)
`,
    },
    table: `
      GET /plant/alarms/open app.py:7 -> app.py:8
      GET /plant/lines/all app.py:9 -> app.py:10`,
  },
];

checkCases("flask", cases);
