import { text } from "../../values";
import type { Model } from "../model";
import { clusterReference } from "./references";

const associate = "https://docs.aws.amazon.com/eks/latest/APIReference/API_AssociateAccessPolicy.html";

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
      when: ({ scope, inputs }) => {
        const entry = scope.find("aws:eks/accessEntry:AccessEntry", `${inputs.clusterName}:${inputs.principalArn}`);
        return entry === undefined ? "The specified principalArn could not be found." : undefined;
      },
    },
    {
      code: "InvalidParameterException",
      source: associate,
      reads: ["policyArn"],
      atPreview: true,
      when: ({ inputs }) => {
        const arn = text(inputs, "policyArn");
        const isFine = arn === undefined || /^arn:aws[\w-]*:eks::aws:cluster-access-policy\/\w+$/.test(arn);
        return isFine ? undefined : "The policyArn parameter format is not valid";
      },
    },
  ],
  id: ({ inputs }) => `${inputs.clusterName}#${inputs.principalArn}#${inputs.policyArn}`,
  computed: {
    associatedAt: () => new Date().toISOString(),
    modifiedAt: () => new Date().toISOString(),
  },
};
