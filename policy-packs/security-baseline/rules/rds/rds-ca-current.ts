import { resourceRule } from "../../../core/rule";

/**
 * Authorities whose certificates have expired: the last, of 2019, in August 2024. The current ones last until 2061 and 2121.
 *
 * Source: docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL-certificate-rotation.html, read 2026-11-25.
 */
const retired: readonly string[] = ["rds-ca-2010", "rds-ca-2015", "rds-ca-2017", "rds-ca-2019"];

/** Clients can tell that they speak to the database. */
export const rdsCaCurrent = resourceRule({
  name: "rds-ca-current",
  title: "An RDS instance has no certificate of an authority that has expired.",
  severity: "medium",
  types: ["aws:rds/instance:Instance"],
  controls: {},
  remediationSteps: "Set caCertIdentifier to rds-ca-rsa2048-g1, or leave it out.",
  docs: {
    why: "Clients that verify the certificate are cut off, and the others learn not to verify it.",
    good: { "aws:rds/instance:Instance": { caCertIdentifier: "rds-ca-rsa2048-g1" } },
  },
  check({ props: { caCertIdentifier: authority } }, report) {
    // RDS takes a current one where none is named.
    if (authority && retired.includes(authority)) {
      report("the certificate's authority has expired: set caCertIdentifier to rds-ca-rsa2048-g1");
    }
  },
});
