import { z } from "zod";
import { resourceRule } from "../../../core/rule";
import { isInStack, stacks } from "../../../core/stacks";
import { judgeAll } from "../../../core/unknown";

const good = {
  clusterConfig: {
    instanceCount: 3,
    dedicatedMasterEnabled: true,
    dedicatedMasterCount: 3,
    zoneAwarenessEnabled: true,
    zoneAwarenessConfig: { availabilityZoneCount: 3 },
  },
};

/** Search outlives a node and a zone. */
export const opensearchHa = resourceRule({
  name: "opensearch-ha",
  title: "An OpenSearch domain has three dedicated masters or more, and is in several zones.",
  severity: "medium",
  types: ["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain"],
  parameters: z.object({ stacks }),
  controls: {
    "iso27001-2022": ["A.8.14"],
  },
  remediationSteps:
    "Set dedicatedMasterEnabled and zoneAwarenessEnabled of clusterConfig to true, dedicatedMasterCount to 3 and instanceCount to a multiple of the zones.",
  docs: {
    why: "With fewer than three masters one lost node stops all writes, and in one zone the domain is down as long as the zone is.",
    good: { "aws:opensearch/domain:Domain": good, "aws:elasticsearch/domain:Domain": good },
  },
  check({ urn, props: { clusterConfig } }, report, parameters) {
    if (!isInStack(urn, parameters.stacks)) return;
    const cluster: Cluster | undefined = clusterConfig;
    judgeAll(
      () => {
        if (cluster?.dedicatedMasterEnabled !== true || (cluster.dedicatedMasterCount ?? 0) < 3) {
          report(
            "one lost node may stop all writes: set clusterConfig.dedicatedMasterCount to 3 or more, and enable it",
          );
        }
      },
      () => {
        // With a standby it is in three zones (docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-multiaz.html).
        if (cluster?.zoneAwarenessEnabled !== true && cluster?.multiAzWithStandbyEnabled !== true) {
          report("the domain is in one zone: set clusterConfig.zoneAwarenessEnabled to true");
        }
      },
    );
  },
});

interface Cluster {
  readonly dedicatedMasterEnabled?: boolean;
  readonly dedicatedMasterCount?: number;
  readonly zoneAwarenessEnabled?: boolean;
  readonly multiAzWithStandbyEnabled?: boolean;
}
