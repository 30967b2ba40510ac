import { ecrScanOnPush } from "../../../../policy-packs/iam-supply-chain/rules/ecr/ecr-scan-on-push";
import { testRule } from "../../../support/rule";

const registry = "aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration";

testRule(ecrScanOnPush, {
  bad: {
    "the default": { unset: ["imageScanningConfiguration"] },
    "no scan on push": { set: { "imageScanningConfiguration.scanOnPush": false } },
    "an empty configuration": { set: { imageScanningConfiguration: {} } },
    "a registry without rules": { of: registry, unset: ["rules"] },
    "a registry that is scanned by hand": { of: registry, set: { "rules.0.scanFrequency": "MANUAL" } },
  },
  good: {
    "a registry that is scanned all the time": { of: registry, set: { "rules.0.scanFrequency": "CONTINUOUS_SCAN" } },
    "one rule of two": {
      of: registry,
      set: { "rules.1": { scanFrequency: "MANUAL", repositoryFilters: [{ filter: "old", filterType: "WILDCARD" }] } },
    },
  },
  unknown: ["imageScanningConfiguration.scanOnPush"],
  notRemediated: ["a registry without rules", "a registry that is scanned by hand"],
});
