import { valueAt } from "../../collect/paths";
import type { Step } from "../../model/step";
import { isHidden, type Shown } from "../../model/values";
import type { Found, Judge, RiskContext } from "../judge";
import { ownAccounts } from "./accounts";
import { compared } from "./policies";
import { readDocument } from "./statement";

type Inputs = (path: string) => Shown | undefined;

/** Things that are one statement of a resource's policy each, as that statement. */
const statements: Readonly<Record<string, (input: Inputs) => object>> = {
  "aws:lambda/permission:Permission": (input) => ({
    Principal: principalOf(input("principal")),
    Action: input("action"),
    Condition: {
      ...conditionOf("ArnLike", "aws:SourceArn", input("sourceArn")),
      ...conditionOf("StringEquals", "aws:SourceAccount", input("sourceAccount")),
      ...conditionOf("StringLike", "aws:PrincipalOrgID", input("principalOrgId")),
    },
  }),
  "aws:lambda/layerVersionPermission:LayerVersionPermission": (input) => ({
    Principal: { AWS: input("principal") },
    Action: input("action"),
    Condition: conditionOf("StringEquals", "aws:PrincipalOrgID", input("organizationId")),
  }),
  "aws:kms/grant:Grant": (input) => ({
    Principal: principalOf(input("granteePrincipal")),
    Action: [input("operations")].flat().map((operation) => `kms:${String(operation)}`),
    Condition: {},
  }),
  "aws:cloudwatch/eventPermission:EventPermission": (input) => ({
    Principal: { AWS: input("principal") },
    Action: input("action") ?? "events:PutEvents",
    Condition: conditionOf("StringEquals", "aws:PrincipalOrgID", valueIn(input("condition"))),
  }),
  "aws:ram/principalAssociation:PrincipalAssociation": (input) => ({
    Principal: { AWS: input("principal") },
    Action: "ram:UseSharedResource",
    Condition: {},
  }),
  "aws:ec2/vpcEndpointServiceAllowedPrinciple:VpcEndpointServiceAllowedPrinciple": (input) => ({
    Principal: { AWS: input("principalArn") },
    Action: "ec2:CreateVpcEndpoint",
    Condition: {},
  }),
  "aws:ec2/amiLaunchPermission:AmiLaunchPermission": (input) => ({
    Principal: { AWS: input("group") === "all" ? "*" : (input("accountId") ?? input("organizationArn")) },
    Action: "ec2:RunInstances",
    Condition: {},
  }),
  "aws:ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission": (input) => ({
    Principal: { AWS: input("accountId") },
    Action: "ec2:CreateVolume",
    Condition: {},
  }),
};

export const statementTypes = Object.keys(statements);

function valueIn(condition: Shown | undefined): Shown | undefined {
  return typeof condition === "object" && condition !== null && "value" in condition ? condition.value : undefined;
}

/** Services are named by their domain. */
const principalOf = (value: Shown | undefined): object =>
  typeof value === "string" && /^[\w.-]+\.amazonaws\.com(\.cn)?$/.test(value) ? { Service: value } : { AWS: value };

const conditionOf = (operator: string, key: string, value: Shown | undefined): object =>
  value === undefined || value === null ? {} : { [operator]: { [key]: isHidden(value) ? unknownValue : value } };

/** A value that a condition asks for and that is known only when it is made: it narrows all the same. */
const unknownValue = "(known only when it is made)";

/** Permissions that are things of their own. */
export const permissions: Judge = (step, context) => {
  const make = statements[step.type];
  if (make === undefined) return [];
  const before =
    step.op === "update" || step.op === "replace" || step.op === "delete" ? documentOf(step.old, make) : [];
  const after = step.op === "delete" ? [] : documentOf(step.new, make);
  return judged(step, before, after, context);
};

function documentOf(state: Step["old"], make: (input: Inputs) => object): ReturnType<typeof readDocument> {
  if (state === undefined) return [];
  const input: Inputs = (path) => valueAt(state.inputs, path);
  const { Principal: principal, ...rest } = make(input) as { readonly Principal: Readonly<Record<string, Shown>> };
  if (Object.values(principal).some((value) => typeof value !== "string")) return undefined;
  return readDocument({ Statement: [{ Effect: "Allow", Principal: principal, ...rest, Resource: "*" }] });
}

function judged(
  step: Step,
  before: ReturnType<typeof readDocument>,
  after: ReturnType<typeof readDocument>,
  context: RiskContext,
): readonly Found[] {
  if (after === undefined) {
    return [
      { id: "access-unknown", summary: `whom ${step.name} lets in is not judged: it is known only when it is made` },
    ];
  }
  const held = { holder: onWhat(step), kind: "resource", properties: ["principal"] } as const;
  return compared(held, before ?? [], after, ownAccounts(step, context));
}

/** What a permission is on, by the property that names it. */
function onWhat({ new: next, old, name }: Step): string {
  const { inputs = {} } = next ?? old ?? {};
  const target = [
    inputs.function,
    inputs.layerName,
    inputs.keyId,
    inputs.imageId,
    inputs.snapshotId,
    inputs.resourceShareArn,
  ];
  return target.find((value) => typeof value === "string") ?? name;
}
