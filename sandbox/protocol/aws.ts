import awsPackage from "@pulumi/aws/package.json";
import { invoke } from "../invokes";
import { modelOf } from "../models";
import { conform } from "../shapes/conform";
import { awsConfig } from "./aws-config";
import type { Package } from "./instances";

export const aws: Package = { version: awsPackage.version, modelOf, conform, configure: awsConfig, invoke };
