import { resourceRule } from "../../../core/rule";
import { isNonEmpty } from "../../../core/unknown";

/** What is done in the account can be watched while it is done. */
export const cloudtrailCloudwatch = resourceRule({
  name: "cloudtrail-cloudwatch",
  title: "A trail delivers its events to CloudWatch Logs.",
  severity: "low",
  types: ["aws:cloudtrail/trail:Trail"],
  controls: {
    soc2: ["CC7.2", "CC7.3", "A1.1", "PI1.3"],
    "nist-800-53-r5": [
      ...["AC-2(4)", "AC-3(10)", "AC-4(26)", "AC-6(9)", "AU-2", "AU-3", "AU-4(1)", "AU-6(1)", "AU-6(3)"],
      ...["AU-6(4)", "AU-6(5)", "AU-6(6)", "AU-6(9)", "AU-7(1)", "AU-8", "AU-9(7)", "AU-10", "AU-12"],
      ...["AU-12(1)", "AU-12(2)", "AU-12(3)", "AU-12(4)", "AU-14", "AU-14(3)", "AU-16", "CA-7", "CM-5(1)"],
      ...["CM-6", "CM-9", "IA-3(3)", "MA-4(1)", "PM-14", "PM-31", "SC-7(9)", "SI-3(8)", "SI-4(2)"],
      ...["SI-4(17)", "SI-4(20)", "SI-7(8)", "SI-10(1)"],
    ],
    "iso27001-2022": ["A.8.15", "A.8.16"],
    "pci-4.0": [
      ...["10.2.1", "10.2.2", "10.3.1", "10.4.1", "10.6.3", "11.5.2", "11.6.1", "12.10.5", "5.3.4"],
      ...["A1.2.1", "A3.3.1", "A3.5.1"],
    ],
  },
  remediationSteps:
    "Set cloudWatchLogsGroupArn to the ARN of a log group, with :* at its end, and cloudWatchLogsRoleArn to that of a role that may write to it.",
  docs: {
    why: "Files in a bucket raise no alarm: a new administrator or a deleted key is seen when somebody looks for it.",
    good: {
      "aws:cloudtrail/trail:Trail": {
        cloudWatchLogsGroupArn: "arn:aws:logs:eu-west-1:111122223333:log-group:/trail:*",
        cloudWatchLogsRoleArn: "arn:aws:iam::111122223333:role/trail",
      },
    },
  },
  check({ props: trail }, report) {
    // AWS refuses a group without a role that may write to it.
    if (!isNonEmpty(trail, "cloudWatchLogsGroupArn")) {
      report("events do not go to CloudWatch Logs: set cloudWatchLogsGroupArn and cloudWatchLogsRoleArn");
    }
  },
});
