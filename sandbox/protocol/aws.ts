import awsPackage from "@pulumi/aws/package.json";
import { invoke } from "../invokes";
import { modelOf } from "../models";
import { awsConfig } from "./aws-config";
import type { Package } from "./instances";

export const aws: Package = { version: awsPackage.version, modelOf, configure: awsConfig, invoke };
