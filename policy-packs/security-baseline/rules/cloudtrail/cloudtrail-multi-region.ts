import { resourceRule } from "../../../core/rule";
import { forEachKnown } from "../../../core/unknown";

/** Trails see the whole account. */
export const cloudtrailMultiRegion = resourceRule({
  name: "cloudtrail-multi-region",
  title: "A trail records all regions and global services, and is on.",
  severity: "high",
  types: ["aws:cloudtrail/trail:Trail"],
  controls: {
    "cis-aws-3.0": ["3.1"],
    "cis-aws-5.0": ["3.1"],
    "cis-aws-7.0": ["4.1"],
    soc2: ["CC2.1", "CC7.2", "A1.1", "PI1.3"],
    "nist-800-53-r5": [
      ...["AC-2(4)", "AC-3(10)", "AC-4(26)", "AC-6(9)", "AU-2", "AU-3(1)", "AU-3", "AU-6(3)"],
      ...["AU-6(4)", "AU-6(6)", "AU-6(9)", "AU-8", "AU-10", "AU-12", "AU-12(1)", "AU-12(2)", "AU-12(3)"],
      ...["AU-12(4)", "AU-14", "AU-14(3)", "CA-7", "CM-5(1)", "CM-6", "CM-9", "IA-3(3)", "MA-4(1)", "PM-14"],
      ...["PM-31", "SC-7(9)", "SI-1", "SI-3(8)", "SI-4(2)", "SI-4(17)", "SI-4(20)", "SI-7(8)", "SI-10(1)"],
    ],
    "pci-4.0": ["10.2.1", "10.2.2", "10.3.1", "10.6.3", "5.3.4", "A1.2.1"],
  },
  remediationSteps: "Set isMultiRegionTrail to true, and leave enableLogging and includeGlobalServiceEvents at true.",
  docs: {
    why: "Intruders work in regions that nobody looks at, and what no trail records never happened.",
    good: { "aws:cloudtrail/trail:Trail": { s3BucketName: "example-trail", isMultiRegionTrail: true } },
  },
  check({ props: trail }, report) {
    forEachKnown(["isMultiRegionTrail", "enableLogging", "includeGlobalServiceEvents"] as const, (property) => {
      // The provider's default is false for the first, and true for the others.
      if ((trail[property] ?? property !== "isMultiRegionTrail") !== true) {
        report(`${gaps[property]}: set ${property} to true`);
      }
    });
  },
  remediate({ props: trail }) {
    if (trail.isMultiRegionTrail !== true) trail.isMultiRegionTrail = true;
    if (trail.enableLogging === false) trail.enableLogging = true;
    if (trail.includeGlobalServiceEvents === false) trail.includeGlobalServiceEvents = true;
  },
});

const gaps = {
  isMultiRegionTrail: "other regions are not recorded",
  enableLogging: "the trail records nothing",
  includeGlobalServiceEvents: "IAM and other global services are not recorded",
};
