import type { Rule } from "../../../core/rule";
import { ecrImmutableTags } from "./ecr-immutable-tags";
import { ecrScanOnPush } from "./ecr-scan-on-push";

export const ecrRules: readonly Rule[] = [ecrImmutableTags, ecrScanOnPush];
