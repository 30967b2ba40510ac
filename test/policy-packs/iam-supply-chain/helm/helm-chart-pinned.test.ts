import { helmChartPinned } from "../../../../policy-packs/iam-supply-chain/rules/helm/helm-chart-pinned";
import { testRule } from "../../../support/rule";

testRule(helmChartPinned, {
  bad: {
    "no version": { unset: ["version"] },
    "an empty version": { set: { version: "" } },
    "a minor version": { set: { version: "3.12" } },
    "a caret": { set: { version: "^3.12.2" } },
    "a tilde": { set: { version: "~3.12.2" } },
    "an x": { set: { version: "3.12.x" } },
    "a range": { set: { version: ">=3.12.2" } },
    "two ranges": { set: { version: "3.12.2 - 3.13.0" } },
    "an asterisk": { set: { version: "*" } },
    "unfinished versions": { set: { devel: true } },
    "a chart of a registry without a version": {
      props: { chart: "oci://111122223333.dkr.ecr.eu-central-1.amazonaws.com/charts/shop" },
    },
  },
  good: {
    "a v before the version": { set: { version: "v1.16.2" } },
    "a release candidate": { set: { version: "1.17.0-rc.1" } },
    "a build": { set: { version: "1.17.0+build.5" } },
    "a folder": { props: { path: "./charts/shop" } },
    "a folder as the chart": { props: { chart: "./charts/shop" } },
    "an archive": { props: { chart: "https://example.com/charts/shop-1.4.2.tgz" } },
    "a component of which nothing is told": { props: {} },
  },
  unknown: ["version", "chart"],
});
