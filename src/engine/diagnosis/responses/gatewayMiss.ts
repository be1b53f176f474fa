import type { Known } from "../known.ts";

const gatewayField = /^(?:x-amz-apigw-id|apigw-requestid)$/i;

/**
 * Whether Amazon API Gateway says that it has nothing for a path: 403 "Missing Authentication Token" where a stage has no such resource, 404
 * "Not Found" of an HTTP API, and 403 "Forbidden" where it has no such stage, which also refuses who sends no key, so that only another stage tells.
 */
export function isGatewayMiss({ replay, facts }: Pick<Known, "replay" | "facts">): boolean {
  const response = replay?.exchange.response;
  const codes = (facts?.errorCodes ?? []).some(({ value }) => /MissingAuthenticationToken/.test(value));
  const isGateway = response?.headers.some(([name]) => gatewayField.test(name)) === true;
  const message = facts?.message ?? "";
  if (response?.status === 404) {
    return isGateway && message === "Not Found";
  }
  const isUnstaged = isGateway && message === "Forbidden";
  return response?.status === 403 && (codes || isUnstaged || message === "Missing Authentication Token");
}
