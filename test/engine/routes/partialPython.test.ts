import { type Case, checkCases } from "./cases.ts";

const shapesOfPythonApplicationsThatAreReadInPart: readonly Case[] = [
  {
    name: "takes decorators of an application that another package holds",
    files: {
      "views.py": `from flask import request
from elsewhere import app, db

@app.route("/x/<int:id>", methods=["GET", "POST"])
def x(id):
    return db.get("/not-a-route")
`,
      "api.py": `from fastapi import Depends
from elsewhere.api import router

@router.get("/y/{id}")
def y(id: int):
    return requests.get("/not-a-route")
`,
    },
    table: `
      GET /y/{id} api.py:4 -> api.py:5 ?no application of this workspace mounts it
      GET /x/{id} views.py:4 -> views.py:5 ?no application of this workspace mounts it
      POST /x/{id} views.py:4 -> views.py:5 ?no application of this workspace mounts it`,
  },
  {
    name: "puts the routes of a router class below the prefix it gives its base",
    files: {
      "main.py": `from fastapi import APIRouter, FastAPI

class Orders(APIRouter):
    def __init__(self):
        super().__init__(prefix="/orders")
        self.add_api_route("/{id}", self.show, methods=["GET"])

    def show(self, id):
        return id

app = FastAPI()
app.include_router(Orders(), prefix="/api")
`,
    },
    table: `
      GET /api/orders/{id} main.py:6 -> main.py:8`,
  },
  {
    name: "names RESTX namespaces after themselves, and decorates resources",
    files: {
      "app.py": `from flask import Flask
from flask_restx import Api, Resource

app = Flask(__name__)
api = Api(app, prefix="/v1")
todos = api.namespace("todos")
cats = api.namespace("cats", path="/kittens")

@todos.route("/<int:id>", "/old/<int:id>")
class Todo(Resource):
    def get(self, id):
        return {}

@cats.route("/")
class Cats(Resource):
    def post(self):
        return {}
`,
      "restful.py": `from flask import Flask
from flask_restful import Api, Resource

app = Flask("restful")
api = Api(app)

@api.resource("/deco")
class Deco(Resource):
    def put(self):
        return {}
`,
    },
    table: `
      GET /v1/todos/{id} app.py:9 -> app.py:11
      POST /v1/kittens/ app.py:14 -> app.py:16
      PUT /deco restful.py:7 -> restful.py:9`,
  },
  {
    name: "copies blueprints of Sanic, whose prefix may stand in second place, and serves one file",
    files: {
      "app.py": `from sanic import Blueprint, Sanic

app = Sanic("shop")
orders = Blueprint("orders", "/orders", version=1)

@orders.get("/<id>")
async def show(request, id):
    return None

app.blueprint(orders)
app.blueprint(orders.copy("next", url_prefix="/buy", version=2))
app.static("/robots.txt", "./robots.txt")
`,
    },
    table: `
      GET /v1/orders/{id} app.py:6 -> app.py:7
      GET /v2/buy/{id} app.py:6 -> app.py:7
      GET /robots.txt app.py:12`,
  },
];

checkCases("shapes of Python applications that are read in part", shapesOfPythonApplicationsThatAreReadInPart);
