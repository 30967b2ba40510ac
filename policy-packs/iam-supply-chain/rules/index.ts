import type { Rule } from "../../core/rule";
import { codebuildRules } from "./codebuild";
import { ecrRules } from "./ecr";
import { iamRules } from "./iam";
import { imagesRules } from "./images";
import { pulumiRules } from "./pulumi";
import { secretsRules } from "./secrets";

/** The rules of this pack, by service. */
export const rules: readonly Rule[] = [
  ...codebuildRules,
  ...ecrRules,
  ...iamRules,
  ...imagesRules,
  ...pulumiRules,
  ...secretsRules,
];
