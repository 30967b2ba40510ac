import type { CloudResource } from "../../cloud/resource";
import { isObject, type Properties, text } from "../../values";
import { logGroupReference } from "../cloudwatch/references";
import { iamRoleArnReference } from "../iam/references";
import { ec2Id } from "../ids";
import type { Model, Refusal } from "../model";
import { action, badParameter, exactlyOneOf, givenOf, isGiven, oneOf } from "./parameters";
import { natGatewayReference, subnetReference, vpcReference } from "./references";

const defaultFormat = [
  "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status",
]
  .join()
  .split(" ")
  .map((field) => `\${${field}}`)
  .join(" ");

const type = "aws:ec2/flowLog:FlowLog";
const createFlowLogs = action("CreateFlowLogs");
const watched = [
  "eniId",
  "regionalNatGatewayId",
  "subnetId",
  "transitGatewayAttachmentId",
  "transitGatewayId",
  "vpcId",
];
const isTransit = (inputs: Properties) =>
  givenOf(inputs, ["transitGatewayAttachmentId", "transitGatewayId"]).length > 0;

const refusals: Refusal[] = [
  exactlyOneOf(watched, createFlowLogs),
  oneOf(
    {
      logDestinationType: ["cloud-watch-logs", "kinesis-data-firehose", "s3"],
      maxAggregationInterval: [60, 600],
      trafficType: ["ACCEPT", "ALL", "REJECT"],
    },
    createFlowLogs,
  ),
  badParameter("MissingParameter", createFlowLogs, ["trafficType", ...watched], (inputs) =>
    isTransit(inputs) || isGiven(inputs, "trafficType")
      ? undefined
      : "The request must contain the parameter TrafficType",
  ),
  badParameter("InvalidParameter", createFlowLogs, ["maxAggregationInterval", ...watched], (inputs) =>
    isTransit(inputs) && inputs.maxAggregationInterval !== 60
      ? "MaxAggregationInterval must be 60 seconds for transit gateways."
      : undefined,
  ),
  badParameter("InvalidParameter", createFlowLogs, ["iamRoleArn", "logDestinationType"], (inputs) => {
    const kind = inputs.logDestinationType;
    const hasRole = isGiven(inputs, "iamRoleArn");
    if (kind === "cloud-watch-logs") {
      return hasRole ? undefined : "DeliverLogsPermissionArn can't be empty with LogDestination type cloud-watch-logs";
    }
    // A Firehose stream of another account needs one too.
    return hasRole && kind === "s3" ? "DeliverLogsPermissionArn is not applicable for s3 delivery" : undefined;
  }),
  badParameter("InvalidParameter", createFlowLogs, ["logDestination"], (inputs) =>
    isGiven(inputs, "logDestination") ? undefined : "LogDestination can't be empty.",
  ),
  badParameter("InvalidParameter", createFlowLogs, ["destinationOptions", "logDestinationType"], (inputs) =>
    isObject(inputs.destinationOptions) && inputs.logDestinationType !== "s3"
      ? "DestinationOptions are only applicable for s3 delivery"
      : undefined,
  ),
  {
    code: "FlowLogAlreadyExists",
    source: createFlowLogs,
    on: ["create"],
    when: ({ scope, inputs }) => {
      const keys = [...watched, "logDestination", "logDestinationType", "trafficType"];
      const isSame = ({ outputs }: CloudResource) => keys.every((key) => outputs[key] === inputs[key]);
      const [property = "vpcId"] = givenOf(inputs, watched);
      return scope.having(type, property, text(inputs, property) ?? "").some(isSame)
        ? "There is an existing Flow Log with the same configuration and log destination."
        : undefined;
    },
  },
];

export const flowLog: Model = {
  type,
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
    regionalNatGatewayId: natGatewayReference,
    subnetId: subnetReference,
    vpcId: vpcReference,
  },
  refusals,
  id: ec2Id("fl"),
  computed: {
    arn: ({ scope, id }) => scope.arn("ec2", `vpc-flow-log/${id}`),
    logFormat: () => defaultFormat,
    logDestination: () => undefined,
  },
};
