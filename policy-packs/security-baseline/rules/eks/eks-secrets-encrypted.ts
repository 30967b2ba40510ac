import { resourceRule } from "../../../core/rule";
import { isSet } from "../../../core/unknown";

/** EKS clusters encrypt Kubernetes secrets with a customer's key. */
export const eksSecretsEncrypted = resourceRule({
  name: "eks-secrets-encrypted",
  title: "An EKS cluster encrypts Kubernetes secrets with a customer managed KMS key.",
  severity: "high",
  types: ["aws:eks/cluster:Cluster"],
  controls: {
    "iso27001-2022": ["A.8.5", "A.8.11", "A.8.24"],
    "pci-4.0": ["3.5.1", "8.3.2"],
  },
  remediationSteps:
    'Set encryptionConfig to { provider: { keyArn }, resources: ["secrets"] } with the ARN of a key of your own; it cannot be taken back.',
  docs: {
    why: "Whoever reads a backup of the cluster's database reads its secrets, unless a key of your own, whose use is logged, stands between.",
    component: "Cluster requires encryptionKeyArn; EncryptionKey makes the key.",
    good: {
      "aws:eks/cluster:Cluster": {
        encryptionConfig: {
          provider: { keyArn: "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab" },
          resources: ["secrets"],
        },
      },
    },
  },
  check(cluster, report) {
    const encryption = cluster.props.encryptionConfig;
    // The key is commonly made in the same deployment: that one is named counts, not which.
    if (!isSet(encryption?.provider, "keyArn")) {
      report("secrets are not encrypted with a customer managed key: set encryptionConfig.provider.keyArn");
    } else if (!encryption?.resources?.includes("secrets")) {
      report('secrets are not encrypted: set encryptionConfig.resources to ["secrets"]');
    }
  },
});
