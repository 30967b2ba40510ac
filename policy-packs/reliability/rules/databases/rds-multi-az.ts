import { z } from "zod";
import { isReplica } from "../../../core/databases";
import type { Props } from "../../../core/resource-types";
import { type Report, resourceRule } from "../../../core/rule";
import { isInStack, stacks } from "../../../core/stacks";

/** Databases outlive a zone. */
export const rdsMultiAz = resourceRule({
  name: "rds-multi-az",
  title: "An RDS instance has a standby in another zone, and a cluster is in two zones or more.",
  severity: "medium",
  types: ["aws:rds/instance:Instance", "aws:rds/cluster:Cluster"],
  parameters: z.object({ stacks }),
  controls: {
    "cis-aws-5.0": ["2.2.4"],
    "cis-aws-7.0": ["3.2.4"],
    "nist-800-53-r5": [
      ...["CP-1", "CP-2", "CP-2(5)", "CP-2(6)", "CP-6(2)", "CP-10", "SC-5(2)", "SC-6", "SC-22", "SC-36"],
      ...["SI-13(5)"],
    ],
    "iso27001-2022": ["A.8.14"],
  },
  remediationSteps: "Set multiAz to true, for a cluster availabilityZones to two zones or more, or leave those out.",
  docs: {
    why: "A database in one zone is down as long as the zone is, and during every upgrade.",
    good: {
      "aws:rds/instance:Instance": { multiAz: true },
      "aws:rds/cluster:Cluster": { availabilityZones: ["eu-west-1a", "eu-west-1b", "eu-west-1c"] },
    },
  },
  check(resource, report, parameters) {
    if (!isInStack(resource.urn, parameters.stacks)) return;
    if (resource.type === "aws:rds/cluster:Cluster") checkCluster(resource.props, report);
    // A read replica is a second copy already.
    else if (resource.props.multiAz !== true && !isReplica(resource.props)) {
      report("the database has no standby in another zone: set multiAz to true");
    }
  },
});

/** RDS spreads a cluster's storage over three zones where none are named. */
function checkCluster({ availabilityZones: zones }: Props<"aws:rds/cluster:Cluster">, report: Report): void {
  if (zones?.length === 1) report("the cluster is in one zone: name more availabilityZones, or none");
}
