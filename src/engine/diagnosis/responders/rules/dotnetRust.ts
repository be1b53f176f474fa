import type { ResponderRule } from "./rule.ts";

/** Frameworks of .NET and Rust. */
export const dotnetRustRules: readonly ResponderRule[] = [
  {
    id: "aspnet-problem",
    product: "ASP.NET Core",
    layer: "application",
    miss: "handler",
    confidence: 0.75,
    because: "the problem object with a trace id that a controller's NotFound() gives",
    when: {
      values: { type: /rfc(?:7231#section-6\.5\.4|9110#section-15\.5\.5)$/, title: /^Not Found$/, traceId: /./ },
    },
    alternatives: [{ name: "ASP.NET Core status code pages", layer: "router" }],
    example: {
      status: 404,
      fields: { server: "Kestrel", "content-type": "application/problem+json; charset=utf-8" },
      body: '{"type":"https://tools.ietf.org/html/rfc9110#section-15.5.5","title":"Not Found","status":404,"traceId":"00-0123456789abcdef0123456789abcdef-0123456789abcdef-00"}',
    },
  },
  {
    id: "aspnet-web-api",
    product: "ASP.NET Web API",
    layer: "router",
    miss: "router",
    confidence: 0.96,
    because: '"No HTTP resource was found", which ASP.NET Web API writes when no controller or action matches',
    when: { body: /No HTTP resource was found that matches the request URI/ },
    alternatives: [],
    example: {
      status: 404,
      fields: { "content-type": "application/json; charset=utf-8" },
      body: '{"Message":"No HTTP resource was found that matches the request URI \'http://h/x\'.","MessageDetail":"No type was found that matches the controller named \'x\'."}',
    },
  },
  {
    id: "aspnet-page",
    product: "ASP.NET",
    layer: "router",
    miss: "unknown",
    confidence: 0.92,
    because: "the page of ASP.NET with the requested URL",
    when: { body: /The resource cannot be found\.[\s\S]{0,4000}Requested URL:/ },
    alternatives: [],
    example: {
      status: 404,
      fields: { "content-type": "text/html; charset=utf-8" },
      body: "<html><head><title>The resource cannot be found.</title></head><body><b> Requested URL: </b>/x</body></html>",
    },
  },
  {
    id: "kestrel-empty",
    product: "ASP.NET Core",
    layer: "router",
    miss: "unknown",
    confidence: 0.8,
    because: "an empty answer in Kestrel's name, the same for no endpoint and for Results.NotFound()",
    when: { fields: { server: /^Kestrel$/ }, body: "empty" },
    alternatives: [{ name: "a handler that returns NotFound()", layer: "application" }],
    example: { status: 404, fields: { server: "Kestrel", "content-length": "0" }, body: "" },
  },
  {
    id: "rocket",
    product: "Rocket",
    layer: "router",
    miss: "unknown",
    confidence: 0.93,
    because: "Rocket's default catcher, the same for no route and for a handler that found nothing",
    when: {
      body: /<h1>404: Not Found<\/h1>\s{0,40}<p>The requested resource could not be found\.<\/p>|"reason": ?"Not Found",\s{0,20}"description": ?"The requested resource could not be found\."/,
    },
    alternatives: [{ name: "a handler that returns None", layer: "application" }],
    example: {
      status: 404,
      fields: { server: "Rocket", "content-type": "application/json" },
      body: '{\n  "error": {\n    "code": 404,\n    "reason": "Not Found",\n    "description": "The requested resource could not be found."\n  }\n}',
    },
  },
];
