from flask import Flask, request
from flask.views import MethodView

from shop import admin, create_orders
from where import here

PREFIX = "/api/v1"


class Stock(MethodView):
    def get(self, sku):
        return here()

    def put(self, sku):
        return here()


def create_app():
    app = Flask(__name__)

    @app.route("/")
    def index():
        return here()

    @app.get("/status")
    def status():
        return here()

    @app.route("/slash/")
    def slash():
        return here()

    @app.route("/both", methods=["GET", "POST"])
    def both():
        return here()

    @app.route("/users/<int:user_id>")
    def by_id(user_id):
        return here()

    @app.route("/users/<name>")
    def by_name(name):
        return here()

    @app.route("/users/me")
    def me():
        return here()

    @app.route("/files/<path:file>")
    def files(file):
        return here()

    @app.route("/prices/<float:price>")
    @app.route("/kinds/<any(red, blue):kind>")
    def prices(price=None, kind=None):
        return here()

    @app.route("/loose", strict_slashes=False)
    def loose():
        return here()

    @app.get("/status")
    def status_again():
        return here()

    app.add_url_rule("/stock/<sku>", view_func=Stock.as_view("stock"))
    app.register_blueprint(create_orders(), url_prefix=f"{PREFIX}/orders")
    app.register_blueprint(admin)
    return app
