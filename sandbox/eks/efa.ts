import type { LaunchTemplateArgs } from "@pulumi/aws/ec2";
import { getInstanceTypeOfferingsOutput, getInstanceTypeOutput, getSubnetsOutput } from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { awsChild } from "./children";
import type { Core } from "./core";
import type { ManagedNodeGroupArgs } from "./managed-node-group";

const defaultInstanceType = "t3.medium";

/** One interface a network card, as https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/efa.html wants them. */
export function efaNetworkInterfaces(
  args: ManagedNodeGroupArgs,
  core: Core,
  parent: pulumi.Resource,
): LaunchTemplateArgs["networkInterfaces"] {
  const instanceType = firstInstanceType(args);
  const { efaSupported, maximumNetworkCards } = getInstanceTypeOutput({ instanceType }, awsChild(parent));
  const securityGroups = [core.cluster.vpcConfig.clusterSecurityGroupId];
  return pulumi.all([efaSupported, maximumNetworkCards, instanceType]).apply(([supported, cards, type]) => {
    if (!supported)
      throw new pulumi.InputPropertyError({ propertyPath: "instanceTypes", reason: `${type} has no EFA` });
    return Array.from({ length: Math.max(cards, 1) }, (_, card) => ({
      deleteOnTermination: "true",
      networkCardIndex: card,
      deviceIndex: card === 0 ? 0 : 1,
      interfaceType: card === 0 ? "efa" : "efa-only",
      securityGroups,
    }));
  });
}

/** The subnets in the placement group's zone. @throws InputPropertyError where the zone does not fit. */
export function efaSubnets(
  subnetIds: pulumi.Output<string[]>,
  args: ManagedNodeGroupArgs,
  parent: pulumi.Resource,
): pulumi.Output<string[]> {
  const filters = [{ name: "instance-type", values: [firstInstanceType(args)] }];
  const offered = getInstanceTypeOfferingsOutput({ filters, locationType: "availability-zone" }, awsChild(parent));
  const refuse = (reason: string): never => {
    throw new pulumi.InputPropertyError({ propertyPath: "placementGroupAvailabilityZone", reason });
  };
  const zone = pulumi
    .all([args.placementGroupAvailabilityZone, offered.locations])
    .apply(([wanted = "", zones]) =>
      zones.includes(wanted) ? wanted : refuse(`${wanted} is not one of ${zones.join(", ")}`),
    );
  const inZone = getSubnetsOutput(
    {
      filters: [
        { name: "availability-zone", values: [zone] },
        { name: "subnet-id", values: subnetIds },
      ],
    },
    awsChild(parent),
  );
  return pulumi
    .all([inZone.ids, zone])
    .apply(([ids, known]) => (ids.length > 0 ? ids : refuse(`no subnet is in ${known}`)));
}

function firstInstanceType(args: ManagedNodeGroupArgs): pulumi.Output<string> {
  return pulumi.output(args.instanceTypes).apply((types) => types?.[0] ?? defaultInstanceType);
}
