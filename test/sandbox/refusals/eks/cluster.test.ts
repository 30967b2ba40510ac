import { eksQuotas } from "../../../../sandbox/quotas/eks";
import type { Properties } from "../../../../sandbox/values";
import { clusterInputs, fargateType, makeClusterAndNodeRole, makeNodeGroup, roleArn } from "../../../support/eks";
import {
  change,
  clusterType,
  drop,
  make,
  makeCluster,
  makeRole,
  makeSubnet,
  makeVpc,
  startCloudAt,
  trust,
} from "../../../support/models";
import { shows, showsAllOf } from "../../../support/refusals";

import { invalid, made, previewed } from "./support";
import "./cluster-access";
import "./cluster-network";

// Names and quotas
made("ResourceInUseException", "a name that is taken", () => ({ name: "first" }), /already exists with name: first/);
previewed(invalid, "a name out of pattern", { name: "a_b-1" }, { name: "-a" });
shows("ResourceLimitExceededException", "more clusters than the region may have", {
  valid: () => {
    const inputs = clusterInputs();
    for (let count = 1; count < eksQuotas.clusters.value; count++) make(clusterType, { ...inputs, name: `c${count}` });
    return inputs;
  },
  refused: (inputs) => make(clusterType, inputs),
});

// What it names
made(invalid, "a role that is not there", () => ({ roleArn: roleArn("none") }), /roleArn, .*none, does not exist/);
made(invalid, "a subnet that is not there", () => ({ vpcConfig: { subnetIds: ["subnet-0a1b2c3d4e5f60718"] } }));
made(invalid, "a security group that is not there", () => ({
  vpcConfig: { securityGroupIds: ["sg-0a1b2c3d4e5f60718"] },
}));
made(invalid, "a key that is not there", () => ({
  encryptionConfig: { provider: { keyArn: "arn:aws:kms:eu-west-1:111122223333:key/none" }, resources: ["secrets"] },
}));

// Versions
previewed(invalid, "a version that EKS has not", { version: "1.36" }, { version: "1.20" }, /unsupported Kubernetes/);
shows(invalid, "two minor versions at once", {
  valid: () => change(makeCluster({ version: "1.33" }), { version: "1.34" }),
  refused: (cluster) => change(cluster, { version: "1.36" }),
  says: /from 1.34 to 1.36/,
});
shows(invalid, "a version before the one it was made with", {
  valid: () => {
    const updated = change(makeCluster({ version: "1.34" }), { version: "1.35" });
    return change(updated, { version: "1.34" });
  },
  refused: (rolledBack) => change(rolledBack, { version: "1.33" }),
  says: /before its last update only/,
});
shows(invalid, "taking an update back after a week", {
  valid: () => {
    let now = 0;
    startCloudAt(() => now);
    const role = makeRole("eks", trust("eks.amazonaws.com"));
    const { id: vpcId } = makeVpc();
    const subnetIds = ["a", "b"].map((zone, index) => makeSubnet(vpcId, `10.0.${index}.0/24`, `eu-west-1${zone}`).id);
    const later = (hours: number) => {
      now += hours * 3_600_000;
    };
    later(1);
    const cluster = make(clusterType, {
      name: "dev",
      roleArn: role.outputs.arn ?? "",
      version: "1.34",
      vpcConfig: { subnetIds },
    });
    later(1);
    const updated = change(cluster, { version: "1.35" });
    later(7 * 24);
    const rolledBack = change(updated, { version: "1.34" });
    later(1);
    return { updated: change(rolledBack, { version: "1.35" }), later };
  },
  refused: ({ updated, later }) => {
    later(7 * 24 + 1);
    change(updated, { version: "1.34" });
  },
});
shows("InvalidRequestException", "a version more than three ahead of its nodes", {
  valid: () => {
    const cluster = makeClusterAndNodeRole({ version: "1.31" });
    makeNodeGroup();
    return ["1.32", "1.33", "1.34"].reduce((updated, version) => change(updated, { version }), cluster);
  },
  refused: (cluster) => change(cluster, { version: "1.35" }),
  says: /system \(1.31\)/,
});
previewed(
  invalid,
  "another kind of support",
  { upgradePolicy: { supportType: "STANDARD" } },
  { upgradePolicy: { supportType: "NONE" } },
);
shows("InvalidRequestException", "leaving extended support where it has begun", {
  valid: () => {
    const cluster = makeCluster({ version: "1.34", upgradePolicy: { supportType: "EXTENDED" } });
    change(cluster, { upgradePolicy: { supportType: "STANDARD" } });
    return make(clusterType, { ...cluster.inputs, name: "old", version: "1.33" });
  },
  refused: (cluster) => change(cluster, { upgradePolicy: { supportType: "STANDARD" } }),
});

// States
shows("InvalidRequestException", "deleting a protected cluster", {
  valid: () => {
    const cluster = makeCluster({ deletionProtection: true });
    drop(change(make(clusterType, { ...cluster.inputs, name: "other" }), { deletionProtection: false }));
    return cluster;
  },
  refused: drop,
});
shows("ResourceInUseException", "deleting a cluster that has node groups", {
  valid: () => {
    const cluster = makeClusterAndNodeRole();
    drop(make(clusterType, { ...cluster.inputs, name: "other" }));
    makeNodeGroup();
    return cluster;
  },
  refused: drop,
  says: /nodegroups attached/,
});
shows("ResourceInUseException", "deleting a cluster that has Fargate profiles", {
  valid: () => {
    const cluster = makeCluster();
    drop(make(clusterType, { ...cluster.inputs, name: "other" }));
    const podExecutionRoleArn = makeRole("pods", trust("eks-fargate-pods.amazonaws.com")).outputs.arn ?? "";
    make(fargateType, { clusterName: "dev", podExecutionRoleArn, selectors: [{ namespace: "app" }] });
    return cluster;
  },
  refused: drop,
  says: /fargate profiles attached/,
});
for (const [what, refused] of [
  ["updating", (cluster: ReturnType<typeof makeCluster>) => change(cluster, { enabledClusterLogTypes: ["audit"] })],
  ["deleting", drop],
] as const) {
  shows("ResourceInUseException", `${what} a cluster that is being updated`, {
    valid: () => {
      let now = 0;
      startCloudAt(() => now);
      const inputs = { ...clusterBase(), name: "dev" };
      now += 1_000;
      const cluster = make(clusterType, inputs);
      now += 1_000;
      const updated = change(cluster, { enabledClusterLogTypes: ["api"] });
      now += 1_000;
      return change(updated, { enabledClusterLogTypes: ["api", "audit"] });
    },
    refused,
    says: /update in progress/,
  });
}

/** A cluster's inputs with all that they name, on a clock that stands still. */
function clusterBase(): Properties {
  const role = makeRole("eks", trust("eks.amazonaws.com"));
  const { id } = makeVpc();
  const subnetIds = ["a", "b"].map((zone, index) => makeSubnet(id, `10.0.${index}.0/24`, `eu-west-1${zone}`).id);
  return { roleArn: role.outputs.arn ?? "", version: "1.34", vpcConfig: { subnetIds } };
}

showsAllOf("aws:eks/cluster:");
