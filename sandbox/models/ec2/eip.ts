import { ec2Id } from "../ids";
import type { Made, Model } from "../model";
import { dashed, publicAddress } from "./addresses";

const address = ({ digits }: Made) => publicAddress(digits);

export const eip: Model = {
  type: "aws:ec2/eip:Eip",
  schema: "internal/service/ec2/ec2_eip.go",
  tagged: true,
  immutable: ["address", "domain", "ipamPoolId", "networkBorderGroup", "publicIpv4Pool"],
  refusals: [
    {
      code: "InvalidIPAddress.InUse",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ReleaseAddress.html",
      on: ["delete"],
      retried: true,
      when: ({ scope, prior }) => {
        const user = scope
          .list("aws:ec2/natGateway:NatGateway")
          .find(({ outputs }) => outputs.allocationId === prior?.id);
        return user && `The address with allocation id [${prior?.id}] is in use by ${user.id}`;
      },
    },
  ],
  id: ec2Id("eipalloc"),
  computed: {
    allocationId: ({ id }) => id,
    arn: ({ scope, id }) => scope.arn("ec2", `elastic-ip/${id}`),
    domain: () => "vpc",
    networkBorderGroup: ({ scope }) => scope.region,
    publicIp: address,
    publicIpv4Pool: () => "amazon",
    publicDns: (made) => `ec2-${dashed(address(made))}.${made.scope.region}.compute.amazonaws.com`,
  },
};
