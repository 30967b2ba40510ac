import { resourceRule } from "../../../core/rule";
import { isNonEmpty } from "../../../core/unknown";

const addon = "aws:eks/addon:Addon";

/** Add-ons change when somebody changes them. */
export const eksAddonVersionPinned = resourceRule({
  name: "eks-addon-version-pinned",
  title: "An add-on of a cluster is named with its version.",
  severity: "medium",
  types: [addon],
  controls: {},
  remediationSteps:
    "Set addonVersion to one that aws eks describe-addon-versions lists for the cluster's version, and raise both together.",
  docs: {
    why: "Without a version AWS takes its default of that day: clusters made from one program differ, and after an upgrade of the cluster the network plugin stays behind, unseen by any preview.",
    component: "Cluster pins the version of each add-on by that of the cluster.",
    good: {
      [addon]: { clusterName: "shop", addonName: "coredns", addonVersion: "v1.12.4-eksbuild.1" },
    },
  },
  check({ props }, report) {
    if (!isNonEmpty(props, "addonVersion")) report("the add-on is AWS's default of the day: set addonVersion");
  },
});
