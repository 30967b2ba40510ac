import { createHash } from "node:crypto";
import { activeStatus, type CloudResource } from "../../cloud/resource";
import type { Scope } from "../../cloud/scope";

/** What AWS makes with every VPC, and the prefix of its id. */
export const defaultObjects = {
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": "sg",
  "aws:ec2/defaultRouteTable:DefaultRouteTable": "rtb",
  "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl": "acl",
} as const;

export type DefaultObject = keyof typeof defaultObjects;

/** Id of a VPC's default object. */
export function defaultObjectId(type: DefaultObject, vpcId: string): string {
  const digits = createHash("sha256").update(`${type}/${vpcId}`).digest("hex");
  return `${defaultObjects[type]}-0${digits.slice(0, 16)}`;
}

/** Makes a VPC's default objects, which go with it. */
export function makeDefaultObjects(scope: Scope, vpcId: string): void {
  // The keys of the record are its type's.
  for (const type of Object.keys(defaultObjects) as DefaultObject[]) {
    const outputs = { vpcId };
    scope.put({ type, id: defaultObjectId(type, vpcId), status: activeStatus, owner: vpcId, inputs: {}, outputs });
  }
}

/** A default object is adopted by a program, and given back when the program deletes it. */
export function giveBack(prior: CloudResource | undefined): { owner: string } | undefined {
  const vpcId = prior?.outputs.vpcId;
  return typeof vpcId === "string" ? { owner: vpcId } : undefined;
}
