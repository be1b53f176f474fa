class Settings:
    orders_prefix: str = "/orders"


settings = Settings()
