import { resourceRule } from "../../../core/rule";

/** Somebody looks for intruders. */
export const guarddutyEnabled = resourceRule({
  name: "guardduty-enabled",
  title: "A GuardDuty detector is not switched off.",
  severity: "high",
  types: ["aws:guardduty/detector:Detector"],
  controls: {
    soc2: ["CC3.1", "CC3.2", "CC4.2", "CC6.8", "CC7.1", "CC7.2", "CC7.3", "CC7.4"],
    "nist-800-53-r5": [
      ...["AC-2(12)", "AC-3(12)", "AU-3(1)", "AU-6(1)", "AU-6(5)", "AU-12(3)", "AU-14", "CA-2", "CA-7"],
      ...["CM-8(3)", "PE-6(2)", "PE-6(4)", "PM-14", "PM-16", "PM-31", "RA-1", "RA-3(4)", "RA-3", "RA-5"],
      ...["RA-5(4)", "RA-10", "SC-5(1)", "SC-5(3)", "SC-5", "SC-43", "SI-3(8)", "SI-4", "SI-4(1)"],
      ...["SI-4(2)", "SI-4(3)", "SI-4(4)", "SI-4(10)", "SI-4(13)", "SI-4(14)", "SI-4(23)", "SI-4(25)"],
      ...["SI-5(1)", "SI-5"],
    ],
    "iso27001-2022": ["A.5.19", "A.5.21", "A.5.25", "A.5.28", "A.5.29", "A.8.7", "A.8.9"],
    "pci-4.0": ["11.5.1"],
  },
  remediationSteps: "Set enable to true or leave it out.",
  docs: {
    why: "A detector that is off finds nothing, while everyone believes that it looks.",
    good: { "aws:guardduty/detector:Detector": { enable: true } },
  },
  check({ props: detector }, report) {
    // True is the provider's default (internal/service/guardduty/detector.go).
    if (detector.enable === false) report("nothing is detected: set enable to true");
  },
  remediate({ props: detector }) {
    if (detector.enable === false) detector.enable = true;
  },
});
