from flask import Blueprint

from where import here


def create_orders():
    orders = Blueprint("orders", __name__)

    @orders.route("/")
    def all_orders():
        return here()

    @orders.route("", methods=["POST"])
    def create():
        return here()

    @orders.patch("/<int:order_id>")
    def change(order_id):
        return here()

    return orders
