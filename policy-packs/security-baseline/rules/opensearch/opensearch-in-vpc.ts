import { resourceRule } from "../../../core/rule";
import { isNonEmpty } from "../../../core/unknown";

/** OpenSearch is reached from its VPC only. */
export const opensearchInVpc = resourceRule({
  name: "opensearch-in-vpc",
  title: "An OpenSearch domain is in a VPC.",
  severity: "high",
  types: ["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain"],
  controls: {
    "iso27001-2022": ["A.8.1"],
    "pci-4.0": ["1.2.8", "1.3.1", "1.3.2", "1.4.2", "1.5.1", "A1.1.3"],
  },
  remediationSteps:
    "Set vpcOptions.subnetIds and securityGroupIds; an existing public domain has to be made anew and its indexes restored.",
  docs: {
    why: "A public domain is protected by its access policy alone; open ones have been found and emptied many times.",
    component: "Network makes private subnets.",
    good: {
      "aws:opensearch/domain:Domain": { vpcOptions: { subnetIds: ["subnet-0123456789abcdef0"] } },
      "aws:elasticsearch/domain:Domain": { vpcOptions: { subnetIds: ["subnet-0123456789abcdef0"] } },
    },
  },
  check({ props: domain }, report) {
    if (!isNonEmpty(domain.vpcOptions, "subnetIds")) {
      report("the domain has a public endpoint: set vpcOptions.subnetIds");
    }
  },
});
