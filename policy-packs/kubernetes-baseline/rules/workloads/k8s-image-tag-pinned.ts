import { z } from "zod";
import { exemptImages, parseImage } from "../../../core/image";
import { podRule } from "../../../core/pod-rule";
import { forEachJudgedContainer } from "../../../core/workload";

/** Images are the same today and tomorrow. */
export const k8sImageTagPinned = podRule({
  name: "k8s-image-tag-pinned",
  title: "Images have a tag other than latest, or a digest.",
  severity: "medium",
  controls: {},
  parameters: exemptImages.extend({
    /** Tags that move. */
    tags: z.array(z.string()).default(["latest"]),
    /** Whether a digest is needed, since any tag can be moved. */
    digest: z.boolean().default(false),
  }),
  remediationSteps: "Set image to one with the version's tag, or better with its digest (@sha256:…).",
  docs: {
    why: "Pods of one deployment run different programs by the day that their node pulled the image, and nobody can go back.",
    good: { containers: [{ name: "app", image: "registry.k8s.io/pause:3.10" }] },
  },
  check(pod, report, { exemptImages: exempt, tags, digest }) {
    forEachJudgedContainer(pod, exempt, ({ image }, where) => {
      const parsed = parseImage(image ?? "");
      if (parsed.digest !== undefined) return;
      if (digest) report(`${where} has an image without a digest: add it to image`);
      else if (!parsed.tag || tags.includes(parsed.tag)) {
        report(`${where} has an image that changes: set image to one with the version's tag or a digest`);
      }
    });
  },
});
