import { z } from "zod";
import { listEnvironments } from "./environment";

/** What an id looks like that AWS gives to a resource, e.g. vpc-0a1b2c3d4e5f60718. */
const id = (prefix: string) => z.string().regex(new RegExp(`^${prefix}-`), `must be an ID like ${prefix}-0a1b2c3d`);
const arn = (service: string) => z.string().regex(new RegExp(`^arn:[^:]+:${service}:`), `must be an ARN of ${service}`);

/** Values by availability zone; the zones stand in the environment file. */
const byZone = <T extends z.ZodType>(value: T) => z.record(z.string(), value);

/**
 * The layers in the order in which they are applied, the layers that each reads from, and the contract that each
 * publishes: the outputs of its stack, which other layers may read, and nothing else.
 *
 * A field of a contract is added freely, and taken away only once no layer reads it any more.
 */
export const layers = {
  network: {
    dependsOn: [],
    contract: z.object({
      vpcId: id("vpc"),
      vpcCidr: z.cidrv4(),
      publicSubnetIds: byZone(id("subnet")),
      privateSubnetIds: byZone(id("subnet")),
      intraSubnetIds: byZone(id("subnet")),
      natPublicIps: byZone(z.ipv4()),
    }),
  },
  cluster: {
    dependsOn: ["network"],
    contract: z.object({
      clusterName: z.string(),
      clusterArn: arn("eks"),
      endpoint: z.url(),
      certificateAuthority: z.string(),
      clusterSecurityGroupId: id("sg"),
      oidcIssuer: z.url(),
      nodeRoleArn: arn("iam"),
      encryptionKeyArn: arn("kms"),
    }),
  },
} as const satisfies Record<string, { dependsOn: readonly string[]; contract: z.ZodObject }>;

export type LayerName = keyof typeof layers;
export type Contract<L extends LayerName> = z.output<(typeof layers)[L]["contract"]>;

// Object.keys forgets the keys' type; `layers` has no others.
export const layerNames = Object.keys(layers) as LayerName[];

/** A stack is one layer of one environment. */
export interface StackName {
  environment: string;
  layer: LayerName;
}

/** The name of the stack that holds a layer of an environment, e.g. dev-network. */
export function stackName(environment: string, layer: LayerName): string {
  return `${environment}-${layer}`;
}

/** No environment file and layer make a stack of this name. */
export class UnknownStackError extends Error {
  override readonly name = "UnknownStackError";
}

/**
 * Environment and layer of the stack `name`.
 *
 * @throws UnknownStackError listing the stacks there are.
 */
export function parseStackName(name: string): StackName {
  const known = listEnvironments().flatMap((environment) => layerNames.map((layer) => ({ environment, layer })));
  const found = known.find(({ environment, layer }) => stackName(environment, layer) === name);
  if (found !== undefined) return found;
  const names = known.map(({ environment, layer }) => stackName(environment, layer));
  throw new UnknownStackError(`unknown stack "${name}"; the stacks are ${names.join(", ")}`);
}

/** The stacks that the stack `name` reads from. */
export function upstreamOf(name: string): string[] {
  const { environment, layer } = parseStackName(name);
  return layers[layer].dependsOn.map((upstream) => stackName(environment, upstream));
}

/** The stacks that read from the stack `name`. */
export function downstreamOf(name: string): string[] {
  const { environment } = parseStackName(name);
  return layerNames.map((layer) => stackName(environment, layer)).filter((stack) => upstreamOf(stack).includes(name));
}
