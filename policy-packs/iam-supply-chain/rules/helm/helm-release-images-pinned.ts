import { forEachProperty } from "../../../core/properties";
import { resourceRule } from "../../../core/rule";

const release = "kubernetes:helm.sh/v3:Release";

/** A release runs the images that were tested. */
export const helmReleaseImagesPinned = resourceRule({
  name: "helm-release-images-pinned",
  title: "The values of a Helm release do not ask for the latest image.",
  severity: "medium",
  types: [release],
  controls: {},
  remediationSteps: "Set the tag in the values to a version, or leave it to the chart, whose version is pinned.",
  docs: {
    why: "A release's objects are made by Helm, unseen by the rules for workloads; with the tag latest a restart of a pod runs what nobody tested.",
    good: {
      [release]: {
        chart: "oci://111122223333.dkr.ecr.eu-central-1.amazonaws.com/charts/shop",
        version: "1.4.2",
        values: { image: { repository: "111122223333.dkr.ecr.eu-central-1.amazonaws.com/shop", tag: "1.4.2" } },
      },
    },
  },
  check({ props: { values } }, report) {
    forEachProperty(values, "values", (key, value, path) => {
      if (typeof value !== "string") return;
      const isTag = /^(image)?tag$/i.test(key) && value === "latest";
      const isImage = /image$/i.test(key) && value.endsWith(":latest");
      if (isTag || isImage) report(`${path} asks for the latest image: set a version`);
    });
  },
});
