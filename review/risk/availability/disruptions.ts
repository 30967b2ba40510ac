import type { Step } from "../../model/step";
import type { Moved } from "../reading";
import type { RiskId } from "../table";
import { atOnce, databases, isMajor, restarting, upgradeSteps } from "./versions";

/** A property whose change interrupts. */
export interface Disruption {
  readonly id: RiskId;
  readonly types: RegExp;
  readonly paths: readonly string[];
  /** What then is true, after the name. */
  readonly says: string;
  /** Whether a change of it does; any does where this is missing. */
  when?(change: Moved, step: Step): boolean;
  /** More to know of the step. */
  details?(change: Moved, step: Step): readonly string[];
}

const off = ({ before, after }: Moved): boolean => before === true && after !== true;
const isOff = ({ before, after }: Moved): boolean => before === "enabled" && after !== "enabled";

/** Changes in place that interrupt, with the pages in rows.ts. */
export const disruptions: readonly Disruption[] = [
  {
    id: "cluster-upgraded",
    types: /^aws:eks\/cluster:/,
    paths: ["version"],
    says: "gets another version of Kubernetes",
    details: upgradeSteps,
  },
  {
    id: "engine-upgraded",
    types: databases,
    paths: ["engineVersion"],
    says: "gets another major version of its engine",
    when: isMajor,
    details: atOnce,
  },
  {
    id: "database-restarted",
    types: databases,
    paths: ["engineVersion"],
    says: "gets another version of its engine, and restarts",
    when: (change, step) => !isMajor(change, step),
    details: atOnce,
  },
  {
    id: "database-restarted",
    types: databases,
    paths: restarting,
    says: "restarts or waits for a restart",
    details: atOnce,
  },
  {
    id: "redundancy-lowered",
    types: databases,
    paths: ["multiAz", "multiAzEnabled", "automaticFailoverEnabled"],
    says: "has no standby any more",
    when: off,
  },
  {
    id: "redundancy-lowered",
    types: /^aws:(opensearch|elasticsearch)\/domain:/,
    paths: ["clusterConfig.zoneAwarenessEnabled", "clusterConfig.multiAzWithStandbyEnabled"],
    says: "no longer spans zones",
    when: off,
  },
  {
    id: "redundancy-lowered",
    types: /^aws:(lb|alb|elb)\/loadBalancer:/,
    paths: ["enableCrossZoneLoadBalancing", "crossZoneLoadBalancing"],
    says: "no longer balances across zones",
    when: off,
  },
  {
    id: "redundancy-lowered",
    types: /^aws:eks\/cluster:/,
    paths: ["zonalShiftConfig.enabled"],
    says: "no longer shifts away from a zone that fails",
    when: off,
  },
  {
    id: "redundancy-lowered",
    types: /^aws:elasticache\//,
    paths: ["clusterMode"],
    says: "is no longer sharded",
    when: isOff,
  },
  {
    id: "nodes-rolled",
    types: /^aws:eks\/nodeGroup:/,
    paths: ["version", "releaseVersion", "launchTemplate"],
    says: "replaces its nodes one after the other",
  },
  {
    id: "nodes-rolled",
    types: /^aws:autoscaling\/group:/,
    paths: ["launchTemplate", "mixedInstancesPolicy"],
    says: "starts its next machines otherwise, and replaces those that run where an instance refresh is set",
  },
  {
    id: "nodes-rolled",
    types: /^aws:ec2\/launchTemplate:/,
    paths: ["imageId", "instanceType", "userData", "blockDeviceMappings", "metadataOptions"],
    says: "is what groups of nodes start from: those on its latest version replace their nodes",
  },
  {
    id: "nodes-rolled",
    types: /^kubernetes:karpenter(\.k8s\.aws|\.sh)\//,
    paths: ["spec"],
    says: "makes nodes that differ drift, and Karpenter replace them",
  },
  {
    id: "instance-restarted",
    types: /^aws:ec2\/instance:/,
    paths: ["instanceType", "userData", "userDataBase64", "ebsOptimized", "cpuOptions"],
    says: "is stopped and started",
  },
  {
    id: "serving-moved",
    types: /^aws:(lb|alb|elb)\/loadBalancer:/,
    paths: ["subnets", "subnetMappings", "securityGroups"],
    says: "moves to other subnets or security groups",
  },
  {
    id: "serving-moved",
    types: /^aws:eks\/(cluster|nodeGroup):/,
    paths: ["vpcConfig.subnetIds", "vpcConfig.securityGroupIds", "subnetIds"],
    says: "moves to other subnets or security groups",
  },
  {
    id: "serving-moved",
    types: /^aws:lambda\/function:/,
    paths: ["vpcConfig"],
    says: "moves to other subnets or security groups",
  },
  {
    id: "serving-moved",
    types: /^aws:ecs\/service:/,
    paths: ["networkConfiguration"],
    says: "moves to other subnets or security groups",
  },
  {
    id: "serving-moved",
    types: databases,
    paths: ["vpcSecurityGroupIds", "securityGroupIds", "securityGroups", "dbSubnetGroupName", "vpcOptions"],
    says: "moves to other subnets or security groups",
  },
  {
    id: "serving-moved",
    types: /^aws:ec2\/(vpcEndpoint|instance):/,
    paths: ["subnetIds", "securityGroupIds", "vpcSecurityGroupIds", "routeTableIds", "privateDnsEnabled"],
    says: "moves to other subnets, groups, routes or names",
  },
  {
    id: "routes-changed",
    types: /^aws:ec2\/(route|routeTable|defaultRouteTable):/,
    paths: [
      "gatewayId",
      "natGatewayId",
      "transitGatewayId",
      "vpcPeeringConnectionId",
      "networkInterfaceId",
      "vpcEndpointId",
      "egressOnlyGatewayId",
      "routes",
    ],
    says: "leads elsewhere",
  },
  {
    id: "routes-changed",
    types: /^aws:ec2\/(routeTableAssociation|mainRouteTableAssociation):/,
    paths: ["routeTableId"],
    says: "gives its subnet other routes",
  },
  {
    id: "routes-changed",
    types: /^aws:ec2transitgateway\//,
    paths: ["transitGatewayAttachmentId", "transitGatewayRouteTableId", "blackhole"],
    says: "leads elsewhere",
  },
  {
    id: "addresses-changed",
    types: /^aws:ec2\/(eipAssociation|eip):/,
    paths: ["instance", "instanceId", "networkInterface", "networkInterfaceId", "allocationId"],
    says: "belongs to something else",
  },
  {
    id: "dns-changed",
    types: /^aws:route53\/record:/,
    paths: [
      "records",
      "aliases",
      "weightedRoutingPolicies",
      "failoverRoutingPolicies",
      "latencyRoutingPolicies",
      "geolocationRoutingPolicies",
    ],
    says: "leads elsewhere",
  },
  { id: "dns-changed", types: /^aws:route53\/zone:/, paths: ["vpcs"], says: "is seen from other networks" },
  {
    id: "certificate-changed",
    types: /^aws:((lb|alb)\/listener|cloudfront\/distribution|apigateway(v2)?\/domainName):/,
    paths: ["certificateArn", "viewerCertificate", "domainNameConfiguration.certificateArn", "sslPolicy"],
    says: "shows another certificate, or takes other protocols",
  },
  {
    id: "addon-changed",
    types: /^aws:eks\/addon:/,
    paths: ["addonVersion", "configurationValues"],
    says: "gets another version or other settings",
  },
  {
    id: "addon-changed",
    types: /^kubernetes:helm\.sh\/v3:Release$/,
    paths: ["version", "chart"],
    says: "gets another version of its chart",
  },
];
