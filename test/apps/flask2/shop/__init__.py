from shop.admin import admin
from shop.orders import create_orders
