import type { Rule } from "../../../core/rule";
import { pulumiAllowedAccounts } from "./pulumi-allowed-accounts";
import { pulumiAllowedProviders } from "./pulumi-allowed-providers";
import { pulumiAllowedRegions } from "./pulumi-allowed-regions";
import { pulumiClusterExplicit } from "./pulumi-cluster-explicit";
import { pulumiClusterNotSkipped } from "./pulumi-cluster-not-skipped";
import { pulumiGeneratedSecretsStrong } from "./pulumi-generated-secrets-strong";
import { pulumiNoStaticCredentials } from "./pulumi-no-static-credentials";
import { pulumiProviderVerifiesTls } from "./pulumi-provider-verifies-tls";

export const pulumiRules: readonly Rule[] = [
  pulumiAllowedAccounts,
  pulumiAllowedProviders,
  pulumiAllowedRegions,
  pulumiClusterExplicit,
  pulumiClusterNotSkipped,
  pulumiGeneratedSecretsStrong,
  pulumiNoStaticCredentials,
  pulumiProviderVerifiesTls,
];
