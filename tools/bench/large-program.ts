import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** Resources of one block: a security group with its rules, logs, and a role that may write them. */
export const blockSize = 10;
const rulesPerGroup = 5;

const trust = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
});
const policyArn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";

/**
 * A program of `blocks` blocks and a VPC, within AWS's default quotas for up to 200 blocks.
 *
 * It reads nothing but ids and names, so it also runs on a provider that does nothing.
 *
 * @param account Account that it is for, 12 digits: every stack has one of its own, as environments have.
 */
export function largeProgram(blocks: number, account: string): () => Promise<void> {
  return async () => {
    const provider = new aws.Provider("aws", { region: "eu-west-1", allowedAccountIds: [account] });
    const vpc = new aws.ec2.Vpc("vpc", { cidrBlock: "10.0.0.0/16" }, { provider });
    for (let block = 0; block < blocks; block++) makeBlock(`service-${block}`, vpc.id, { provider });
  };
}

function makeBlock(name: string, vpcId: pulumi.Input<string>, opts: pulumi.CustomResourceOptions): void {
  const group = new aws.ec2.SecurityGroup(name, { vpcId, description: name }, opts);
  for (let rule = 0; rule < rulesPerGroup; rule++) {
    const port = 8000 + rule;
    const args = {
      securityGroupId: group.id,
      ipProtocol: "tcp",
      fromPort: port,
      toPort: port,
      cidrIpv4: "10.0.0.0/16",
    };
    new aws.vpc.SecurityGroupIngressRule(`${name}-${port}`, args, opts);
  }
  for (const log of ["access", "audit"]) {
    new aws.cloudwatch.LogGroup(`${name}-${log}`, { name: `/${name}/${log}`, retentionInDays: 30 }, opts);
  }
  const role = new aws.iam.Role(name, { name, assumeRolePolicy: trust }, opts);
  new aws.iam.RolePolicyAttachment(name, { role: pulumi.interpolate`${role.name}`, policyArn }, opts);
}
