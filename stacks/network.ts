import { Network } from "../components/network/network";
import type { Published } from "./contract";
import type { Environment } from "./environment";
import { protection } from "./protection";
import { awsProvider } from "./providers";

/** The VPC of an environment. */
export function network(environment: Environment): Published<"network"> {
  const { name, deletionProtection, network: settings } = environment;
  const provider = awsProvider(environment);

  const vpc = new Network(name, settings, { provider, transforms: protection(deletionProtection) });

  const { vpcId, vpcCidr, publicSubnetIds, privateSubnetIds, intraSubnetIds, natPublicIps } = vpc;
  return { vpcId, vpcCidr, publicSubnetIds, privateSubnetIds, intraSubnetIds, natPublicIps };
}
