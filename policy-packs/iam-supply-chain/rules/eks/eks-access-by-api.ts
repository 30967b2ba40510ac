import { resourceRule } from "../../../core/rule";

const cluster = "aws:eks/cluster:Cluster";

/** Who may do what in a cluster can be read in AWS. */
export const eksAccessByApi = resourceRule({
  name: "eks-access-by-api",
  title: "Access to a cluster is given by access entries only.",
  severity: "medium",
  types: [cluster],
  controls: {},
  remediationSteps:
    "Set accessConfig.authenticationMode to API and accessConfig.bootstrapClusterCreatorAdminPermissions to false, and make an access entry for the role that deploys. The mode goes one way: CONFIG_MAP, API_AND_CONFIG_MAP, API.",
  docs: {
    why: "Whoever may write one ConfigMap makes himself administrator, a mistake in it locks all others out, and neither CloudTrail nor IAM shows who has access; whoever made the cluster keeps it for ever, unseen.",
    component: "Cluster takes access entries and nothing else.",
    good: {
      [cluster]: { accessConfig: { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: false } },
    },
  },
  // Defaults: CONFIG_MAP and true (docs.aws.amazon.com/eks/latest/APIReference/API_CreateAccessConfigRequest.html).
  check({ props: { accessConfig } }, report) {
    if ((accessConfig?.authenticationMode ?? "CONFIG_MAP") !== "API") {
      report("a ConfigMap in the cluster gives access: set accessConfig.authenticationMode to API");
    }
    if (accessConfig?.bootstrapClusterCreatorAdminPermissions !== false) {
      report(
        "whoever makes the cluster stays its administrator: set accessConfig.bootstrapClusterCreatorAdminPermissions to false",
      );
    }
  },
});
