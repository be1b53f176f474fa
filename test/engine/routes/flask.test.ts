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
];

checkCases("flask", cases);
