import type { Rule } from "../../../core/rule";
import { ecrEncryptedKms } from "./ecr-encrypted-kms";
import { ecrImmutableTags } from "./ecr-immutable-tags";
import { ecrPullThroughUpstreams } from "./ecr-pull-through-upstreams";
import { ecrScanOnPush } from "./ecr-scan-on-push";

export const ecrRules: readonly Rule[] = [ecrEncryptedKms, ecrImmutableTags, ecrPullThroughUpstreams, ecrScanOnPush];
