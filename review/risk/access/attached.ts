import type { Step } from "../../model/step";
import { isHidden, type Shown } from "../../model/values";
import type { Found, Judge, RiskContext } from "../judge";
import { moved, propertyOf } from "../reading";
import type { RiskId } from "../table";
import { firstOf, worded } from "../words";
import { ownAccounts } from "./accounts";
import { compared } from "./policies";
import { readDocument } from "./statement";

/** Where policies are attached by ARN, and to whom. */
const attachments: Readonly<Record<string, { readonly path: string; readonly to: readonly string[] }>> = {
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": { path: "policyArn", to: ["role"] },
  "aws:iam/userPolicyAttachment:UserPolicyAttachment": { path: "policyArn", to: ["user"] },
  "aws:iam/groupPolicyAttachment:GroupPolicyAttachment": { path: "policyArn", to: ["group"] },
  "aws:iam/policyAttachment:PolicyAttachment": { path: "policyArn", to: ["roles", "users", "groups"] },
  "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment": {
    path: "managedPolicyArn",
    to: ["permissionSetArn"],
  },
  "aws:iam/role:Role": { path: "managedPolicyArns", to: [] },
};

export const attachmentTypes = Object.keys(attachments);

/** Policies that are attached to somebody, or taken away. */
export const attached: Judge = (step, context) => {
  const place = attachments[step.type];
  if (place === undefined) return [];
  const { path, to } = place;
  if (step.op === "delete") {
    const policies = textsOf(propertyOf(step.old, path));
    if (policies.length === 0) return [];
    return [{ id: "access-narrowed", summary: `${holderOf(step, to, step.old)} no longer has ${firstOf(policies)}` }];
  }
  const change = moved(step, path);
  const holders = to.flatMap((one) => (moved(step, one) === undefined ? [] : one));
  if (change === undefined && (holders.length === 0 || step.op === "create")) return [];
  const after = change === undefined ? propertyOf(step.new, path) : change.after;
  const holder = holderOf(step, to, step.new);
  const before = new Set(holders.length > 0 ? [] : textsOf(change?.before));
  const given = textsOf(after).filter((arn) => !before.has(arn));
  const gone = [...before].filter((arn) => !textsOf(after).includes(arn));
  return [
    ...given.flatMap((arn) => judgePolicy(arn, { step, holder, path }, context)),
    ...(hasUnknown(after) ? ofUnknown({ step, holder, path }, context) : []),
    ...(gone.length > 0 ? [narrowed(`${holder} no longer has ${firstOf(gone)}`, path)] : []),
  ];
};

const narrowed = (summary: string, path: string): Found => ({ id: "access-narrowed", summary, properties: [path] });

interface Attachment {
  readonly step: Step;
  readonly holder: string;
  readonly path: string;
}

const textsOf = (value: Shown | undefined): string[] =>
  (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === "string");

const hasUnknown = (value: Shown | undefined): boolean => (Array.isArray(value) ? value : [value]).some(isHidden);

function holderOf({ name }: Step, to: readonly string[], state: Step["old"]): string {
  const holders = to.flatMap((path) => textsOf(propertyOf(state, path)));
  return holders.length === 0 ? name : firstOf(holders);
}

/** What policies of AWS's own give, by the end of their name, the worst first. */
const managed: readonly (readonly [RegExp, RiskId])[] = [
  [/^(AdministratorAccess|AdministratorAccess-.+|AWSAdministratorAccess)$/, "access-admin"],
  [/^IAMFullAccess$/, "access-escalation"],
  [/^(PowerUserAccess|.+FullAccess)$/, "access-wildcard"],
  [/^(ReadOnlyAccess|.*ReadOnlyAccess|.*ReadOnly|SecurityAudit|ViewOnlyAccess)$/, "access-data"],
];

function judgePolicy(arn: string, { step, holder, path }: Attachment, context: RiskContext): Found[] {
  const name = /^arn:[^:]*:iam::aws:policy\/(?:.+\/)?([^/]+)$/.exec(arn)?.[1];
  if (name === undefined) return ofUnknown({ step, holder, path }, context, arn);
  const id = managed.find(([pattern]) => pattern.test(name))?.[1] ?? "access-given";
  return [{ id, summary: `${holder} newly has AWS's policy ${name}`, properties: [path] }];
}

/** A policy of one's own: what it says, where it is in the review. */
function ofUnknown({ step, holder, path }: Attachment, context: RiskContext, arn?: string): Found[] {
  const sources = step.dependsOn.flatMap((urn) => context.step(urn) ?? []);
  const policies = sources.filter(({ type }) => type === "aws:iam/policy:Policy");
  const own = arn === undefined ? policies : policies.filter((one) => propertyOf(one.old, "arn") === arn);
  const found = own.flatMap((policy) => {
    const document = policy.new?.inputs.policy;
    const statements = isHidden(document) ? undefined : readDocument(document);
    if (statements === undefined) return [];
    const held = { holder: `${holder}, by ${policy.name},`, kind: "identity", properties: [path] } as const;
    return compared(held, [], statements, ownAccounts(step, context));
  });
  if (found.length > 0) return found;
  const which = arn === undefined ? "a policy that is known only when it is made" : arn;
  return [
    {
      id: "access-not-judged",
      summary: `${holder} newly has ${which}, which is not in this review`,
      properties: [path],
    },
  ];
}

/** Limits of an identity that a change takes away or moves. */
export const boundaries: Judge = (step) => {
  const change = step.old && moved(step, "permissionsBoundary");
  if (change?.before === undefined || change.before === null) return [];
  const summary = `${step.name} has ${change.after === undefined ? "no boundary of its permissions any more" : "another boundary of its permissions"}`;
  const details = [`permissionsBoundary: ${worded(change.before)} → ${worded(change.after)}`];
  return [{ id: "access-boundary-removed", summary, details, properties: ["permissionsBoundary"] }];
};
