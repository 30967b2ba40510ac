import { z } from "zod";
import { valueAt } from "../../../core/json";
import { untypedRule } from "../../../core/rule";
import { isNonEmpty } from "../../../core/unknown";
import { matchesAny } from "../../../core/wildcard";

const parameters = z.object({
  repositories: z
    .array(z.string())
    .default([
      "oci://*.dkr.ecr.*.amazonaws.com/*",
      "oci://public.ecr.aws/*",
      "https://aws.github.io/*",
      "https://charts.external-secrets.io*",
      "https://charts.jetstack.io*",
      "https://kubernetes-sigs.github.io/*",
      "https://prometheus-community.github.io/*",
    ])
    .describe("Where charts may come from, with * for any characters."),
});

/** What is installed into a cluster comes from those who are trusted with it. */
export const helmChartRepositories = untypedRule({
  name: "helm-chart-repositories",
  title: "Helm charts come from repositories that are allowed.",
  severity: "high",
  types: ["kubernetes:helm.sh/v3:Release", "kubernetes:helm.sh/v3:Chart", "kubernetes:helm.sh/v4:Chart"],
  parameters,
  controls: {},
  remediationSteps:
    "Copy the chart to ECR and name it as oci://…, or have its repository added to this rule's configuration; set the repository's URL, not a name of it.",
  docs: {
    why: "A chart may make cluster roles, webhooks and privileged pods: whoever publishes it, or takes over the name of its repository, has the cluster.",
    good: [
      {
        type: "kubernetes:helm.sh/v3:Release",
        name: "metrics-server",
        props: {
          chart: "metrics-server",
          version: "3.12.2",
          repositoryOpts: { repo: "https://kubernetes-sigs.github.io/metrics-server" },
        },
      },
      {
        type: "kubernetes:helm.sh/v3:Release",
        name: "shop",
        props: { chart: "oci://111122223333.dkr.ecr.eu-central-1.amazonaws.com/charts/shop", version: "1.4.2" },
      },
    ],
  },
  check({ props }, report, { repositories }) {
    // Not every SDK tells what a component was given, and a chart of the program's own folder has only a path.
    if (!isNonEmpty(props, "chart")) return;
    const chart = String(props.chart);
    if (/^[./~]/.test(chart)) return;
    const repository = valueAt(props, "repositoryOpts", "repo") ?? valueAt(props, "fetchOpts", "repo");
    const source = /^[a-z]+:\/\//.test(chart) ? chart : repository;
    if (typeof source !== "string" || source === "") {
      report("the repository is looked up in the Helm settings of whoever deploys: set repositoryOpts.repo to its URL");
    } else if (!matchesAny(source, repositories)) {
      report("the chart comes from a repository that is not allowed: copy it to one that is");
    }
  },
});
