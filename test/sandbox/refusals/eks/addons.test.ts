import { expect, it } from "vitest";
import { activeStatus } from "../../../../sandbox/cloud/resource";
import { eksQuotas } from "../../../../sandbox/quotas/eks";
import type { Properties } from "../../../../sandbox/values";
import { addonType, podIdentityType, roleArn } from "../../../support/eks";
import {
  make,
  makeCluster,
  makeRole,
  makeSubnet,
  preview,
  scope,
  startCloud,
  startCloudAt,
  subnetType,
  trust,
} from "../../../support/models";
import { shows, showsAllOf } from "../../../support/refusals";

const invalid = "InvalidParameterException";
const addon = (more: Properties = {}): Properties => ({ clusterName: "dev", addonName: "coredns", ...more });
const makeAddon = (more?: Properties) => make(addonType, addon(more));
const associated = (name: string) => [{ serviceAccount: "a", roleArn: roleArn(name) }];

/** Shows that a create refuses an add-on with one part changed. */
function made(code: string, what: string, good: Properties, bad: Properties, says = /./): void {
  shows(code, what, {
    valid: () => {
      makeCluster();
      makeRole("app");
      makeAddon(good);
    },
    refused: () => makeAddon({ addonName: "vpc-cni", ...bad }),
    says,
  });
}

/** Shows that a preview refuses an add-on with one part changed. */
function previewed(what: string, good: Properties, bad: Properties, says = /./): void {
  shows(invalid, what, {
    valid: () => preview(addonType, addon(good)),
    refused: () => preview(addonType, addon(bad)),
    says,
  });
}

made("ResourceInUseException", "an add-on that is there", {}, { addonName: "coredns" }, /already exists/);
made("ResourceNotFoundException", "an add-on of a cluster that is not there", {}, { clusterName: "none" });
made(
  invalid,
  "a service account's role that is not there",
  { serviceAccountRoleArn: roleArn("app") },
  { serviceAccountRoleArn: roleArn("none") },
);
made(
  invalid,
  "an associated role that is not there",
  { podIdentityAssociations: associated("app") },
  { podIdentityAssociations: associated("none") },
);
made(
  invalid,
  "a kube-proxy that is newer than the cluster",
  { addonName: "coredns", addonVersion: "v1.12.4-eksbuild.29" },
  { addonName: "kube-proxy", addonVersion: "v1.35.3-eksbuild.21" },
  /not supported: kube-proxy v1.35.3-eksbuild.21 on Kubernetes 1.34/,
);
previewed("an add-on that EKS has not", { addonName: "metrics-server" }, { addonName: "core-dns" }, /core-dns/);
previewed("a version that is none", { addonVersion: "v1.12.4-eksbuild.29" }, { addonVersion: "1.12.4" });
previewed(
  "settings that are no object",
  { configurationValues: '{"replicaCount": 2}' },
  { configurationValues: "replicaCount" },
);
previewed(
  "another way to resolve conflicts",
  { resolveConflictsOnCreate: "NONE" },
  { resolveConflictsOnCreate: "PRESERVE" },
);
previewed("likewise at an update", { resolveConflictsOnUpdate: "PRESERVE" }, { resolveConflictsOnUpdate: "KEEP" });
shows("InvalidRequestException", "an add-on of a cluster that is being made", {
  valid: () => {
    let now = 0;
    startCloudAt(() => now);
    const role = makeRole("eks", trust("eks.amazonaws.com"));
    const { id } = make("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" });
    for (const [index, zone] of ["a", "b"].entries()) makeSubnet(id, `10.0.${index}.0/24`, `eu-west-1${zone}`);
    now += 1_000;
    const subnetIds = scope.list(subnetType).map((subnet) => subnet.id);
    const cluster = (name: string) =>
      make("aws:eks/cluster:Cluster", { name, roleArn: role.outputs.arn ?? "", vpcConfig: { subnetIds } });
    cluster("dev");
    now += 1_000;
    makeAddon();
    cluster("new");
  },
  refused: () => makeAddon({ clusterName: "new" }),
});

it.each(["replicaCount: 2", '{"a": {"b": []}}'])("takes the settings %s", (configurationValues) => {
  expect(() => preview(addonType, addon({ configurationValues }))).not.toThrow();
});

it.each(["kubecost_kubecost", "aws-secrets-store-csi-driver-provider"])("takes the add-on %s", (addonName) => {
  expect(() => preview(addonType, addon({ addonName }))).not.toThrow();
});

it("takes a kube-proxy that is up to three minor versions older", () => {
  startCloud();
  makeCluster();
  const kubeProxy = (addonVersion: string) => makeAddon({ addonName: "kube-proxy", addonVersion });
  expect(() => kubeProxy("v1.30.9-eksbuild.3")).toThrow(/not supported/);
  expect(kubeProxy("v1.31.10-eksbuild.2").id).toBe("dev:kube-proxy");
});

showsAllOf("aws:eks/addon:");

// Pod identity associations
const identity = (more: Properties = {}): Properties => ({
  clusterName: "dev",
  namespace: "app",
  serviceAccount: "app",
  roleArn: roleArn("app"),
  ...more,
});
const makeIdentity = (more?: Properties) => make(podIdentityType, identity(more));

/** Shows that a create refuses an association with one part changed. */
function identified(code: string, what: string, bad: () => Properties, says = /./): void {
  shows(code, `an association ${what}`, {
    valid: () => {
      makeCluster();
      makeRole("app", trust("pods.eks.amazonaws.com"));
      makeIdentity({ serviceAccount: "good" });
    },
    refused: () => makeIdentity(bad()),
    says,
  });
}

identified("ResourceInUseException", "that is there", () => ({ serviceAccount: "good" }), /already exists: a-/);
identified("ResourceNotFoundException", "of a cluster that is not there", () => ({ clusterName: "none" }));
identified(
  invalid,
  "with a role that is not there",
  () => ({ roleArn: roleArn("none") }),
  /Role provided in the request/,
);
identified(
  invalid,
  "with a role that does not trust pods",
  () => ({ roleArn: makeRole("other", trust("ec2.amazonaws.com")).outputs.arn ?? "" }),
  /Trust policy of the role provided is invalid/,
);
for (const [what, bad] of [
  ["with a namespace out of pattern", { namespace: "App" }],
  ["with a service account out of pattern", { serviceAccount: "app_1" }],
  ["with a policy and session tags", { policy: "{}" }],
] as const) {
  shows(invalid, `an association ${what}`, {
    valid: () =>
      preview(podIdentityType, identity({ policy: "{}", disableSessionTags: true, serviceAccount: "app.v1" })),
    refused: () => preview(podIdentityType, identity(bad)),
  });
}
shows("ResourceLimitExceededException", "more associations than a cluster may have", {
  valid: () => {
    makeCluster();
    makeRole("app", trust("pods.eks.amazonaws.com"));
    // Put, not made: each create looks at all that there are.
    for (let count = 1; count < eksQuotas.podIdentityAssociations.value; count++) {
      const outputs = { clusterName: "dev", serviceAccount: `a${count}` };
      scope.put({ type: podIdentityType, id: `a-${count}`, status: activeStatus, inputs: {}, outputs });
    }
    makeIdentity({ serviceAccount: "last" });
  },
  refused: () => makeIdentity(),
});

showsAllOf("aws:eks/podIdentityAssociation:");
