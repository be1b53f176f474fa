import { type Case, checkCases } from "./cases.ts";

const cases: readonly Case[] = [
  {
    name: "reads the events of the Serverless Framework, but for what hands every path on",
    files: {
      "service/serverless.yml": `service: orders
provider: { name: aws, runtime: nodejs22.x }
functions:
  list:
    handler: src/orders.list
    events:
      - http: GET orders
      - httpApi: 'GET /v2/orders'
  one:
    handler: src/orders.one
    events:
      - http:
          path: /orders/{id}
          method: delete
          cors: true
      - schedule: rate(1 day)
  whole:
    handler: src/app.handler
    events:
      - http: ANY /
      - http: 'ANY {proxy+}'
      - httpApi: '*'
`,
      "service/src/orders.js": `const express = require("express");
exports.list = async function list() { return { statusCode: 200 }; };
exports.one = async function one() { return { statusCode: 204 }; };
`,
    },
    table: `
      GET /orders service/serverless.yml:7 -> service/src/orders.js:2
      GET /v2/orders service/serverless.yml:8 -> service/src/orders.js:2
      DELETE /orders/{id} service/serverless.yml:12 -> service/src/orders.js:3
      ANY / service/serverless.yml:20`,
  },
  {
    name: "reads the events of a template of AWS SAM",
    files: {
      "template.yaml": `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Resources:
  Menu:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: menu/
      Handler: app.handler
      Role: !GetAtt Role.Arn
      Events:
        Read:
          Type: Api
          Properties: { Path: "/menu/{day}", Method: get }
        Write:
          Type: HttpApi
          Properties:
            Path: /menu/{day}
            Method: ANY
        Tick: { Type: Schedule }
  Table:
    Type: AWS::Serverless::SimpleTable
`,
      "other.yaml": "Resources: { x: { Type: AWS::S3::Bucket } }\n",
    },
    table: `
      GET /menu/{day} template.yaml:11
      ANY /menu/{day} template.yaml:14`,
  },
  {
    name: "reads what can be read of a broken one",
    files: { "serverless.yml": "functions:\n  a:\n    events:\n      - http: GET /a\n  b: [\n" },
    table: "GET /a serverless.yml:4",
  },
];

checkCases("serverless events", cases);
