import { makeSubnet, makeVpc } from "../../../support/models";
import { missing, showsInputs } from "./support";

const defaultsType = "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults";
const optionsType = "aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions";
const exclusionType = "aws:ec2/vpcBlockPublicAccessExclusion:VpcBlockPublicAccessExclusion";

const defaults = () => ({ httpTokens: "required", httpPutResponseHopLimit: 64 });
showsInputs("InvalidParameterValue", "a default of the metadata service", defaultsType, {
  fine: defaults,
  but: () => ({ httpTokens: "always" }),
  says: /httpTokens/,
});
for (const httpPutResponseHopLimit of [0, 65]) {
  showsInputs("InvalidParameterValue", `${httpPutResponseHopLimit} hops`, defaultsType, {
    fine: defaults,
    but: () => ({ httpPutResponseHopLimit }),
    says: /httpPutResponseHopLimit/,
  });
}
showsInputs("InvalidParameterValue", "what is blocked", optionsType, {
  fine: () => ({ internetGatewayBlockMode: "block-ingress" }),
  but: () => ({ internetGatewayBlockMode: "block-egress" }),
});

const excluded = ({ id }: { id: string }) => ({ vpcId: id, internetGatewayExclusionMode: "allow-egress" });
showsInputs("InvalidParameterValue", "what an exclusion allows", exclusionType, {
  given: makeVpc,
  fine: excluded,
  but: () => ({ internetGatewayExclusionMode: "allow-ingress" }),
});
showsInputs("InvalidParameterCombination", "an exclusion of a VPC and a subnet", exclusionType, {
  given: makeVpc,
  fine: excluded,
  but: ({ id }) => ({ subnetId: makeSubnet(id, "10.0.0.0/24").id }),
});
showsInputs("InvalidVpcID.NotFound", "an exclusion of an unknown VPC", exclusionType, {
  given: makeVpc,
  fine: excluded,
  but: () => ({ vpcId: missing("vpc") }),
});
showsInputs("InvalidSubnetID.NotFound", "an exclusion of an unknown subnet", exclusionType, {
  given: () => makeSubnet(makeVpc().id, "10.0.0.0/24"),
  fine: ({ id }) => ({ subnetId: id, internetGatewayExclusionMode: "allow-egress" }),
  but: () => ({ subnetId: missing("subnet") }),
});
