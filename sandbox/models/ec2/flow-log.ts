import { logGroupReference } from "../cloudwatch/references";
import { iamRoleArnReference } from "../iam/references";
import { ec2Id } from "../ids";
import type { Model } from "../model";
import { subnetReference, vpcReference } from "./references";

const defaultFormat = [
  "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status",
]
  .join()
  .split(" ")
  .map((field) => `\${${field}}`)
  .join(" ");

export const flowLog: Model = {
  type: "aws:ec2/flowLog:FlowLog",
  schema: "internal/service/ec2/vpc_flow_log.go",
  tagged: true,
  defaults: {
    logDestinationType: "cloud-watch-logs",
    maxAggregationInterval: 600,
    "destinationOptions.fileFormat": "plain-text",
    "destinationOptions.hiveCompatiblePartitions": false,
    "destinationOptions.perHourPartition": false,
  },
  immutable: [
    "deliverCrossAccountRole",
    "destinationOptions",
    "eniId",
    "iamRoleArn",
    "logDestination",
    "logDestinationType",
    "logFormat",
    "maxAggregationInterval",
    "regionalNatGatewayId",
    "subnetId",
    "trafficType",
    "transitGatewayAttachmentId",
    "transitGatewayId",
    "vpcId",
  ],
  references: {
    iamRoleArn: { ...iamRoleArnReference, code: "InvalidParameter" },
    logDestination: logGroupReference,
    subnetId: subnetReference,
    vpcId: vpcReference,
  },
  refusals: [
    {
      code: "FlowLogAlreadyExists",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateFlowLogs.html",
      on: ["create"],
      when: ({ scope, inputs }) => {
        const keys = ["vpcId", "subnetId", "eniId", "logDestination", "logDestinationType", "trafficType"];
        const isTaken = scope
          .list("aws:ec2/flowLog:FlowLog")
          .some(({ outputs }) => keys.every((key) => outputs[key] === inputs[key]));
        return isTaken ? "There is an existing Flow Log with the same configuration and log destination." : undefined;
      },
    },
  ],
  id: ec2Id("fl"),
  computed: {
    arn: ({ scope, id }) => scope.arn("ec2", `vpc-flow-log/${id}`),
    logFormat: () => defaultFormat,
    logDestination: () => undefined,
  },
};
