import { index, layout, prefix, type RouteConfig, route } from "@react-router/dev/routes";
import { flatRoutes } from "@react-router/fs-routes";

export default [
  index("./listed/home.tsx"),
  route("about", "./listed/about.tsx"),
  layout("./listed/frame.tsx", [route("framed/:id?", "./listed/framed.tsx")]),
  ...prefix("api", [route("orders", "./listed/orders.ts"), route("orders/:id", "./listed/order.ts")]),
  route("parent", "./listed/frame.tsx", { id: "parent" }, [
    index("./listed/inner.tsx"),
    route("child", "./listed/child.tsx"),
  ]),
  ...(await flatRoutes()),
] satisfies RouteConfig;
