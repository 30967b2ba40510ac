import { untypedRule } from "../../../core/rule";
import { isNonEmpty } from "../../../core/unknown";

/** What was tested is what is installed. */
export const helmChartPinned = untypedRule({
  name: "helm-chart-pinned",
  title: "A Helm chart is named with its version.",
  severity: "medium",
  /**
   * Not releases: their provider has put the version that it found into the inputs before a policy sees them
   * (pulumi-kubernetes, provider/pkg/provider/helm_release.go: Check).
   */
  types: ["kubernetes:helm.sh/v3:Chart", "kubernetes:helm.sh/v4:Chart"],
  controls: {},
  remediationSteps: "Set version of the chart to a single version, e.g. 4.11.3, and raise it by a review.",
  docs: {
    why: "Without a version each deployment installs the newest chart there is, so that two environments differ and a deployment that changed nothing breaks one.",
    good: [
      {
        type: "kubernetes:helm.sh/v3:Chart",
        name: "metrics-server",
        props: {
          chart: "metrics-server",
          version: "3.12.2",
          fetchOpts: { repo: "https://kubernetes-sigs.github.io/metrics-server" },
        },
      },
    ],
  },
  check({ props }, report) {
    // A chart of the program's own folder has no chart, or a path; not every SDK tells what a component was given.
    if (!isNonEmpty(props, "chart") || isFile(String(props.chart))) return;
    if (props.devel === true) report("the chart may be an unfinished one: take devel out");
    if (!isNonEmpty(props, "version")) report("the newest chart is installed: set version");
    else if (!isOneVersion(String(props.version))) report("any of several charts is installed: set version to one");
  },
});

const isFile = (chart: string): boolean => /^[./~]|\.tgz$/.test(chart);

/** Helm takes 1.2 and 1 for ranges (helm.sh/docs/chart_best_practices/dependencies); a chart may have a v before its version. */
const isOneVersion = (version: string): boolean => /^=?v?\d+\.\d+\.\d+([-+][\w.+-]+)?$/.test(version.trim());
