import type { Rule } from "../../../core/rule";
import { pulumiAllowedAccounts } from "./pulumi-allowed-accounts";
import { pulumiAllowedProviders } from "./pulumi-allowed-providers";
import { pulumiAllowedRegions } from "./pulumi-allowed-regions";
import { pulumiClusterExplicit } from "./pulumi-cluster-explicit";
import { pulumiClusterNotSkipped } from "./pulumi-cluster-not-skipped";
import { pulumiComponentRequired } from "./pulumi-component-required";
import { pulumiGeneratedSecretsStrong } from "./pulumi-generated-secrets-strong";
import { pulumiNoCommands } from "./pulumi-no-commands";
import { pulumiNoIgnoredSecurityChanges } from "./pulumi-no-ignored-security-changes";
import { pulumiNoStaticCredentials } from "./pulumi-no-static-credentials";
import { pulumiProviderVerifiesTls } from "./pulumi-provider-verifies-tls";
import { pulumiReplaceableNames } from "./pulumi-replaceable-names";

export const pulumiRules: readonly Rule[] = [
  pulumiAllowedAccounts,
  pulumiAllowedProviders,
  pulumiAllowedRegions,
  pulumiClusterExplicit,
  pulumiClusterNotSkipped,
  pulumiComponentRequired,
  pulumiGeneratedSecretsStrong,
  pulumiNoCommands,
  pulumiNoIgnoredSecurityChanges,
  pulumiNoStaticCredentials,
  pulumiProviderVerifiesTls,
  pulumiReplaceableNames,
];
