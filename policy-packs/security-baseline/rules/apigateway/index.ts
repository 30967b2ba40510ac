import type { Rule } from "../../../core/rule";
import { apigwAccessLogging } from "./apigw-access-logging";
import { apigwAuthorization } from "./apigw-authorization";
import { apigwTls12 } from "./apigw-tls12";

export const apigatewayRules: readonly Rule[] = [apigwAccessLogging, apigwAuthorization, apigwTls12];
