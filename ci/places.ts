import { partitionOf } from "../components/core/regions";
import type { Environment } from "../stacks/environment";

// What a pipeline finds where, by the environment file alone; `foundation scaffold ci` writes the documents that make it.

type Placed = Pick<Environment, "name" | "accountId" | "region" | "deployRole" | "secretsProvider">;

const partition = ({ region }: Placed) => partitionOf(region);

/** Name of the role that previews an environment and may change nothing. */
export const planRoleName = ({ name }: Placed) => `foundation-plan-${name}`;

export const roleArn = (environment: Placed, name: string) =>
  `arn:${partition(environment)}:iam::${environment.accountId}:role/${name}`;

export const planRoleArn = (environment: Placed) => roleArn(environment, planRoleName(environment));
export const deployRoleArn = (environment: Placed) => roleArn(environment, environment.deployRole);

/** The bucket with the states of the environments of an account and region; each environment has a prefix of its own. */
export const stateBucket = ({ accountId, region }: Placed) => `foundation-state-${accountId}-${region}`;

export const stateArn = (environment: Placed) => `arn:${partition(environment)}:s3:::${stateBucket(environment)}`;

/** What PULUMI_BACKEND_URL is for an environment. */
export const backendOf = (environment: Placed) =>
  `s3://${stateBucket(environment)}/${environment.name}?region=${environment.region}`;

/** Name of the KMS key that encrypts the states of an environment, as its file has it: alias/NAME, a key ID or an ARN. */
export const stateKey = ({ secretsProvider }: Placed) => secretsProvider.replace(/^awskms:\/\/\/?([^?]+).*$/, "$1");
