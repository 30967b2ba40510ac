import * as aws from "@pulumi/aws";
import { withOverride } from "../core/override";
import type { NetworkContext } from "./context";

/**
 * Takes over what AWS makes with a VPC, and closes it: whoever forgets to name a security group or a route table gets
 * no access rather than the access AWS would give.
 *
 * The default network ACL stays AWS's, which lets everything pass: all subnets use it, and as it knows no connections,
 * closing a port would also drop the answers to whoever happens to call from that port.
 */
export function closeDefaults({ name, vpc, child, tags }: NetworkContext): void {
  new aws.ec2.DefaultSecurityGroup(
    name,
    // Empty lists, for without them rules that others add would stay unnoticed.
    { vpcId: vpc.id, ingress: [], egress: [], tags: tags(`${name}-default-closed`) },
    child,
  );
  new aws.ec2.DefaultRouteTable(
    name,
    { defaultRouteTableId: vpc.defaultRouteTableId, routes: [], tags: tags(`${name}-default-closed`) },
    child,
  );
}

/**
 * The account's defaults for the instance metadata service, from which an attacker gets a node's credentials.
 *
 * One hop keeps it from containers, but also from those that ask it for their region or zone: a node group whose pods
 * need that sets 2 in its launch template, which wins over this.
 * Source: docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html
 */
export function setInstanceMetadataDefaults({ name, child, override }: NetworkContext): void {
  const args = { httpTokens: "required", httpPutResponseHopLimit: 1 };
  new aws.ec2.InstanceMetadataDefaults(name, withOverride(args, override.instanceMetadataDefaults), child);
}
