import { resourceRule } from "../../../core/rule";
import { isSet } from "../../../core/unknown";

/** Redshift encrypts what it stores. */
export const redshiftEncrypted = resourceRule({
  name: "redshift-encrypted",
  title: "A Redshift cluster is encrypted at rest.",
  severity: "high",
  types: ["aws:redshift/cluster:Cluster"],
  controls: {
    "iso27001-2022": ["A.8.24"],
    "pci-4.0": ["3.5.1", "8.3.2"],
  },
  remediationSteps: "Set encrypted to true, and kmsKeyId for a key of your own.",
  docs: {
    why: "A warehouse gathers the data of the whole company: an unencrypted snapshot gives away all of it at once.",
    good: { "aws:redshift/cluster:Cluster": { encrypted: "true" } },
  },
  check({ props: cluster }, report) {
    if (!isEncrypted(cluster)) report("the cluster is not encrypted: set encrypted to true");
  },
  remediate({ props: cluster }) {
    if (!isEncrypted(cluster)) cluster.encrypted = "true";
  },
});

/** Only from version 7 on the provider encrypts by itself, and a policy does not see its version; a key says enough. */
function isEncrypted(cluster: { readonly encrypted?: string; readonly kmsKeyId?: string }): boolean {
  if (!isSet(cluster, "encrypted")) return isSet(cluster, "kmsKeyId");
  return String(cluster.encrypted) === "true";
}
