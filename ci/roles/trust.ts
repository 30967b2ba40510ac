import { partitionOf } from "../../components/core/regions";
import type { Environment } from "../../stacks/environment";
import { type PolicyDocument, policyDocument, type Statement } from "./document";

/** A repository on GitHub, by names and by what stays when those are given to somebody else. */
export interface GitHubRepository {
  readonly provider: "github";
  /** E.g. example/platform-foundation. */
  readonly name: string;
  readonly id: string;
  readonly ownerId: string;
}

/** A project on GitLab. */
export interface GitLabProject {
  readonly provider: "gitlab";
  /** E.g. example/platform-foundation. */
  readonly name: string;
  /** E.g. gitlab.com. */
  readonly host: string;
}

export type Repository = GitHubRepository | GitLabProject;

export const branch = "main";
const audience = "sts.amazonaws.com";
const gitHubIssuer = "token.actions.githubusercontent.com";

/** Host name of the OIDC provider that a repository's jobs get their tokens from. */
export const issuerOf = (repository: Repository) => (repository.provider === "github" ? gitHubIssuer : repository.host);

/** Who may preview: any branch's pull request, in its own environment; and main, to look for drift and health. */
export function planTrust(environment: Environment, repository: Repository): PolicyDocument {
  const { name } = environment;
  if (repository.provider === "gitlab") return gitLabTrust(environment, repository, "*");
  const onMain = ["drift", "health"].map((what) => `${name}-${what}`);
  return policyDocument(
    gitHubStatement(environment, repository, { environments: [`${name}-plan`] }),
    gitHubStatement(environment, repository, { environments: onMain, claims: { ref: `refs/heads/${branch}` } }),
  );
}

/** Who may apply: main, by the workflow that applies, in the environment that somebody approves. */
export function applyTrust(environment: Environment, repository: Repository): PolicyDocument {
  if (repository.provider === "gitlab") return gitLabTrust(environment, repository, branch);
  const claims = {
    ref: `refs/heads/${branch}`,
    job_workflow_ref: `${repository.name}/.github/workflows/deploy.yml@refs/heads/${branch}`,
  };
  return policyDocument(gitHubStatement(environment, repository, { environments: [environment.name], claims }));
}

interface Wanted {
  /** Environments of GitHub, not of ours. */
  readonly environments: readonly string[];
  readonly claims?: Readonly<Record<string, string>>;
}

/**
 * By `sub`, in the form with and without IDs (repositories made since 15 July 2026 have them, README of
 * aws-actions/configure-aws-credentials 6.2.3), and by claims of their own: `repository_id` stays when a name is given to
 * somebody else. AWS evaluates these since January 2026 (aws.amazon.com/about-aws/whats-new/2026/01,
 * "STS supports validation of identity provider claims").
 */
function gitHubStatement(environment: Environment, repository: GitHubRepository, wanted: Wanted): Statement {
  const { name, id, ownerId } = repository;
  const [owner = "", project = ""] = name.split("/");
  const subjects = wanted.environments.flatMap((one) => [
    `repo:${name}:environment:${one}`,
    `repo:${owner}@${ownerId}/${project}@${id}:environment:${one}`,
  ]);
  const claim = (key: string) => `${gitHubIssuer}:${key}`;
  const others = Object.entries(wanted.claims ?? {}).map(([key, value]) => [claim(key), value]);
  return trusting(environment, gitHubIssuer, {
    StringEquals: {
      [claim("aud")]: audience,
      [claim("sub")]: subjects,
      [claim("repository_id")]: id,
      [claim("environment")]: [...wanted.environments],
      ...Object.fromEntries(others),
    },
  });
}

/** AWS evaluates only `aud` and `sub` of GitLab's tokens, and `sub` names project and branch. */
function gitLabTrust(environment: Environment, { name, host }: GitLabProject, ref: string): PolicyDocument {
  const sub = `project_path:${name}:ref_type:branch:ref:${ref}`;
  return policyDocument(
    trusting(environment, host, {
      StringEquals: { [`${host}:aud`]: audience },
      StringLike: { [`${host}:sub`]: sub },
    }),
  );
}

function trusting({ region, accountId }: Environment, issuer: string, condition: Statement["Condition"]): Statement {
  return {
    Effect: "Allow",
    Principal: { Federated: `arn:${partitionOf(region)}:iam::${accountId}:oidc-provider/${issuer}` },
    Action: "sts:AssumeRoleWithWebIdentity",
    ...(condition && { Condition: condition }),
  };
}
