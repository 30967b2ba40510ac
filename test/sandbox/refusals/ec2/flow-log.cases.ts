import type { Properties } from "../../../../sandbox/values";
import { make, makeRole, makeSubnet, makeVpc } from "../../../support/models";
import { shows } from "../../../support/refusals";
import { makeEip, missing, natGatewayType, showsInputs } from "./support";

const type = "aws:ec2/flowLog:FlowLog";
const bucket = { logDestinationType: "s3", logDestination: "arn:aws:s3:::logs" };

function given() {
  const vpc = makeVpc();
  return {
    vpcId: vpc.id,
    iamRoleArn: makeRole("logs").outputs.arn ?? "",
    logDestination: make("aws:cloudwatch/logGroup:LogGroup", { name: "/vpc" }).outputs.arn ?? "",
  };
}
type Given = ReturnType<typeof given>;
const toGroup = (needs: Given) => ({ ...needs, trafficType: "ALL" });
const toBucket = ({ vpcId }: Given) => ({ vpcId, trafficType: "ALL", ...bucket, maxAggregationInterval: 60 });

const subjects: [string, Properties][] = [
  ["nothing", { vpcId: null }],
  ["two things", { transitGatewayId: "tgw-1" }],
];
for (const [what, but] of subjects) {
  showsInputs<Given>("InvalidParameterCombination", `a flow log of ${what}`, type, {
    given,
    fine: toGroup,
    but: () => but,
  });
}
showsInputs("InvalidParameterValue", "an interval", type, {
  given,
  fine: toBucket,
  but: () => ({ maxAggregationInterval: 120 }),
});
showsInputs("MissingParameter", "no kind of traffic", type, {
  given,
  fine: toGroup,
  but: () => ({ trafficType: null }),
});
const transit = { transitGatewayId: "tgw-1", ...bucket, maxAggregationInterval: 60 };
showsInputs("InvalidParameter", "a transit gateway's flows by ten minutes", type, {
  fine: () => transit,
  but: () => ({ maxAggregationInterval: 600 }),
  says: /60 seconds/,
});
for (const [what, fine, but] of [
  ["a log group without a role", toGroup, () => ({ iamRoleArn: null })],
  ["a bucket with a role", toBucket, ({ iamRoleArn }: Given) => ({ iamRoleArn })],
] as const) {
  showsInputs<Given>("InvalidParameter", `flows to ${what}`, type, {
    given,
    fine,
    but,
    says: /DeliverLogsPermissionArn/,
  });
}
const firehose = "arn:aws:firehose:eu-west-1:222233334444:deliverystream/flows";
showsInputs("InvalidParameter", "flows to a bucket with the role of another account's stream", type, {
  given,
  fine: (needs) => ({ ...toGroup(needs), logDestinationType: "kinesis-data-firehose", logDestination: firehose }),
  but: () => bucket,
  says: /s3 delivery/,
});
showsInputs("InvalidParameter", "flows to nowhere", type, {
  given,
  fine: toBucket,
  but: () => ({ logDestination: null }),
  says: /LogDestination/,
});
showsInputs("InvalidParameter", "a file format of a log group", type, {
  given,
  fine: (needs) => ({ ...toBucket(needs), destinationOptions: { fileFormat: "parquet" } }),
  but: (needs) => ({ ...toGroup(needs), logDestinationType: "cloud-watch-logs" }),
  says: /DestinationOptions/,
});
shows("FlowLogAlreadyExists", "the same flows to the same place", {
  valid: () => {
    const needs = given();
    make(type, toGroup(needs));
    make(type, { ...toGroup(needs), trafficType: "REJECT" });
    make(type, toBucket(needs));
    return needs;
  },
  refused: (needs) => make(type, toGroup(needs)),
});

showsInputs("InvalidVpcID.NotFound", "flows of an unknown VPC", type, {
  given,
  fine: toGroup,
  but: () => ({ vpcId: missing("vpc") }),
});
showsInputs("InvalidSubnetID.NotFound", "flows of an unknown subnet", type, {
  given: () => makeSubnet(makeVpc().id, "10.0.0.0/24"),
  fine: ({ id }) => ({ subnetId: id, trafficType: "ALL", ...bucket }),
  but: () => ({ subnetId: missing("subnet") }),
});
showsInputs("InvalidNatGatewayID.NotFound", "flows of an unknown NAT gateway", type, {
  given: () => {
    const addresses = [{ availabilityZone: "eu-west-1a", allocationIds: [makeEip().id] }];
    const inputs = { vpcId: makeVpc().id, availabilityMode: "regional", availabilityZoneAddresses: addresses };
    return make(natGatewayType, inputs);
  },
  fine: ({ id }) => ({ regionalNatGatewayId: id, trafficType: "ALL", ...bucket }),
  but: () => ({ regionalNatGatewayId: missing("nat") }),
});
shows("InvalidParameter", "an unknown role", {
  valid: () => {
    const needs = given();
    make(type, toGroup(needs));
    return needs;
  },
  refused: (needs) => make(type, { ...toGroup(needs), iamRoleArn: "arn:aws:iam::111122223333:role/gone" }),
});
shows("ResourceNotFoundException", "an unknown log group", {
  valid: () => {
    const needs = given();
    make(type, toGroup(needs));
    return needs;
  },
  refused: (needs) =>
    make(type, { ...toGroup(needs), logDestination: "arn:aws:logs:eu-west-1:111122223333:log-group:/gone" }),
});
