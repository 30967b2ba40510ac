import { Scope } from "../../../../sandbox/cloud/scope";
import { modelOf } from "../../../../sandbox/models";
import {
  accountType,
  organizationType,
  policyType,
  unitType,
} from "../../../../sandbox/models/organizations/organization-of";
import { checkedInputs } from "../../../../sandbox/operations/check";
import { create } from "../../../../sandbox/operations/lifecycle";
import type { Properties } from "../../../../sandbox/values";
import { valuesAt } from "../../../../sandbox/values";
import { cloud, make } from "../../../support/models";

export const types = ["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY", "TAG_POLICY"];

/** An organization of the tests' account. */
export function makeOrganization(more: Properties = {}) {
  const organization = make(organizationType, { enabledPolicyTypes: types, ...more });
  return { ...organization, rootId: String(valuesAt(organization.outputs, "roots.id")[0]) };
}

export const makeUnit = (parentId: string, name = "workloads") => make(unitType, { name, parentId });
export const makeAccount = (name: string, more: Properties = {}) =>
  make(accountType, { name, email: `${name}@example.com`, ...more });
export const makePolicy = (name: string, content: string, more: Properties = {}) =>
  make(policyType, { name, content, ...more });

/** Makes something as another account would. */
export function makeAs(account: string, type: string, inputs: Properties) {
  const model = modelOf(type);
  const target = { model, scope: new Scope(cloud, account, "eu-west-1"), name: "it" };
  const request = { name: "it", olds: undefined, news: inputs, randomSeed: Buffer.from("it"), defaultTags: {} };
  return cloud.request(() => create(target, checkedInputs(model, request)));
}

export const statement = (more: Properties = {}): Properties => ({
  Effect: "Deny",
  Action: "organizations:LeaveOrganization",
  Resource: "*",
  ...more,
});
export const scp = (...statements: Properties[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });

/** An SCP of that many characters. */
export function scpOf(characters: number): string {
  const rest = scp(statement({ Sid: "" })).length;
  return scp(statement({ Sid: "x".repeat(characters - rest) }));
}
