import { z } from "zod";
import { documentOf, forEachTrusted, requirementsOf, textsOf } from "../../../core/identity-policy";
import { isRecord } from "../../../core/json";
import { resourceRule } from "../../../core/rule";

/**
 * Services that say for whom they take a role, each in its own guide under "confused deputy". Others, such as EC2 and
 * Lambda, take a role of their own account only or do not say.
 *
 * Sources: the guides at docs.aws.amazon.com, e.g. AmazonECS/latest/developerguide/cross-service-confused-deputy-prevention.html,
 * scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html, vpc/latest/userguide/flow-logs-iam-role.html.
 */
const services = [
  "bedrock.amazonaws.com",
  "cloudtrail.amazonaws.com",
  "codebuild.amazonaws.com",
  "cognito-idp.amazonaws.com",
  "datasync.amazonaws.com",
  "ecs-tasks.amazonaws.com",
  "firehose.amazonaws.com",
  "iot.amazonaws.com",
  "kinesisanalytics.amazonaws.com",
  "monitoring.rds.amazonaws.com",
  "personalize.amazonaws.com",
  "pipes.amazonaws.com",
  "sagemaker.amazonaws.com",
  "scheduler.amazonaws.com",
  "ssm.amazonaws.com",
  "states.amazonaws.com",
  "transfer.amazonaws.com",
  "vpc-flow-logs.amazonaws.com",
];

const keys = ["aws:sourceaccount", "aws:sourcearn", "aws:sourceorgid", "aws:sourceorgpaths"];

/** A service takes the role for one's own resources only. */
export const iamConfusedDeputy = resourceRule({
  name: "iam-confused-deputy",
  title: "A role that a service takes says for which account or resource.",
  severity: "medium",
  types: ["aws:iam/role:Role"],
  parameters: z.object({
    services: z
      .array(z.string())
      .default(services)
      .describe("Services of which it is asked: those that say for whom they act"),
  }),
  controls: {},
  remediationSteps:
    "Add to the statement a condition: StringEquals on aws:SourceAccount with the account's number, or ArnLike on aws:SourceArn.",
  docs: {
    why: "Somebody else who may use the same service has it take the role for a resource of theirs, and acts with what the role may.",
    component: "Network makes the role of its flow logs with both conditions.",
    good: {
      "aws:iam/role:Role": {
        assumeRolePolicy: documentOf({
          Effect: "Allow",
          Principal: { Service: "ecs-tasks.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } },
        }),
      },
    },
  },
  check({ props: { assumeRolePolicy } }, report, { services: asked }) {
    forEachTrusted(assumeRolePolicy, (statement, _principals, where) => {
      const { Principal: principal } = statement;
      const taking = isRecord(principal) ? textsOf(principal.Service) : [];
      const required = requirementsOf(statement);
      if (taking.some((service) => asked.includes(service)) && !keys.some((key) => required.has(key))) {
        report(
          `${where} lets a service take the role for anybody: add a condition on aws:SourceAccount or aws:SourceArn`,
        );
      }
    });
  },
});
