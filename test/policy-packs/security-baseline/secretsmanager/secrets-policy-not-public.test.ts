import { secretsPolicyNotPublic } from "../../../../policy-packs/security-baseline/rules/secretsmanager/secrets-policy-not-public";
import { testRule } from "../../../support/rule";

const everyone = { Effect: "Allow", Principal: "*", Action: "*", Resource: "*" };
const holding = (of: string, statement: object = everyone) => ({
  of,
  set: { policy: JSON.stringify({ Version: "2012-10-17", Statement: [statement] }) },
});
const fileSystem = "aws:efs/fileSystemPolicy:FileSystemPolicy";
const permission = "aws:lambda/permission:Permission";
const document = "aws:ssm/document:Document";

testRule(secretsPolicyNotPublic, {
  bad: {
    "a secret's policy for everyone": holding("aws:secretsmanager/secretPolicy:SecretPolicy"),
    "a secret for everyone": holding("aws:secretsmanager/secret:Secret"),
    "a repository for everyone": holding("aws:ecr/repositoryPolicy:RepositoryPolicy"),
    "a file system for everyone": holding(fileSystem),
    "a vault for everyone": holding("aws:backup/vaultPolicy:VaultPolicy"),
    "an event bus for everyone": holding("aws:cloudwatch/eventBusPolicy:EventBusPolicy"),
    "a file system by TLS": holding(fileSystem, {
      ...everyone,
      Condition: { Bool: { "aws:SecureTransport": "true" } },
    }),
    "a file system not by its mount targets": holding(fileSystem, {
      ...everyone,
      Condition: { Bool: { "elasticfilesystem:AccessedViaMountTarget": "false" } },
    }),
    "a function for everyone": { of: permission, props: { principal: "*" } },
    "a function for everyone with a source": { of: permission, set: { principal: "*" } },
    "a document for everyone": { of: document, set: { "permissions.account_ids": "All" } },
    "a document for everyone among others": { of: document, set: { "permissions.account_ids": "111122223333, all" } },
    "what is no policy": { of: fileSystem, set: { policy: "everyone" } },
  },
  good: {
    "a secret without a policy": { of: "aws:secretsmanager/secret:Secret", props: {} },
    "a repository for an organisation": holding("aws:ecr/repositoryPolicy:RepositoryPolicy", {
      ...everyone,
      Condition: { StringEquals: { "aws:PrincipalOrgID": "o-example1234" } },
    }),
    "a file system by its mount targets": holding(fileSystem, {
      ...everyone,
      Condition: { Bool: { "elasticfilesystem:AccessedViaMountTarget": "true" } },
    }),
    "a function for an organisation": {
      of: permission,
      props: { principal: "*", principalOrgId: "o-example1234" },
    },
    "a function for an account": { of: permission, props: { principal: "111122223333" } },
    "a document for nobody": { of: document, props: {} },
  },
  unknown: ["policy"],
});
