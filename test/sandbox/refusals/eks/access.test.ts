import { it } from "vitest";
import type { Properties } from "../../../../sandbox/values";
import { accessEntryType, associationType, policyArn, roleArn } from "../../../support/eks";
import {
  account,
  make,
  makeCluster,
  makeRole,
  preview,
  startCloud,
  startCloudAt,
  trust,
} from "../../../support/models";
import { shows, showsAllOf } from "../../../support/refusals";

const invalid = "InvalidParameterException";
const entry = (more: Properties = {}): Properties => ({ clusterName: "dev", principalArn: roleArn("admins"), ...more });
const makeEntry = (more?: Properties) => make(accessEntryType, entry(more));
const association = (more: Properties = {}): Properties => ({
  clusterName: "dev",
  principalArn: roleArn("admins"),
  policyArn: policyArn("AmazonEKSViewPolicy"),
  accessScope: { type: "cluster" },
  ...more,
});
const associate = (more?: Properties) => make(associationType, association(more));

/** Shows that a preview refuses a thing with one part changed. */
function previewed(type: string, base: () => Properties, what: string, good: Properties, bad: Properties, says = /./) {
  shows(invalid, what, {
    valid: () => preview(type, { ...base(), ...good }),
    refused: () => preview(type, { ...base(), ...bad }),
    says,
  });
}
const previewedEntry = (what: string, good: Properties, bad: Properties, says?: RegExp) =>
  previewed(accessEntryType, entry, `an entry with ${what}`, good, bad, says);

shows("ResourceNotFoundException", "an entry of a cluster that is not there", {
  valid: () => {
    makeCluster();
    makeEntry();
  },
  refused: () => makeEntry({ clusterName: "none" }),
});
shows("ResourceInUseException", "a second entry, here of who made the cluster", {
  valid: () => {
    makeCluster({ accessConfig: { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: true } });
    makeEntry();
  },
  refused: () => makeEntry({ principalArn: roleArn("foundation-deploy") }),
});
shows("InvalidRequestException", "an entry where the config map is all", {
  valid: () => {
    const { inputs } = makeCluster();
    makeEntry();
    const accessConfig = { authenticationMode: "CONFIG_MAP", bootstrapClusterCreatorAdminPermissions: true };
    make("aws:eks/cluster:Cluster", { ...inputs, name: "old", accessConfig });
  },
  refused: () => makeEntry({ clusterName: "old" }),
  says: /authentication mode must be set/,
});
previewedEntry("another type", { type: "EC2_LINUX" }, { type: "LINUX" });
previewedEntry(
  "a principal that signs in for a while",
  { principalArn: `arn:aws:iam::${account}:user/ann` },
  { principalArn: `arn:aws:sts::${account}:assumed-role/admins/ann` },
);
previewedEntry(
  "a service-linked role",
  { principalArn: roleArn("team/admins") },
  { principalArn: roleArn("aws-service-role/eks.amazonaws.com/AWSServiceRoleForAmazonEKS") },
);
previewedEntry(
  "nodes of another account",
  { type: "EC2_LINUX" },
  { type: "EC2_LINUX", principalArn: "arn:aws:iam::444455556666:role/nodes" },
);
previewedEntry(
  "groups for nodes",
  { kubernetesGroups: ["viewers"] },
  { kubernetesGroups: ["viewers"], type: "EC2_LINUX" },
);
previewedEntry(
  "a group of Kubernetes itself",
  { kubernetesGroups: ["team:viewers"] },
  { kubernetesGroups: ["system:masters"] },
  /system:masters is invalid/,
);
previewedEntry("a user name of AWS", { userName: "team:aws" }, { userName: "aws:team" });
previewedEntry("a session without a colon", { userName: ":ann{{SessionName}}" }, { userName: "ann{{SessionName}}" });
shows(invalid, "an entry of a role that was made a moment ago", {
  valid: () => {
    let now = 0;
    startCloudAt(() => now);
    const eks = makeRole("eks", trust("eks.amazonaws.com"));
    now += 1_000;
    makeClusterOf(eks.outputs.arn);
    makeRole("admins");
    now += 1_000;
    makeEntry();
    makeRole("late");
  },
  refused: () => makeEntry({ principalArn: roleArn("late") }),
  says: /invalid principal/,
});

/** The cluster `dev`, on a clock that stands still. */
function makeClusterOf(roleArnOfEks: Properties[string] | undefined): void {
  const { id: vpcId } = make("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" });
  const subnetIds = ["a", "b"].map(
    (zone, index) =>
      make("aws:ec2/subnet:Subnet", { vpcId, cidrBlock: `10.0.${index}.0/24`, availabilityZone: `eu-west-1${zone}` })
        .id,
  );
  const accessConfig = { authenticationMode: "API" };
  make("aws:eks/cluster:Cluster", { name: "dev", roleArn: roleArnOfEks ?? "", accessConfig, vpcConfig: { subnetIds } });
}

showsAllOf("aws:eks/accessEntry:");

shows("ResourceNotFoundException", "a policy of a cluster that is not there", {
  valid: () => {
    makeCluster();
    makeEntry();
    associate();
  },
  refused: () => associate({ clusterName: "none" }),
  says: /No cluster found/,
});
shows("ResourceNotFoundException", "a policy of a principal without an entry", {
  valid: () => {
    makeCluster();
    makeEntry();
    associate();
  },
  refused: () => associate({ principalArn: roleArn("others") }),
  says: /principalArn could not be found/,
});
shows("InvalidRequestException", "a policy of nodes", {
  valid: () => {
    makeCluster();
    makeEntry({ principalArn: roleArn("auto"), type: "EC2" });
    associate({ principalArn: roleArn("auto"), policyArn: policyArn("AmazonEKSAutoNodePolicy") });
    makeEntry({ principalArn: roleArn("nodes"), type: "EC2_LINUX" });
  },
  refused: () => associate({ principalArn: roleArn("nodes") }),
});
const previewedAssociation = (what: string, good: Properties, bad: Properties, says?: RegExp) =>
  previewed(associationType, association, what, good, bad, says);
previewedAssociation("a policy of IAM", {}, { policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" });
shows("ResourceNotFoundException", "a policy that EKS has not", {
  valid: () => {
    preview(associationType, association({ policyArn: policyArn("AmazonEKSClusterAdminPolicy") }));
    preview(associationType, association({ policyArn: policyArn("AmazonEKSNewFeaturePolicy") }));
  },
  refused: () => preview(associationType, association({ policyArn: policyArn("AmazonEKSClusterAdmin") })),
});
previewedAssociation("another scope", {}, { accessScope: { type: "pods" } });
previewedAssociation(
  "a scope of no namespaces",
  { accessScope: { type: "namespace", namespaces: ["app"] } },
  { accessScope: { type: "namespace" } },
);

showsAllOf("aws:eks/accessPolicyAssociation:");

it("takes a role that nobody made here: it may have been made outside", () => {
  startCloud();
  makeCluster();
  makeEntry({ principalArn: roleArn("of-another-program") });
});
