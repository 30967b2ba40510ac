import type { Rule } from "../../../core/rule";
import { costEcrLifecycle } from "./cost-ecr-lifecycle";
import { costEcrUntaggedImages } from "./cost-ecr-untagged-images";
import { costEksNoExtendedSupport } from "./cost-eks-no-extended-support";

export const containerRules: readonly Rule[] = [costEcrLifecycle, costEcrUntaggedImages, costEksNoExtendedSupport];
