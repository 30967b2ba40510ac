import type { Rule } from "../../../core/rule";
import { helmChartPinned } from "./helm-chart-pinned";
import { helmChartRepositories } from "./helm-chart-repositories";
import { helmReleaseImagesPinned } from "./helm-release-images-pinned";
import { helmReleaseNoPrivileged } from "./helm-release-no-privileged";

export const helmRules: readonly Rule[] = [
  helmChartPinned,
  helmChartRepositories,
  helmReleaseImagesPinned,
  helmReleaseNoPrivileged,
];
