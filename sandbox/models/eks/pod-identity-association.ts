import { iamRoleArnReference } from "../iam/references";
import type { Model } from "../model";
import { clusterReference } from "./references";

const type = "aws:eks/podIdentityAssociation:PodIdentityAssociation";
const keys = ["clusterName", "namespace", "serviceAccount"];

export const podIdentityAssociation: Model = {
  type,
  schema: "internal/service/eks/pod_identity_association.go",
  tagged: true,
  defaults: { disableSessionTags: false },
  immutable: keys,
  references: { clusterName: clusterReference, roleArn: iamRoleArnReference },
  refusals: [
    {
      code: "ResourceInUseException",
      source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_CreatePodIdentityAssociation.html",
      on: ["create"],
      when: ({ scope, inputs }) => {
        const isTaken = scope.list(type).some(({ outputs }) => keys.every((key) => outputs[key] === inputs[key]));
        return isTaken ? "Association already exists" : undefined;
      },
    },
  ],
  id: ({ digits }) => `a-${digits.slice(0, 17)}`,
  computed: {
    associationArn: ({ scope, id, inputs }) => scope.arn("eks", `podidentityassociation/${inputs.clusterName}/${id}`),
    associationId: ({ id }) => id,
  },
};
