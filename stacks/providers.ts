import * as aws from "@pulumi/aws";
import * as eks from "@pulumi/eks";
import type { Environment } from "./environment";

/** Tags that every resource of an environment has, from its provider: who answers for it, who pays, what made it. */
export function mandatoryTags({ name, tags }: Pick<Environment, "name" | "tags">): Record<string, string> {
  return { ...tags, environment: name, "managed-by": "foundation" };
}

/** The AWS provider of an environment. It refuses any account but the environment's own. */
export function awsProvider(environment: Environment): aws.Provider {
  const { name, region, accountId } = environment;
  return new aws.Provider(name, {
    region,
    allowedAccountIds: [accountId],
    defaultTags: { tags: mandatoryTags(environment) },
  });
}

/** The providers of a layer with a cluster: with default providers disabled, a component of eks needs its own too. */
export function clusterProviders(environment: Environment): { aws: aws.Provider; eks: eks.Provider } {
  return { aws: awsProvider(environment), eks: new eks.Provider(environment.name) };
}
