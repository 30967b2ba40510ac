import { expect, it } from "vitest";
import { eksQuotas } from "../../../../sandbox/quotas/eks";
import { type Properties, unknown } from "../../../../sandbox/values";
import {
  makeClusterAndNodeRole,
  makeNodeGroup,
  makeSubnetElsewhere,
  nodeGroupInputs,
  nodeGroupType,
  previewNodeGroup,
  roleArn,
  subnetIds,
  templateType,
} from "../../../support/eks";
import {
  change,
  make,
  makeRole,
  makeSubnet,
  preview,
  scope,
  startCloud,
  startCloudAt,
  trust,
} from "../../../support/models";
import { shows, showsAllOf } from "../../../support/refusals";

const invalid = "InvalidParameterException";

/** Shows that a preview refuses a node group with one part changed. */
function previewed(what: string, good: Properties, bad: Properties, { code = invalid, says = /./ } = {}): void {
  shows(code, what, {
    valid: () => {
      makeClusterAndNodeRole();
      previewNodeGroup(good);
    },
    refused: () => previewNodeGroup(bad),
    says,
  });
}

/** Shows that a create refuses a node group with one part changed. */
function made(what: string, good: () => Properties, bad: () => Properties, { code = invalid, says = /./ } = {}): void {
  shows(code, what, {
    valid: () => {
      makeClusterAndNodeRole();
      makeNodeGroup({ nodeGroupName: "good", ...good() });
    },
    refused: () => makeNodeGroup({ nodeGroupName: "bad", ...bad() }),
    says,
  });
}

const nothing = () => ({});

// Names, references, quotas
made("a name that is taken", nothing, () => ({ nodeGroupName: "good" }), { code: "ResourceInUseException" });
previewed("a name out of pattern", { nodeGroupName: "a-1" }, { nodeGroupName: "a.1" });
made("a cluster that is not there", nothing, () => ({ clusterName: "none" }), { code: "ResourceNotFoundException" });
made("a role that is not there", nothing, () => ({ nodeRoleArn: roleArn("none") }));
made("a subnet that is not there", nothing, () => ({ subnetIds: ["subnet-0a1b2c3d4e5f60718"] }));
made("a subnet of another VPC", nothing, () => ({ subnetIds: [makeSubnetElsewhere()] }), {
  says: /not in the cluster's VPC/,
});
made(
  "a role that does not trust EC2",
  nothing,
  () => ({ nodeRoleArn: makeRole("other", trust("eks.amazonaws.com")).outputs.arn ?? "" }),
  { says: /required service principals \[ec2.amazonaws.com\]/ },
);
shows("ResourceLimitExceededException", "more node groups than a cluster may have", {
  valid: () => {
    makeClusterAndNodeRole();
    for (let count = 0; count < eksQuotas.nodeGroups.value; count++) makeNodeGroup({ nodeGroupName: `n${count}` });
  },
  refused: () => makeNodeGroup(),
});
shows("InvalidRequestException", "a node group of a cluster that is being made", {
  valid: () => {
    let now = 0;
    startCloudAt(() => now);
    const eksRole = makeRole("eks", trust("eks.amazonaws.com"));
    makeRole("nodes", trust("ec2.amazonaws.com"));
    const { id } = make("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" });
    for (const [index, zone] of ["a", "b"].entries()) makeSubnet(id, `10.0.${index}.0/24`, `eu-west-1${zone}`);
    now += 1_000;
    const cluster = (name: string) =>
      make("aws:eks/cluster:Cluster", {
        name,
        roleArn: eksRole.outputs.arn ?? "",
        vpcConfig: { subnetIds: subnetIds() },
      });
    cluster("dev");
    now += 1_000;
    makeNodeGroup();
    cluster("new");
  },
  refused: () => makeNodeGroup({ clusterName: "new" }),
  says: /Cluster 'new' is not in ACTIVE status/,
});

// Sizes
const scaled = (minSize: number, desiredSize: number, maxSize: number) => ({
  scalingConfig: { minSize, desiredSize, maxSize },
});
previewed("a smallest size above the wanted one", scaled(0, 0, 1), scaled(2, 1, 3));
made(
  "more nodes than a group may have",
  () => scaled(0, 0, 450),
  () => scaled(0, 0, 451),
  {
    code: "ResourceLimitExceededException",
  },
);
previewed(
  "both ways to limit an update",
  { updateConfig: { maxUnavailable: 1 } },
  { updateConfig: { maxUnavailable: 1, maxUnavailablePercentage: 10 } },
);

it.each([scaled(0, 0, 0), scaled(3, 3, 2), scaled(1, 3, 2), scaled(-1, 0, 1)])("refuses the sizes %j", (sizes) => {
  startCloud();
  makeClusterAndNodeRole();
  expect(() => previewNodeGroup(sizes)).toThrow(/Size|capacity/);
});

// Machines
previewed("another image type", { amiType: "BOTTLEROCKET_x86_64" }, { amiType: "UBUNTU" });
previewed("another capacity type", { capacityType: "SPOT" }, { capacityType: "RESERVED" });
const types = (count: number) => Array.from({ length: count }, (_, index) => `m${index}i.large`);
previewed("21 instance types", { instanceTypes: types(20) }, { instanceTypes: types(21) });
previewed(
  "an instance of another processor than the image's",
  {
    amiType: "AL2023_ARM_64_STANDARD",
    instanceTypes: ["m7g.large", "t4g.medium", "c7gn.large", "im4gn.large", "a1.large"],
  },
  { amiType: "AL2023_x86_64_STANDARD", instanceTypes: ["m7i.large", "m7g.large"] },
  { says: /\[m7g.large\] is not a valid instance type/ },
);
shows(invalid, "Amazon Linux 2 after Kubernetes 1.32", {
  valid: () => {
    const cluster = makeClusterAndNodeRole({ version: "1.32" });
    makeNodeGroup({ amiType: "AL2_x86_64" });
    change(cluster, { version: "1.33" });
  },
  refused: () => makeNodeGroup({ nodeGroupName: "late", amiType: "AL2_x86_64" }),
  says: /only supported for kubernetes versions 1.32 or earlier/,
});

// Launch templates
const template = (more: Properties = {}) => make(templateType, more, `t${scope.list(templateType).length}`);
const byId = (more: Properties = {}) => ({ launchTemplate: { id: template(more).id, version: "1" } });
made("a template that is not there", byId, () => ({ launchTemplate: { id: "lt-0a1b2c3d4e5f60718", version: "1" } }));
made(
  "a template's name that is not there",
  () => ({ launchTemplate: { name: template({ name: "nodes" }).outputs.name ?? "", version: "1" } }),
  () => ({ launchTemplate: { name: "none", version: "1" } }),
);
made("a template by id and name", byId, () => {
  const { id, outputs } = template({ name: "nodes" });
  return { launchTemplate: { id, name: outputs.name ?? "", version: "1" } };
});
const later = { id: unknown, version: "1" };
previewed("a disk beside a template", { diskSize: 50 }, { diskSize: 50, launchTemplate: later }, { says: /Disk size/ });
const remoteAccess = { ec2SshKey: "key" };
previewed(
  "remote access beside a template",
  { remoteAccess },
  { remoteAccess, launchTemplate: later },
  { says: /Remote access/ },
);
made("a template with an instance profile", byId, () => byId({ iamInstanceProfile: { name: "nodes" } }), {
  says: /IAM instance profile/,
});
made(
  "instance types in both",
  () => ({ ...byId(), instanceTypes: ["m7i.large"] }),
  () => ({ ...byId({ instanceType: "m7i.large" }), instanceTypes: ["m7i.large"] }),
);
made(
  "a version beside an image of one's own",
  () => ({ ...byId({ imageId: "ami-0a1b2c3d4e5f60718" }), amiType: "CUSTOM" }),
  () => ({ ...byId({ imageId: "ami-0a1b2c3d4e5f60718" }), version: "1.34" }),
  { says: /field version when using custom AMI/ },
);
made(
  "a version that the template has not",
  () => ({ launchTemplate: { id: template().id, version: "$Latest" } }),
  () => ({ launchTemplate: { id: template().id, version: "2" } }),
);

// Versions
made(
  "another Kubernetes version than the cluster's",
  () => ({ version: "1.34" }),
  () => ({ version: "1.33" }),
);
shows(invalid, "a node group newer than its cluster", {
  valid: () => {
    const cluster = makeClusterAndNodeRole({ version: "1.34" });
    const nodeGroup = makeNodeGroup({ version: "1.34" });
    change(cluster, { version: "1.35" });
    return change(nodeGroup, { version: "1.35" });
  },
  refused: (nodeGroup) => change(nodeGroup, { version: "1.36" }),
  says: /cannot be newer than the cluster version 1.35/,
});
made(
  "an image of another Kubernetes version",
  () => ({ releaseVersion: "1.34.1-20261101" }),
  () => ({ releaseVersion: "1.33.5-20261101" }),
  { says: /is not valid for kubernetes version 1.34/ },
);

// Labels and taints
previewed(
  "labels that kubelet does not start with",
  { labels: { "node.kubernetes.io/role": "a", "topology.kubernetes.io/zone": "b", "example.com/team": "c" } },
  { labels: { "node-role.kubernetes.io/worker": "true" } },
  { code: "NodeCreationFailure", says: /node-role.kubernetes.io\/worker/ },
);
previewed("a label's value out of pattern", { labels: { team: "a.b" } }, { labels: { team: "a b" } });
const taint = (more: Properties = {}) => ({ taints: [{ key: "team", value: "a", effect: "NO_SCHEDULE", ...more }] });
previewed("another effect of a taint", taint(), taint({ effect: "NoSchedule" }));
previewed("a taint without a key", taint(), taint({ key: "" }));
previewed("a taint with a long value", taint({ value: "a".repeat(63) }), taint({ value: "a".repeat(64) }));
const taints = (count: number) => ({ taints: Array.from({ length: count }, () => taint().taints[0] ?? {}) });
previewed("51 taints", taints(50), taints(51));

it("takes an image for Arm where the instances are", () => {
  startCloud();
  makeClusterAndNodeRole();
  expect(makeNodeGroup({ instanceTypes: ["m7g.large"] }).outputs.amiType).toBe("AL2023_ARM_64_STANDARD");
  expect(preview(nodeGroupType, nodeGroupInputs({ instanceTypes: ["m7g.large"] })).version).toBeDefined();
});

showsAllOf("aws:eks/nodeGroup:");
