import type { Rule } from "../../core/rule";
import { codebuildRules } from "./codebuild";
import { ec2Rules } from "./ec2";
import { ecrRules } from "./ecr";
import { eksRules } from "./eks";
import { helmRules } from "./helm";
import { iamRules } from "./iam";
import { imagesRules } from "./images";
import { lambdaRules } from "./lambda";
import { pulumiRules } from "./pulumi";
import { secretsRules } from "./secrets";

/** The rules of this pack, by service. */
export const rules: readonly Rule[] = [
  ...codebuildRules,
  ...ec2Rules,
  ...ecrRules,
  ...eksRules,
  ...helmRules,
  ...iamRules,
  ...imagesRules,
  ...lambdaRules,
  ...pulumiRules,
  ...secretsRules,
];
