import { type Case, checkCases } from "./cases.ts";

const smallPythonFrameworks: readonly Case[] = [
  {
    name: "reads Chalice, Powertools, Microdot, BlackSheep and Responder, with what they mount",
    files: {
      "chalice_app.py": `from chalice import Blueprint, Chalice

app = Chalice(app_name="shop")
orders = Blueprint(__name__)

@app.route("/")
def index():
    return {}

@app.route("/users/{name}", methods=["PUT", "DELETE"])
def user(name):
    return {}

@orders.get("/{id}")
def order(id):
    return {}

app.register_blueprint(orders, url_prefix="/orders")
`,
      "powertools_app.py": `from aws_lambda_powertools.event_handler import APIGatewayRestResolver
from users import router

app = APIGatewayRestResolver()
app.include_router(router, prefix="/users")

@app.get("/todos/<todo_id>")
def todo(todo_id):
    return {}

@app.route("/both", method=["GET", "POST"])
def both():
    return {}

def handler(event, context):
    return app.resolve(event, context)
`,
      "users.py": `from aws_lambda_powertools.event_handler.router import Router

router = Router()

@router.delete("/<id>")
def remove(id):
    return {}
`,
      "microdot_app.py": `from microdot import Microdot

app = Microdot()
sub = Microdot()

@sub.route("/<int:id>", methods=["GET", "POST"])
async def show(request, id):
    return ""

@app.put("/x")
async def x(request):
    return ""

app.mount(sub, url_prefix="/sub")
`,
      "blacksheep_app.py": `from blacksheep import Application

app = Application()

@app.router.get("/cats/{id}")
async def cat(id):
    return ""

@app.router.route("/dogs/:name", methods=["HEAD", "POST"])
def dog(name):
    return ""
`,
      "responder_app.py": `import responder

api = responder.API()

@api.route("/hello/{who}")
def hello(req, resp, *, who):
    pass
`,
    },
    table: `
      GET /cats/{id} blacksheep_app.py:5 -> blacksheep_app.py:6
      HEAD /dogs/{name} blacksheep_app.py:9 -> blacksheep_app.py:10
      POST /dogs/{name} blacksheep_app.py:9 -> blacksheep_app.py:10
      GET / chalice_app.py:6 -> chalice_app.py:7
      PUT /users/{name} chalice_app.py:10 -> chalice_app.py:11
      DELETE /users/{name} chalice_app.py:10 -> chalice_app.py:11
      GET /orders/{id} chalice_app.py:14 -> chalice_app.py:15
      PUT /x microdot_app.py:10 -> microdot_app.py:11
      GET /sub/{id} microdot_app.py:6 -> microdot_app.py:7
      POST /sub/{id} microdot_app.py:6 -> microdot_app.py:7
      DELETE /users/{id} users.py:5 -> users.py:6
      GET /todos/{todo_id} powertools_app.py:7 -> powertools_app.py:8
      GET /both powertools_app.py:11 -> powertools_app.py:12
      POST /both powertools_app.py:11 -> powertools_app.py:12
      ANY /hello/{who} responder_app.py:5 -> responder_app.py:6`,
  },
];

const djangoNinjaExtra: readonly Case[] = [
  {
    name: "reads controllers and where they are registered",
    files: {
      "urls.py": `from django.urls import path
from ninja_extra import NinjaExtraAPI
from users import UsersController

api = NinjaExtraAPI()
api.register_controllers(UsersController)

urlpatterns = [path("api/", api.urls)]
`,
      "users.py": `from ninja_extra import api_controller, http_get, route

@api_controller("/users", tags=["users"])
class UsersController:
    @route.post("/")
    def make(self, body):
        return body

    @http_get("/{int:user_id}")
    def one(self, user_id):
        return user_id
`,
    },
    table: `
      POST /api/users/ users.py:5 -> users.py:6
      GET /api/users/{user_id} users.py:9 -> users.py:10`,
  },
];

const moleculer: readonly Case[] = [
  {
    name: "reads the aliases of the gateway's routes",
    files: {
      "services/api.service.js": `const ApiGateway = require("moleculer-web");
module.exports = {
  name: "api",
  mixins: [ApiGateway],
  settings: {
    port: 3000,
    routes: [{
      path: "/api",
      aliases: {
        "POST /users/login": "users.login",
        "REST articles": "articles",
        "GET articles/:slug/comments": "articles.comments",
        health(req, res) { res.end("ok"); },
      },
    }],
  },
};
`,
    },
    table: `
      POST /api/users/login services/api.service.js:10
      GET /api/articles services/api.service.js:11
      GET /api/articles/{id} services/api.service.js:11
      POST /api/articles services/api.service.js:11
      PUT /api/articles/{id} services/api.service.js:11
      PATCH /api/articles/{id} services/api.service.js:11
      DELETE /api/articles/{id} services/api.service.js:11
      GET /api/articles/{slug}/comments services/api.service.js:12
      ANY /api/health services/api.service.js:13`,
  },
];

checkCases("small Python frameworks", smallPythonFrameworks);
checkCases("django-ninja-extra", djangoNinjaExtra);
checkCases("Moleculer", moleculer);
