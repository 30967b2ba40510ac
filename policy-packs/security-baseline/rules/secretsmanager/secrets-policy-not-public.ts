import { notPublic } from "../../../core/controls";
import { reportPublicStatements } from "../../../core/policy-document";
import type { Props } from "../../../core/resource-types";
import { type Report, resourceRule } from "../../../core/rule";
import { isSet } from "../../../core/unknown";

const policy = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    { Effect: "Allow", Principal: { AWS: "arn:aws:iam::111122223333:role/orders" }, Action: "*", Resource: "*" },
  ],
});

/** What has a policy of its own admits nobody by a wildcard. */
export const secretsPolicyNotPublic = resourceRule({
  name: "secrets-policy-not-public",
  title:
    "Secrets, repositories, file systems, vaults, event buses, functions and documents are not shared with everyone.",
  severity: "high",
  types: [
    "aws:secretsmanager/secretPolicy:SecretPolicy",
    "aws:secretsmanager/secret:Secret",
    "aws:ecr/repositoryPolicy:RepositoryPolicy",
    "aws:efs/fileSystemPolicy:FileSystemPolicy",
    "aws:backup/vaultPolicy:VaultPolicy",
    "aws:cloudwatch/eventBusPolicy:EventBusPolicy",
    "aws:lambda/permission:Permission",
    "aws:ssm/document:Document",
  ],
  controls: {
    "cis-aws-7.0": ["2.21"],
    "nist-800-53-r5": [
      ...["AC-2(6)", "AC-3", "AC-3(7)", "AC-4(21)", "AC-6", "AC-17", "AC-17(1)", "AC-17(4)", "AC-17(9)"],
      ...["AC-17(10)", "MP-2", "SC-7(3)", "SC-7(9)", "SC-7(11)", "SC-7(12)", "SC-7(16)"],
      ...["SC-7(20)", "SC-7(21)", "SC-7(24)", "SC-7", "SC-25"],
    ],
    "iso27001-2022": ["A.8.1", "A.8.27"],
    "pci-4.0": notPublic.pci,
  },
  remediationSteps:
    "Name the accounts, roles or services that need access, or add a condition on aws:PrincipalOrgID, aws:SourceAccount or aws:SourceArn.",
  docs: {
    why: "A policy on a resource lets in accounts that nobody in yours has ever heard of, without any role to notice.",
    good: {
      "aws:secretsmanager/secretPolicy:SecretPolicy": { policy },
      "aws:secretsmanager/secret:Secret": { policy },
      "aws:ecr/repositoryPolicy:RepositoryPolicy": { policy },
      "aws:efs/fileSystemPolicy:FileSystemPolicy": { policy },
      "aws:backup/vaultPolicy:VaultPolicy": { policy },
      "aws:cloudwatch/eventBusPolicy:EventBusPolicy": { policy },
      "aws:lambda/permission:Permission": {
        action: "lambda:InvokeFunction",
        principal: "events.amazonaws.com",
        sourceArn: "arn:aws:events:eu-west-1:111122223333:rule/orders",
      },
      "aws:ssm/document:Document": { permissions: { type: "Share", account_ids: "111122223333" } },
    },
  },
  check(resource, report) {
    if (resource.type === "aws:lambda/permission:Permission") checkPermission(resource.props, report);
    else if (resource.type === "aws:ssm/document:Document") checkDocument(resource.props, report);
    else if (isSet(resource.props, "policy")) reportPublicStatements(resource.props.policy, "policy", report);
  },
});

/** A source narrows who a service calls for, but everyone's own calls may name one: only an organisation narrows those. */
function checkPermission(permission: Props<"aws:lambda/permission:Permission">, report: Report): void {
  if (permission.principal?.includes("*") && !isSet(permission, "principalOrgId")) {
    report("everyone may call the function: set principal to a service or an account, or set principalOrgId");
  }
}

function checkDocument({ permissions }: Props<"aws:ssm/document:Document">, report: Report): void {
  const accounts = permissions?.account_ids?.split(",").map((account) => account.trim().toLowerCase());
  if (accounts?.includes("all")) {
    report("the document is shared with every AWS account: list the accounts in permissions.account_ids");
  }
}
