import type { CloudResource } from "../../cloud/resource";
import { type Properties, text, type Value, valuesAt } from "../../values";
import type { Refusal, Request } from "../model";
import { allows } from "../policies/grants";

export const clusterType = "aws:eks/cluster:Cluster";
export const nodeGroupType = "aws:eks/nodeGroup:NodeGroup";
export const fargateProfileType = "aws:eks/fargateProfile:FargateProfile";

/** The page of an action of EKS. */
export const eksAction = (name: string) => `https://docs.aws.amazon.com/eks/latest/APIReference/API_${name}.html`;

/** The only value at a path. */
export const at = (inputs: Properties, path: string): Value | undefined => valuesAt(inputs, path)[0];

/** The texts at a path. */
export const textsAt = (inputs: Properties, path: string): string[] =>
  valuesAt(inputs, path)
    .flat()
    .filter((value) => typeof value === "string");

/** The cluster that a request names. */
export const clusterOf = ({ scope, inputs }: Pick<Request, "scope" | "inputs">): CloudResource | undefined =>
  scope.find(clusterType, text(inputs, "clusterName") ?? "");

/** What the cluster that a request names has of a type. */
export const ofCluster = ({ scope, inputs }: Request, type: string): CloudResource[] =>
  scope.having(type, "clusterName", inputs.clusterName ?? "");

type Source = Pick<Refusal, "source">;

/** Refuses values that the API does not list. */
export function oneOf(path: string, allowed: readonly string[], { source }: Source): Refusal {
  return {
    code: "InvalidParameterException",
    source,
    reads: [path],
    atPreview: true,
    when: ({ inputs }) => {
      const wrong = textsAt(inputs, path).find((value) => !allowed.includes(value));
      return wrong === undefined ? undefined : `${path} '${wrong}' is not one of [${allowed.join(", ")}]`;
    },
  };
}

/** Refuses names out of pattern. */
export function named(path: string, pattern: RegExp, { source }: Source): Refusal {
  return {
    code: "InvalidParameterException",
    source,
    reads: [path],
    atPreview: true,
    when: ({ inputs }) => {
      const wrong = textsAt(inputs, path).find((value) => !pattern.test(value));
      return wrong === undefined ? undefined : `The ${path} '${wrong}' does not match ${pattern.source}`;
    },
  };
}

const letsAssume = (policy: string, service: string) =>
  allows(policy, {
    action: "sts:AssumeRole",
    principal: ({ type, value }) => value === "*" || (type === "Service" && value === service),
  });

/** Refuses a role that does not let a service assume it. Where the role is not in this account, nothing is known of it. */
export function trusted(
  path: string,
  service: string,
  refusal: Source & Pick<Refusal, "retried"> & { message: (arn: string) => string },
): Refusal {
  const { message, ...rest } = refusal;
  return {
    code: "InvalidParameterException",
    on: ["create"],
    ...rest,
    when: ({ scope, inputs }) => {
      const arn = at(inputs, path);
      const [role] = arn === undefined ? [] : scope.global.having("aws:iam/role:Role", "arn", arn);
      const policy = role && text(role.outputs, "assumeRolePolicy");
      return policy === undefined || letsAssume(policy, service) ? undefined : message(String(arn));
    },
  };
}

/** Refuses what a cluster cannot have while AWS still makes it or, if `statuses` says so, changes it. */
export function clusterIsActive(action: string, statuses: readonly string[] = ["CREATING"]): Refusal {
  return {
    code: "InvalidRequestException",
    source: eksAction(action),
    on: ["create"],
    when: (request) => {
      const cluster = clusterOf(request);
      const status = cluster && request.scope.busyWith(cluster);
      return status !== undefined && statuses.includes(status)
        ? `Cluster '${request.inputs.clusterName}' is not in ACTIVE status`
        : undefined;
    },
  };
}

/** Refuses subnets outside the cluster's VPC. */
export function subnetsOfCluster(action: string): Refusal {
  return {
    code: "InvalidParameterException",
    source: eksAction(action),
    on: ["create"],
    when: (request) => {
      const vpcId = at(clusterOf(request)?.outputs ?? {}, "vpcConfig.vpcId");
      if (vpcId === undefined) return undefined;
      const others = textsAt(request.inputs, "subnetIds").filter((id) => {
        const subnet = request.scope.find("aws:ec2/subnet:Subnet", id);
        return subnet !== undefined && subnet.outputs.vpcId !== vpcId;
      });
      return others.length > 0 ? `Subnets [${others.join(", ")}] are not in the cluster's VPC ${vpcId}` : undefined;
    },
  };
}
