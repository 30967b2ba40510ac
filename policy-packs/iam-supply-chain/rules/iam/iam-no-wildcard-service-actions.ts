import { z } from "zod";
import { anything, forEachAllow, grants, policiesWith, policyTypes } from "../../../core/identity-policy";
import { resourceRule } from "../../../core/rule";

/** Services in which every action means to read all data, to grant oneself more, or to switch off what watches. */
const sensitive = [
  "cloudtrail",
  "config",
  "guardduty",
  "iam",
  "kms",
  "organizations",
  "s3",
  "secretsmanager",
  "securityhub",
  "ssm",
  "sso",
  "sts",
];

/** Nobody may do everything in a service that protects the others. */
export const iamNoWildcardServiceActions = resourceRule({
  name: "iam-no-wildcard-service-actions",
  title: "No policy allows every action of a sensitive service.",
  severity: "medium",
  types: policyTypes,
  parameters: z.object({
    services: z.array(z.string()).default(sensitive).describe("Prefixes of the services' actions."),
  }),
  controls: {
    soc2: ["CC3.3"],
    "pci-4.0": [
      "3.5.1",
      "3.6.1",
      "3.7.1",
      "3.7.2",
      "3.7.4",
      "3.7.6",
      "3.7.7",
      "4.2.1",
      "7.2.1",
      "7.2.2",
      "7.2.3",
      "7.2.5",
      "7.3.1",
      "7.3.2",
      "7.3.3",
      "8.2.7",
      "8.2.8",
      "8.3.4",
    ],
  },
  remediationSteps: "Name the actions that are needed in place of the service's wildcard.",
  docs: {
    why: "A wildcard holds what nobody thought of: deleting keys, opening buckets, stopping the audit trail.",
    good: policiesWith({ Effect: "Allow", Action: ["s3:GetObject", "s3:List*"], Resource: "*" }),
  },
  check({ props }, report, { services }) {
    forEachAllow(props, (statement, where) => {
      const whole = services.filter((service) => grants(statement, `${service}:${anything}`));
      if (whole.length > 0) report(`${where} allows every action of ${whole.join(", ")}: name the actions`);
    });
  },
});
