import { z } from "zod";
import { resourceRule } from "../../../core/rule";
import { forEachKnown, someKnown } from "../../../core/unknown";

const types = ["INDEX_SLOW_LOGS", "SEARCH_SLOW_LOGS", "AUDIT_LOGS"] as const;

const good = {
  logPublishingOptions: types.map((logType) => ({
    logType,
    cloudwatchLogGroupArn: "arn:aws:logs:eu-west-1:111122223333:log-group:/opensearch/orders",
  })),
};

/** A domain says who asked for what, and what took long. */
export const opensearchLogging = resourceRule({
  name: "opensearch-logging",
  title: "An OpenSearch domain publishes its audit log and its slow logs.",
  severity: "medium",
  types: ["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain"],
  parameters: z.object({
    logTypes: z
      .array(z.enum([...types, "ES_APPLICATION_LOGS"]))
      .default([...types])
      .describe("Logs that every domain publishes; audit logs need fine-grained access control"),
  }),
  controls: {
    soc2: ["A1.1"],
    "nist-800-53-r5": ["AU-10"],
    "iso27001-2022": ["A.8.15"],
    "pci-4.0": ["10.5.1", "5.3.4"],
  },
  remediationSteps:
    "Add to logPublishingOptions one with logType AUDIT_LOGS, INDEX_SLOW_LOGS and SEARCH_SLOW_LOGS each, with the ARN of a log group as cloudwatchLogGroupArn.",
  docs: {
    why: "After a leak nobody can say what was searched for, by whom, and outages by heavy queries stay a riddle.",
    good: { "aws:opensearch/domain:Domain": good, "aws:elasticsearch/domain:Domain": good },
  },
  check({ props: domain }, report, { logTypes }) {
    forEachKnown(logTypes, (wanted) => {
      // Published unless it says otherwise (internal/service/opensearch/domain.go: enabled defaults to true).
      const published = someKnown<LogPublishing>(
        domain.logPublishingOptions,
        ({ logType, enabled }) => logType === wanted && enabled !== false,
      );
      if (!published) report(`${wanted} is not published: add it to logPublishingOptions`);
    });
  },
});

interface LogPublishing {
  readonly logType?: string;
  readonly enabled?: boolean;
}
