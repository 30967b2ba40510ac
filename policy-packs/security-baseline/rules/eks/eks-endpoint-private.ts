import { isInternet } from "../../../core/internet";
import { resourceRule } from "../../../core/rule";
import { forEachKnown } from "../../../core/unknown";

/** EKS clusters keep their API endpoint off the public Internet. */
export const eksEndpointPrivate = resourceRule({
  name: "eks-endpoint-private",
  title: "An EKS cluster's API server is not reachable from the whole Internet.",
  severity: "critical",
  types: ["aws:eks/cluster:Cluster"],
  controls: {
    "iso27001-2022": ["A.8.1"],
    "pci-4.0": ["1.2.8", "1.3.1", "1.3.2", "1.4.2", "1.5.1", "A1.1.3"],
  },
  remediationSteps:
    "Set vpcConfig.endpointPublicAccess to false and endpointPrivateAccess to true; where the public endpoint must stay, list who may reach it in vpcConfig.publicAccessCidrs.",
  docs: {
    why: "A public API server is reachable by everyone with a stolen token and exposed to every flaw of the API server itself.",
    component: "Cluster has a private endpoint unless publicAccessCidrs names who may reach it.",
    good: { "aws:eks/cluster:Cluster": { vpcConfig: { endpointPublicAccess: false, endpointPrivateAccess: true } } },
  },
  check(cluster, report) {
    const vpc = cluster.props.vpcConfig;
    // EKS's defaults are a public endpoint and 0.0.0.0/0, so absent values are violations too.
    if (vpc?.endpointPublicAccess === false) return;
    if (!vpc?.publicAccessCidrs?.length) {
      report("the API endpoint is public: set vpcConfig.endpointPublicAccess to false");
      return;
    }
    forEachKnown(vpc.publicAccessCidrs, (cidr) => {
      if (isInternet(cidr)) {
        report("the API endpoint is open to the Internet: remove its whole range from vpcConfig.publicAccessCidrs");
      }
    });
  },
});
