import type { Model } from "../model";

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
  id: ({ scope }) => scope.account,
};

export const vpcBlockPublicAccessOptions: Model = {
  type: "aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions",
  schema: "internal/service/ec2/vpc_block_public_access_options.go",
  immutable: [],
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
  id: ({ digits }) => `vpcbpa-exclude-0${digits.slice(0, 16)}`,
  computed: {
    resourceArn: ({ scope, inputs }) =>
      scope.arn("ec2", inputs.vpcId === undefined ? `subnet/${inputs.subnetId}` : `vpc/${inputs.vpcId}`),
  },
};
