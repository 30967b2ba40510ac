import { createHash } from "node:crypto";
import { Role, RolePolicyAttachment } from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { awsChild } from "./children";
import type { Tags } from "./cluster-args";

interface ServiceRoleArgs {
  /** Principal that assumes the role, e.g. eks.amazonaws.com. */
  service: string;
  description?: string;
  /** Names of AWS managed policies. */
  managedPolicies: string[];
  partition: pulumi.Output<string>;
  assumeRoleActions?: string[];
  tags: Tags | undefined;
}

/** An IAM role of a service, with the managed policies it needs. */
export class ServiceRole extends pulumi.ComponentResource {
  /** The role, known as soon as it exists. */
  readonly directRole: Role;
  /** The role, known once its policies are attached. */
  readonly resolvedRole: pulumi.Output<Role>;

  constructor(name: string, args: ServiceRoleArgs, opts: pulumi.ComponentResourceOptions) {
    super("eks:index:ServiceRole", name, {}, opts);
    const { service, description, tags, assumeRoleActions = ["sts:AssumeRole"] } = args;
    const assumeRolePolicy = JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Action: assumeRoleActions, Effect: "Allow", Principal: { Service: [service] } }],
    });
    const role = new Role(`${name}-role`, { description, assumeRolePolicy, tags }, awsChild(this));
    const attachments = args.managedPolicies.map((policy) => {
      const policyArn = pulumi.interpolate`arn:${args.partition}:iam::aws:policy/${policy}`;
      return new RolePolicyAttachment(attachmentName(name, policy), { policyArn, role }, awsChild(this));
    });
    this.directRole = role;
    this.resolvedRole = pulumi.all([role.arn, ...attachments.map(({ id }) => id)]).apply(() => role);
    this.registerOutputs({ resolvedRole: this.resolvedRole, directRole: this.directRole });
  }
}

/** Hashed from the policy's ARN in the commercial partition, in every partition. */
function attachmentName(role: string, policy: string): string {
  const hash = createHash("sha1").update(`arn:aws:iam::aws:policy/${policy}`).digest("hex");
  return `${role}-${hash.slice(0, 8)}`;
}
