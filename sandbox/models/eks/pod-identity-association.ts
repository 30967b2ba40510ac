import { eksQuotas } from "../../quotas/eks";
import { countQuota } from "../../quotas/quota";
import type { Model } from "../model";
import { eksAction, named, ofCluster, trusted } from "./checks";
import { clusterReference, podIdentityRoleReference } from "./references";

const type = "aws:eks/podIdentityAssociation:PodIdentityAssociation";
const keys = ["clusterName", "namespace", "serviceAccount"];
const create = eksAction("CreatePodIdentityAssociation");
const kubernetesNames = "https://kubernetes.io/docs/concepts/overview/working-with-objects/names/";

export const podIdentityAssociation: Model = {
  type,
  schema: "internal/service/eks/pod_identity_association.go",
  tagged: true,
  defaults: { disableSessionTags: false },
  immutable: keys,
  documents: ["policy"],
  references: { clusterName: clusterReference, roleArn: podIdentityRoleReference },
  refusals: [
    {
      code: "ResourceInUseException",
      source: create,
      on: ["create"],
      when: (request) => {
        const { inputs } = request;
        const taken = ofCluster(request, type).find(({ outputs }) => keys.every((key) => outputs[key] === inputs[key]));
        return taken && `Association already exists: ${taken.id}`;
      },
    },
    countQuota(
      eksQuotas.podIdentityAssociations,
      {
        code: "ResourceLimitExceededException",
        message: (limit, { inputs }) => `Cluster ${inputs.clusterName} has reached the limit of ${limit} associations`,
      },
      (request) => ofCluster(request, type).length,
    ),
    trusted("roleArn", "pods.eks.amazonaws.com", {
      source: "https://docs.aws.amazon.com/eks/latest/userguide/pod-id-association.html",
      message: () =>
        "Trust policy of the role provided is invalid. Follow the official documentation to resolve the issue.",
    }),
    named("namespace", /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/, { source: kubernetesNames }),
    named("serviceAccount", /^(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/, {
      source: kubernetesNames,
    }),
    {
      code: "InvalidParameterException",
      source: create,
      reads: ["policy", "disableSessionTags"],
      atPreview: true,
      when: ({ inputs }) =>
        inputs.policy !== undefined && inputs.disableSessionTags !== true
          ? "disableSessionTags must be true where a policy is specified"
          : undefined,
    },
  ],
  id: ({ digits }) => `a-${digits.slice(0, 17)}`,
  computed: {
    associationArn: ({ scope, id, inputs }) => scope.arn("eks", `podidentityassociation/${inputs.clusterName}/${id}`),
    associationId: ({ id }) => id,
    externalId: ({ inputs, digits }) => (inputs.targetRoleArn === undefined ? undefined : digits.slice(17, 53)),
  },
};
