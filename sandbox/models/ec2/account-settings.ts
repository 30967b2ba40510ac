import type { Model } from "../model";
import { action, badParameter, exactlyOneOf, oneOf } from "./parameters";
import { subnetReference, vpcReference } from "./references";

const modifyDefaults = action("ModifyInstanceMetadataDefaults");
const createExclusion = action("CreateVpcBlockPublicAccessExclusion");

/** An account's defaults for the instance metadata service in a region: always there, and set back when deleted. */
export const instanceMetadataDefaults: Model = {
  type: "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults",
  schema: "internal/service/ec2/ec2_instance_metadata_defaults.go",
  defaults: {
    httpEndpoint: "no-preference",
    httpPutResponseHopLimit: -1,
    httpTokens: "no-preference",
    instanceMetadataTags: "no-preference",
  },
  immutable: [],
  refusals: [
    oneOf(
      {
        httpEndpoint: ["disabled", "enabled", "no-preference"],
        httpTokens: ["no-preference", "optional", "required"],
        instanceMetadataTags: ["disabled", "enabled", "no-preference"],
      },
      modifyDefaults,
    ),
    badParameter("InvalidParameterValue", modifyDefaults, ["httpPutResponseHopLimit"], (inputs) => {
      const limit = Number(inputs.httpPutResponseHopLimit ?? -1);
      return limit === -1 || (limit >= 1 && limit <= 64)
        ? undefined
        : `Value (${limit}) for parameter httpPutResponseHopLimit is invalid. It must be 1 to 64, or -1 for no preference.`;
    }),
  ],
  id: ({ scope }) => scope.account,
};

export const vpcBlockPublicAccessOptions: Model = {
  type: "aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions",
  schema: "internal/service/ec2/vpc_block_public_access_options.go",
  immutable: [],
  refusals: [
    oneOf(
      { internetGatewayBlockMode: ["block-bidirectional", "block-ingress", "off"] },
      action("ModifyVpcBlockPublicAccessOptions"),
    ),
  ],
  id: ({ scope }) => scope.region,
  computed: {
    awsAccountId: ({ scope }) => scope.account,
    awsRegion: ({ scope }) => scope.region,
  },
};

export const vpcBlockPublicAccessExclusion: Model = {
  type: "aws:ec2/vpcBlockPublicAccessExclusion:VpcBlockPublicAccessExclusion",
  schema: "internal/service/ec2/vpc_block_public_access_exclusion.go",
  tagged: true,
  immutable: ["subnetId", "vpcId"],
  references: { subnetId: subnetReference, vpcId: vpcReference },
  refusals: [
    exactlyOneOf(["subnetId", "vpcId"], createExclusion),
    oneOf({ internetGatewayExclusionMode: ["allow-bidirectional", "allow-egress"] }, createExclusion),
  ],
  id: ({ digits }) => `vpcbpa-exclude-0${digits.slice(0, 16)}`,
  computed: {
    resourceArn: ({ scope, inputs }) =>
      scope.arn("ec2", inputs.vpcId === undefined ? `subnet/${inputs.subnetId}` : `vpc/${inputs.vpcId}`),
  },
};
