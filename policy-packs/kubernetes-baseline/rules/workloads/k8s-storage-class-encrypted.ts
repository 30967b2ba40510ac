import { z } from "zod";
import { resourceRule } from "../../../core/rule";

/** Provisioners of EBS volumes: the driver, that of EKS Auto Mode, and the one that was part of Kubernetes. */
const ebs = ["ebs.csi.aws.com", "ebs.csi.eks.amazonaws.com", "kubernetes.io/aws-ebs"];

/** Volumes that Kubernetes makes are encrypted. */
export const k8sStorageClassEncrypted = resourceRule({
  name: "k8s-storage-class-encrypted",
  title: "A storage class for EBS encrypts its volumes, and claims name an allowed class.",
  severity: "medium",
  types: ["kubernetes:storage.k8s.io/v1:StorageClass", "kubernetes:core/v1:PersistentVolumeClaim"],
  controls: {},
  parameters: z.object({
    /** Classes that claims may name; one that names none has the cluster's default. */
    allowedStorageClasses: z.array(z.string()).default(["gp3", "gp3-encrypted"]),
  }),
  remediationSteps:
    'Set parameters.encrypted of the StorageClass to "true"; name an allowed class in storageClassName.',
  docs: {
    why: "EBS encrypts a volume only where somebody asks for it, in the class or for the whole account.",
    good: {
      "kubernetes:storage.k8s.io/v1:StorageClass": {
        provisioner: "ebs.csi.aws.com",
        parameters: { type: "gp3", encrypted: "true" },
      },
      "kubernetes:core/v1:PersistentVolumeClaim": { spec: { storageClassName: "gp3" } },
    },
  },
  check(resource, report, { allowedStorageClasses }) {
    if (resource.type === "kubernetes:core/v1:PersistentVolumeClaim") {
      // An empty name asks for a volume that is there already.
      const name = resource.props.spec?.storageClassName;
      if (name && !allowedStorageClasses.includes(name)) {
        report("the claim names a class that is not allowed: set spec.storageClassName to an allowed one");
      }
      return;
    }
    const { provisioner, parameters } = resource.props;
    if (ebs.includes(provisioner ?? "") && String(parameters?.encrypted).toLowerCase() !== "true") {
      report('volumes of the class are not encrypted: set parameters.encrypted to "true"');
    }
  },
});
