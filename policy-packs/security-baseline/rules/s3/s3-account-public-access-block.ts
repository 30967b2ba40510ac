import { publicAccessSwitches } from "../../../core/buckets";
import { notPublic } from "../../../core/controls";
import { resourceRule } from "../../../core/rule";
import { forEachKnown } from "../../../core/unknown";

/** No bucket of the account can be made public. */
export const s3AccountPublicAccessBlock = resourceRule({
  name: "s3-account-public-access-block",
  title: "An account's public access block, where there is one, blocks public ACLs and public policies.",
  severity: "high",
  types: ["aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock"],
  controls: {
    "cis-aws-3.0": ["2.1.4"],
    "cis-aws-5.0": ["2.1.4"],
    "cis-aws-7.0": ["3.1.4"],
    "nist-800-53-r5": [...notPublic.nist, "CM-6", "CM-9"],
    "iso27001-2022": ["A.8.1"],
    "pci-4.0": notPublic.pci,
  },
  remediationSteps:
    "Set blockPublicAcls, blockPublicPolicy, ignorePublicAcls and restrictPublicBuckets to true; serve what is public by CloudFront.",
  docs: {
    why: "The account's block holds for buckets that nobody thought of; a switch that is off makes it a sieve.",
    good: {
      "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock": {
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      },
    },
  },
  check({ props: block }, report) {
    // A switch is off where nothing is said.
    forEachKnown(publicAccessSwitches, (one) => {
      if (block[one] !== true) report(`public access to the account's buckets is not blocked: set ${one} to true`);
    });
  },
  remediate({ props: block }) {
    forEachKnown(publicAccessSwitches, (one) => {
      if (block[one] !== true) block[one] = true;
    });
  },
});
