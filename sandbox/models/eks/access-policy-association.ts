import type { CloudResource } from "../../cloud/resource";
import { text } from "../../values";
import type { Model, Request } from "../model";
import { isAccessPolicy } from "./access-policies";
import { at, eksAction, oneOf, textsAt } from "./checks";
import { clusterReference } from "./references";

const associate = eksAction("AssociateAccessPolicy");
const form = /^arn:aws[\w-]*:eks::aws:cluster-access-policy\/(\w+)$/;

const entryOf = ({ scope, inputs }: Request): CloudResource | undefined =>
  scope.find("aws:eks/accessEntry:AccessEntry", `${inputs.clusterName}:${inputs.principalArn}`);

export const accessPolicyAssociation: Model = {
  type: "aws:eks/accessPolicyAssociation:AccessPolicyAssociation",
  schema: "internal/service/eks/access_policy_association.go",
  immutable: ["accessScope", "clusterName", "policyArn", "principalArn"],
  sets: ["accessScope.namespaces"],
  references: { clusterName: clusterReference },
  refusals: [
    {
      code: "ResourceNotFoundException",
      source: associate,
      on: ["create"],
      // The provider repeats the request, for the entry may have been made a moment ago.
      retried: true,
      when: (request) =>
        entryOf(request) === undefined ? "The specified principalArn could not be found." : undefined,
    },
    {
      code: "InvalidRequestException",
      source: "https://docs.aws.amazon.com/eks/latest/userguide/creating-access-entries.html",
      on: ["create"],
      when: (request) => {
        const type = entryOf(request)?.outputs.type ?? "STANDARD";
        return type === "STANDARD" || type === "EC2"
          ? undefined
          : `An access policy cannot be associated with an access entry of type ${type}`;
      },
    },
    {
      code: "InvalidParameterException",
      source: associate,
      reads: ["policyArn"],
      atPreview: true,
      when: ({ inputs }) => {
        const arn = text(inputs, "policyArn");
        return arn === undefined || form.test(arn) ? undefined : "The policyArn parameter format is not valid";
      },
    },
    {
      code: "ResourceNotFoundException",
      source: "https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html",
      reads: ["policyArn"],
      atPreview: true,
      when: ({ inputs }) => {
        const name = form.exec(text(inputs, "policyArn") ?? "")?.[1];
        return name === undefined || isAccessPolicy(name)
          ? undefined
          : `The specified policyArn could not be found: ${name}`;
      },
    },
    oneOf("accessScope.type", ["cluster", "namespace"], { source: eksAction("AccessScope") }),
    {
      code: "InvalidParameterException",
      source: eksAction("AccessScope"),
      reads: ["accessScope"],
      atPreview: true,
      when: ({ inputs }) =>
        at(inputs, "accessScope.type") === "namespace" && textsAt(inputs, "accessScope.namespaces").length === 0
          ? "Namespaces are required where the type of the access scope is namespace"
          : undefined,
    },
  ],
  id: ({ inputs }) => `${inputs.clusterName}#${inputs.principalArn}#${inputs.policyArn}`,
  computed: {
    associatedAt: () => new Date().toISOString(),
    modifiedAt: () => new Date().toISOString(),
  },
};
