import { z } from "zod";
import { matchesImage } from "../../../core/image";
import { podRule } from "../../../core/pod-rule";
import { forEachContainer } from "../../../core/workload";

/** Images come from where somebody looks after them. */
export const k8sImageRegistries = podRule({
  name: "k8s-image-registries",
  title: "Images come from allowed registries.",
  severity: "high",
  controls: { "cis-kubernetes-1.11": ["5.5.1"] },
  parameters: z.object({
    /**
     * Which images are allowed; an asterisk stands for anything within a part of the name, one at the end for anything.
     * Default: private and public registries of ECR, and Kubernetes' own.
     */
    allowedImages: z
      .array(z.string())
      .default([
        ...["*.dkr.ecr.*.amazonaws.com/*", "*.dkr.ecr.*.amazonaws.com.cn/*"],
        ...["public.ecr.aws/*", "registry.k8s.io/*"],
      ]),
  }),
  remediationSteps: "Copy the image to ECR, or let ECR pull it through, and set image to that.",
  docs: {
    why: "Anybody can publish an image that looks like a known one, change it later, or take it down.",
    good: { containers: [{ name: "app", image: "111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop:1.4.2" }] },
  },
  check(pod, report, { allowedImages }) {
    forEachContainer(pod, ({ image }, where) => {
      if (!matchesImage(image ?? "", allowedImages)) {
        report(`${where} has an image from a registry that is not allowed: set image to a copy in ECR`);
      }
    });
  },
});
