import { eksQuotas } from "../../../../sandbox/quotas/eks";
import type { Properties } from "../../../../sandbox/values";
import { fargateType, makeSubnetElsewhere, roleArn, subnetIds } from "../../../support/eks";
import { make, makeCluster, makeRole, makeSubnet, scope, startCloudAt, trust } from "../../../support/models";
import { shows, showsAllOf } from "../../../support/refusals";

const invalid = "InvalidParameterException";
const nothing = () => ({});

// Fargate profiles
const profile = (more: Properties = {}): Properties => ({
  clusterName: "dev",
  fargateProfileName: "app",
  podExecutionRoleArn: roleArn("pods"),
  selectors: [{ namespace: "app" }],
  ...more,
});
const makeClusterAndPodRole = () => {
  makeRole("pods", trust("eks-fargate-pods.amazonaws.com"));
  return makeCluster();
};

/** Shows that a create refuses a Fargate profile with one part changed. */
function profiled(code: string, what: string, good: () => Properties, bad: () => Properties, says = /./): void {
  shows(code, `a Fargate profile with ${what}`, {
    valid: () => {
      makeClusterAndPodRole();
      make(fargateType, profile({ fargateProfileName: "good", ...good() }));
    },
    refused: () => make(fargateType, profile({ fargateProfileName: "bad", ...bad() })),
    says,
  });
}

profiled("ResourceInUseException", "a name that is taken", nothing, () => ({ fargateProfileName: "good" }));
profiled("ResourceNotFoundException", "no cluster", nothing, () => ({ clusterName: "none" }));
profiled(
  invalid,
  "a subnet that is not there",
  () => ({ subnetIds: subnetIds() }),
  () => ({ subnetIds: ["subnet-0a1b2c3d4e5f60718"] }),
);
profiled(invalid, "no role", nothing, () => ({ podExecutionRoleArn: roleArn("none") }));
profiled(
  invalid,
  "a role that does not trust Fargate",
  nothing,
  () => ({ podExecutionRoleArn: makeRole("other", trust("ec2.amazonaws.com")).outputs.arn ?? "" }),
  /Misconfigured PodExecutionRole Trust Policy/,
);
const selectors = (count: number) => ({
  selectors: Array.from({ length: count }, (_, index) => ({ namespace: `a${index}` })),
});
profiled(
  invalid,
  "no selector",
  () => selectors(1),
  () => selectors(0),
);
profiled(
  "ResourceLimitExceededException",
  "six selectors",
  () => selectors(5),
  () => selectors(6),
);
const labelled = (count: number) => ({
  selectors: [
    { namespace: "app", labels: Object.fromEntries(Array.from({ length: count }, (_, index) => [`l${index}`, "a"])) },
  ],
});
profiled(
  "ResourceLimitExceededException",
  "six labels in a selector",
  () => labelled(5),
  () => labelled(6),
);
profiled(
  invalid,
  "a namespace out of pattern",
  () => ({ selectors: [{ namespace: "team-*" }] }),
  () => ({ selectors: [{ namespace: "Team" }] }),
);
profiled(
  invalid,
  "a subnet of another VPC",
  () => ({ subnetIds: subnetIds() }),
  () => ({ subnetIds: [makeSubnetElsewhere()] }),
);
profiled(
  invalid,
  "a public subnet",
  () => ({ subnetIds: subnetIds() }),
  () => {
    const vpcId = scope.list("aws:ec2/vpc:Vpc")[0]?.id ?? "";
    const gatewayId = make("aws:ec2/internetGateway:InternetGateway", { vpcId }).id;
    const routeTableId = make("aws:ec2/routeTable:RouteTable", { vpcId }).id;
    make("aws:ec2/route:Route", { routeTableId, destinationCidrBlock: "0.0.0.0/0", gatewayId });
    const subnetId = makeSubnet(vpcId, "10.0.8.0/24").id;
    make("aws:ec2/routeTableAssociation:RouteTableAssociation", { routeTableId, subnetId });
    return { subnetIds: [subnetId] };
  },
  /is not a private subnet/,
);
shows("ResourceLimitExceededException", "more Fargate profiles than a cluster may have", {
  valid: () => {
    makeClusterAndPodRole();
    for (let count = 0; count < eksQuotas.fargateProfiles.value; count++) {
      make(fargateType, profile({ fargateProfileName: `p${count}` }));
    }
  },
  refused: () => make(fargateType, profile()),
});
shows("InvalidRequestException", "a Fargate profile of a cluster that is being made", {
  valid: () => {
    let now = 0;
    startCloudAt(() => now);
    const role = makeRole("eks", trust("eks.amazonaws.com"));
    makeRole("pods", trust("eks-fargate-pods.amazonaws.com"));
    const { id } = make("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" });
    for (const [index, zone] of ["a", "b"].entries()) makeSubnet(id, `10.0.${index}.0/24`, `eu-west-1${zone}`);
    now += 1_000;
    const cluster = (name: string) =>
      make("aws:eks/cluster:Cluster", { name, roleArn: role.outputs.arn ?? "", vpcConfig: { subnetIds: subnetIds() } });
    cluster("dev");
    now += 1_000;
    make(fargateType, profile());
    cluster("new");
  },
  refused: () => make(fargateType, profile({ clusterName: "new" })),
});

showsAllOf("aws:eks/fargateProfile:");
