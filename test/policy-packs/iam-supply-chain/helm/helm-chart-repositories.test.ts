import { helmChartRepositories } from "../../../../policy-packs/iam-supply-chain/rules/helm/helm-chart-repositories";
import { testRule } from "../../../support/rule";

testRule(helmChartRepositories, {
  bad: {
    "a repository of somebody": { set: { "repositoryOpts.repo": "https://charts.example.com" } },
    "a registry of somebody": { props: { chart: "oci://registry.example.com/charts/shop", version: "1.4.2" } },
    "an archive of somebody": { props: { chart: "https://example.com/charts/shop-1.4.2.tgz" } },
    "a name of a repository": { props: { chart: "bitnami/postgresql", version: "16.0.0" } },
    "a repository's name in a chart": { set: { repositoryOpts: {}, chart: "stable/metrics-server" } },
    "a chart's own options": {
      unset: ["repositoryOpts"],
      set: { fetchOpts: { repo: "https://charts.example.com" } },
    },
    "a name that begins like an allowed one": {
      set: { "repositoryOpts.repo": "https://aws.github.io.example.com/charts" },
    },
    "one that a company does not allow": { configuration: { repositories: ["oci://*"] } },
  },
  good: {
    "a folder": { props: { chart: "./charts/shop" } },
    "a chart's own options": {
      unset: ["repositoryOpts"],
      set: { fetchOpts: { repo: "https://kubernetes-sigs.github.io/metrics-server/" } },
    },
    "one that a company allows": {
      set: { "repositoryOpts.repo": "https://charts.example.com" },
      configuration: { repositories: ["https://charts.example.com"] },
    },
    "a component of which nothing is told": { props: {} },
  },
  unknown: ["chart", "repositoryOpts", "repositoryOpts.repo"],
});
