import { describe, expect, it } from "vitest";
import { deniedReads } from "../../../ci/roles/data-reads";
import { bootstrapTemplate, rolesOf } from "../../../ci/roles/template";
import type { Repository } from "../../../ci/roles/trust";
import { dataActions } from "../../../policy-packs/iam-supply-chain/data/exposing-actions";
import { loadEnvironment } from "../../../stacks/environment";
import { type Decision, decide, everythingAllowed } from "../../support/iam-evaluator";

const dev = loadEnvironment("dev");
const repository: Repository = { provider: "github", name: "example/platform", id: "42", ownerId: "7" };
const { plan, apply } = rolesOf(dev, repository, ["qa"]);

/** Even if AWS's own policy allowed everything. */
const planMay = (action: string, resource?: string, context = {}) =>
  decide([everythingAllowed, plan.permissions], { action, context, ...(resource && { resource }) });

describe("the plan role", () => {
  const states = "arn:aws:s3:::foundation-state-111122223333-eu-west-1";
  const key = "arn:aws:kms:eu-west-1:111122223333:key/1234";
  const aliases = (...names: string[]) => ({ "kms:ResourceAliases": names });

  it.each<[string, string, Decision]>([
    ["s3:GetObject", `${states}/dev/.pulumi/stacks/foundation/dev-network.json`, "allowed"],
    ["s3:GetObject", `${states}/prod/.pulumi/stacks/foundation/prod-network.json`, "denied"],
    ["s3:GetObject", `${states}/development/.pulumi/x`, "denied"],
    ["s3:GetObject", "arn:aws:s3:::customers/orders.csv", "denied"],
    ["s3:GetObjectVersion", "arn:aws:s3:::customers/orders.csv", "denied"],
    ["s3:GetObjectTagging", "arn:aws:s3:::customers/orders.csv", "denied"],
    ["s3:GetBucketPolicy", "arn:aws:s3:::customers", "allowed"],
    ["ec2:DescribeVpcs", "*", "allowed"],
    ["eks:DescribeCluster", "arn:aws:eks:eu-west-1:111122223333:cluster/dev", "allowed"],
    ["apigateway:GET", "arn:aws:apigateway:eu-west-1::/apikeys", "denied"],
    ["apigateway:GET", "arn:aws:apigateway:eu-west-1::/restapis/x", "allowed"],
  ])("%s on %s is %s", (action, resource, decision) => {
    expect(planMay(action, resource)).toBe(decision);
  });

  it.each<[string, string[], Decision]>([
    ["the state's key", ["alias/foundation-state"], "allowed"],
    ["the state's key with a second name", ["alias/old", "alias/foundation-state"], "allowed"],
    ["another key", ["alias/customers"], "denied"],
    ["a key whose name begins the same", ["alias/foundation-state-2"], "denied"],
    ["a key without a name", [], "denied"],
  ])("decrypts with %s: %j", (_, names, decision) => {
    expect(planMay("kms:Decrypt", key, aliases(...names))).toBe(decision);
    // It is its own document that allows it: ReadOnlyAccess does not.
    const alone = decide([plan.permissions], { action: "kms:Decrypt", resource: key, context: aliases(...names) });
    expect(alone).toBe(decision);
  });

  it("reads no data, whatever AWS's own policies allow", () => {
    const reads = [...Object.keys(dataActions).filter((action) => /:(Get|List|Read)/.test(action)), ...deniedReads];
    const more = [
      ...["secretsmanager:GetSecretValue", "ssm:GetParametersByPath", "dynamodb:Scan", "logs:FilterLogEvents"],
      ...["sqs:ReceiveMessage", "rds-data:ExecuteStatement", "kinesis:GetRecords", "ec2:GetConsoleOutput"],
      ...["ecr:BatchGetImage", "athena:GetQueryResults", "sts:AssumeRole", "eks:AccessKubernetesApi"],
      ...["ec2:GetPasswordData", "ebs:GetSnapshotBlock", "codecommit:GitPull", "lambda:InvokeFunction"],
    ];
    expect(reads.length).toBeGreaterThan(90);
    for (const action of [...reads, ...more]) {
      const one = action.replace("*", "Anything");
      expect([one, planMay(one, "arn:aws:any:eu-west-1:111122223333:thing/x")]).toEqual([one, "denied"]);
    }
  });

  it("is allowed nothing by us but states and their key", () => {
    const allowed = plan.permissions.Statement.filter(({ Effect }) => Effect === "Allow").map(({ Action }) => Action);
    expect(allowed).toEqual(["s3:GetObject", "kms:Decrypt"]);
    expect(plan.managed).toEqual(["arn:aws:iam::aws:policy/ReadOnlyAccess"]);
  });

  it("reads with a key that is named by its ARN or ID too", () => {
    const arn = "arn:aws:kms:eu-west-1:111122223333:key/abc";
    for (const secretsProvider of [`awskms:///${arn}?region=eu-west-1`, "awskms://abc?region=eu-west-1"]) {
      const { permissions } = rolesOf({ ...dev, secretsProvider }, repository).plan;
      const may = (resource: string) => decide([everythingAllowed, permissions], { action: "kms:Decrypt", resource });
      expect([may(arn), may(key)]).toEqual(["allowed", "denied"]);
    }
  });
});

describe("the trust of the roles", () => {
  const issuer = "token.actions.githubusercontent.com";
  const token = (claims: Record<string, string>) => ({
    action: "sts:AssumeRoleWithWebIdentity",
    context: Object.fromEntries(Object.entries(claims).map(([claim, value]) => [`${issuer}:${claim}`, value])),
  });
  const inEnvironment = (environment: string, more: Record<string, string> = {}) => ({
    ...{ aud: "sts.amazonaws.com", repository_id: "42", ref: "refs/pull/3/merge", environment },
    ...{ sub: `repo:example/platform:environment:${environment}`, ...more },
  });
  const onMain = {
    ref: "refs/heads/main",
    job_workflow_ref: "example/platform/.github/workflows/deploy.yml@refs/heads/main",
  };

  it.each<[string, Record<string, string>, Decision]>([
    ["a pull request in the environment that plans", inEnvironment("dev-plan"), "allowed"],
    [
      "the same in a repository whose tokens have IDs",
      inEnvironment("dev-plan", { sub: "repo:example@7/platform@42:environment:dev-plan" }),
      "allowed",
    ],
    ["another repository of that name", inEnvironment("dev-plan", { repository_id: "43" }), "not allowed"],
    ["another audience", inEnvironment("dev-plan", { aud: "https://github.com/example" }), "not allowed"],
    ["the plan of another environment", inEnvironment("prod-plan"), "not allowed"],
    ["a pull request that calls itself drift", inEnvironment("dev-drift"), "not allowed"],
    ["the nightly run on main", inEnvironment("dev-drift", onMain), "allowed"],
    [
      "a branch without an environment",
      { ...inEnvironment("x"), sub: "repo:example/platform:pull_request" },
      "not allowed",
    ],
    [
      "a token without the claims",
      { aud: "sts.amazonaws.com", sub: "repo:example/platform:environment:dev-plan" },
      "not allowed",
    ],
  ])("%s may not plan unless it should", (_, claims, decision) => {
    expect(decide([plan.trust], token(claims))).toBe(decision);
  });

  it.each<[string, Record<string, string>, Decision]>([
    ["main, in the environment, by the workflow that applies", inEnvironment("dev", onMain), "allowed"],
    ["a pull request in the environment", inEnvironment("dev"), "not allowed"],
    ["another branch", inEnvironment("dev", { ...onMain, ref: "refs/heads/other" }), "not allowed"],
    [
      "another workflow on main",
      inEnvironment("dev", {
        ref: "refs/heads/main",
        job_workflow_ref: "example/platform/.github/workflows/other.yml@refs/heads/main",
      }),
      "not allowed",
    ],
    ["the environment that only plans", inEnvironment("dev-plan", onMain), "not allowed"],
    ["another environment", inEnvironment("prod", onMain), "not allowed"],
  ])("%s applies only if it should", (_, claims, decision) => {
    expect(decide([apply.trust], token(claims))).toBe(decision);
  });

  it("names audience, repository and environment beside the subject in every statement", () => {
    for (const { trust } of [plan, apply])
      for (const { Condition } of trust.Statement)
        expect(Object.keys(Condition?.StringEquals ?? {})).toEqual(
          expect.arrayContaining(["aud", "sub", "repository_id", "environment"].map((claim) => `${issuer}:${claim}`)),
        );
  });

  it("of GitLab lets any branch plan and only main apply", () => {
    const roles = rolesOf(dev, { provider: "gitlab", name: "example/platform", host: "gitlab.example.com" });
    const branch = (name: string, project = "example/platform") => ({
      action: "sts:AssumeRoleWithWebIdentity",
      context: {
        "gitlab.example.com:aud": "sts.amazonaws.com",
        "gitlab.example.com:sub": `project_path:${project}:ref_type:branch:ref:${name}`,
      },
    });
    expect(decide([roles.plan.trust], branch("feature/x"))).toBe("allowed");
    expect(decide([roles.plan.trust], branch("main", "example/other"))).toBe("not allowed");
    expect(decide([roles.apply.trust], branch("main"))).toBe("allowed");
    expect(decide([roles.apply.trust], branch("main-2"))).toBe("not allowed");
  });
});

describe("the apply role", () => {
  const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`;
  const states = "arn:aws:s3:::foundation-state-111122223333-eu-west-1";
  const may = (action: string, resource: string, context = {}) =>
    decide([everythingAllowed, apply.permissions], { action, resource, context });

  it.each<[string, string, Record<string, string>, Decision]>([
    ["iam:CreateRole", role("dev-nodes"), {}, "allowed"],
    ["iam:PutRolePolicy", role("foundation-deploy"), {}, "denied"],
    ["iam:UpdateAssumeRolePolicy", role("foundation-plan-dev"), {}, "denied"],
    [
      "iam:AttachRolePolicy",
      role("dev-nodes"),
      { "iam:PolicyARN": "arn:aws:iam::aws:policy/AdministratorAccess" },
      "denied",
    ],
    [
      "iam:AttachRolePolicy",
      role("dev-nodes"),
      { "iam:PolicyARN": "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy" },
      "allowed",
    ],
    ["iam:CreateAccessKey", "arn:aws:iam::111122223333:user/x", {}, "denied"],
    [
      "iam:DeleteOpenIDConnectProvider",
      "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com",
      {},
      "denied",
    ],
    [
      "iam:CreateOpenIDConnectProvider",
      "arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/A",
      {},
      "allowed",
    ],
    ["s3:PutObject", `${states}/dev/.pulumi/stacks/x`, {}, "allowed"],
    ["s3:PutObject", `${states}/qa/.pulumi/stacks/x`, {}, "denied"],
    ["s3:DeleteBucket", states, {}, "denied"],
    ["s3:DeleteObjectVersion", `${states}/dev/.pulumi/stacks/x`, {}, "denied"],
    ["cloudtrail:StopLogging", "arn:aws:cloudtrail:eu-west-1:111122223333:trail/x", {}, "denied"],
  ])("%s on %s %j is %s", (action, resource, context, decision) => {
    expect(may(action, resource, context)).toBe(decision);
  });

  it("hands roles only to the services that run stacks", () => {
    const passed = (service: string) =>
      decide([apply.permissions], {
        ...{ action: "iam:PassRole", resource: role("dev-nodes") },
        context: { "iam:PassedToService": service },
      });
    expect([passed("eks.amazonaws.com"), passed("lambda.amazonaws.com")]).toEqual(["allowed", "not allowed"]);
  });
});

describe("the template of an account", () => {
  const template = bootstrapTemplate([dev, { ...dev, name: "qa", deployRole: "teams/qa-deploy" }], repository);
  const resources: Record<string, { Type: string; Properties: Record<string, unknown>; DeletionPolicy?: string }> =
    template.Resources as never;

  it("has one provider and bucket, and of each environment its key and roles", () => {
    expect(Object.keys(resources)).toEqual([
      ...["Provider", "States", "StatesPolicy", "DevKey", "DevKeyAlias", "DevPlanRole", "DevApplyRole"],
      ...["QaKey", "QaKeyAlias", "QaPlanRole", "QaApplyRole"],
    ]);
    expect(resources.QaApplyRole?.Properties).toMatchObject({ Path: "/teams/", RoleName: "qa-deploy" });
    expect(JSON.stringify(resources.QaApplyRole)).toContain("foundation-state-111122223333-eu-west-1/dev/*");
  });

  it("keeps what holds data when the stack is deleted", () => {
    for (const { Type, DeletionPolicy } of Object.values(resources))
      if (["AWS::S3::Bucket", "AWS::KMS::Key"].includes(Type)) expect(DeletionPolicy).toBe("Retain");
  });

  it("stays within IAM's limits: 10,240 letters of inline policies and 2,048 of trust, 64 of a name", () => {
    for (const { Type, Properties } of Object.values(resources)) {
      if (Type !== "AWS::IAM::Role") continue;
      expect(JSON.stringify(Properties.Policies).length).toBeLessThan(10_240);
      expect(JSON.stringify(Properties.AssumeRolePolicyDocument).length).toBeLessThan(2_048);
      expect(String(Properties.RoleName).length).toBeLessThanOrEqual(64);
    }
  });
});
