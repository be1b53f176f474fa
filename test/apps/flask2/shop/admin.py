from flask import Blueprint

from where import here

admin = Blueprint("admin", __name__, url_prefix="/admin")
reports = Blueprint("reports", __name__, url_prefix="/reports")
refunds = Blueprint("refunds", __name__)


@reports.delete("/<uuid:report>")
def remove(report):
    return here()


@refunds.get("/refunds")
def lost():
    return here()


admin.register_blueprint(reports)
