import { resourceRule } from "../../../core/rule";
import { forEachKnown } from "../../../core/unknown";

/** Images are scanned for known vulnerabilities. */
export const ecrScanOnPush = resourceRule({
  name: "ecr-scan-on-push",
  title: "An ECR repository or its registry scans images when they are pushed.",
  severity: "medium",
  types: ["aws:ecr/repository:Repository", "aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration"],
  controls: {
    "pci-4.0": ["11.3.1"],
  },
  remediationSteps: "Set imageScanningConfiguration.scanOnPush to true; give a registry's configuration a rule.",
  docs: {
    why: "What nobody scans runs with vulnerabilities that everybody can look up.",
    good: {
      "aws:ecr/repository:Repository": { imageScanningConfiguration: { scanOnPush: true } },
      "aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration": {
        scanType: "BASIC",
        rules: [{ scanFrequency: "SCAN_ON_PUSH", repositoryFilters: [{ filter: "*", filterType: "WILDCARD" }] }],
      },
    },
  },
  check(resource, report) {
    if (resource.type === "aws:ecr/repository:Repository") {
      if (resource.props.imageScanningConfiguration?.scanOnPush !== true) {
        report("images are not scanned: set imageScanningConfiguration.scanOnPush to true");
      }
      return;
    }
    // Without a rule that applies, the registry scans when somebody asks for it
    // (docs.aws.amazon.com/AmazonECR/latest/APIReference/API_RegistryScanningRule.html).
    let scans = false;
    forEachKnown(resource.props.rules, ({ scanFrequency }) => {
      scans ||= scanFrequency === "SCAN_ON_PUSH" || scanFrequency === "CONTINUOUS_SCAN";
    });
    if (!scans) report("no rule scans images: add one with scanFrequency SCAN_ON_PUSH or CONTINUOUS_SCAN");
  },
  remediate(resource) {
    if (resource.type === "aws:ecr/repository:Repository") {
      if (resource.props.imageScanningConfiguration?.scanOnPush === true) return;
      resource.props.imageScanningConfiguration = { scanOnPush: true };
    }
  },
});
