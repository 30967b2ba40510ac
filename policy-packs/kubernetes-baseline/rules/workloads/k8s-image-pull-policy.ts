import { exemptImages, parseImage } from "../../../core/image";
import { podRule } from "../../../core/pod-rule";
import { type Container, forEachJudgedContainer, forEachWritableContainer } from "../../../core/workload";

/** A tag is looked up each time. */
export const k8sImagePullPolicy = podRule({
  name: "k8s-image-pull-policy",
  title: "Images without a digest are pulled at every start.",
  severity: "low",
  controls: {},
  parameters: exemptImages,
  remediationSteps: "Set imagePullPolicy to Always, or image to one with a digest.",
  docs: {
    why: "A node starts an old image of the same tag, and also one for which the pod has no credentials.",
    good: { containers: [{ name: "app", image: "registry.k8s.io/pause:3.10", imagePullPolicy: "Always" }] },
  },
  check(pod, report, { exemptImages: exempt }) {
    forEachJudgedContainer(pod, exempt, (container, where) => {
      if (!isPulled(container))
        report(`${where} may run an old image: set imagePullPolicy to Always, or add a digest to image`);
    });
  },
  remediate(spec, { exemptImages: exempt }) {
    forEachWritableContainer(spec, exempt, (container) => {
      if (!isPulled(container)) container.imagePullPolicy = "Always";
    });
  },
});

/** Whether nothing old can be run: Kubernetes pulls the latest each time, other tags only where it is told to. */
function isPulled({ image, imagePullPolicy }: Pick<Container, "image" | "imagePullPolicy">): boolean {
  const { tag = "latest", digest } = parseImage(image ?? "");
  return digest !== undefined || (imagePullPolicy ?? (tag === "latest" ? "Always" : "IfNotPresent")) === "Always";
}
