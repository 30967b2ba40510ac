import { ec2Quotas } from "../../quotas/ec2";
import { countQuota } from "../../quotas/quota";
import type { Properties } from "../../values";
import { ec2Id } from "../ids";
import type { Made, Model } from "../model";
import { dashed, publicAddress } from "./addresses";
import { addressProperties } from "./nat-gateway";
import { action, givenOf, oneOf } from "./parameters";

const isOwn = (properties: Properties) =>
  givenOf(properties, ["customerOwnedIpv4Pool", "ipamPoolId"]).length > 0 ||
  (properties.publicIpv4Pool !== undefined && properties.publicIpv4Pool !== "amazon");
const address = ({ digits }: Made) => publicAddress(digits);

export const eip: Model = {
  type: "aws:ec2/eip:Eip",
  schema: "internal/service/ec2/ec2_eip.go",
  tagged: true,
  immutable: ["address", "domain", "ipamPoolId", "networkBorderGroup", "publicIpv4Pool"],
  refusals: [
    oneOf({ domain: ["vpc"] }, action("AllocateAddress")),
    countQuota(
      ec2Quotas.elasticIps,
      { code: "AddressLimitExceeded", message: () => "The maximum number of addresses has been reached." },
      // An account's own addresses, brought or of a pool, do not count.
      ({ scope, inputs }) =>
        isOwn(inputs) ? 0 : scope.list("aws:ec2/eip:Eip").filter(({ outputs }) => !isOwn(outputs)).length,
    ),
    {
      code: "InvalidIPAddress.InUse",
      source: action("ReleaseAddress"),
      on: ["delete"],
      when: ({ scope, prior }) => {
        const id = prior?.id ?? "";
        const gateway = "aws:ec2/natGateway:NatGateway";
        const [user] = addressProperties.flatMap((path) => scope.having(gateway, path, id));
        return user && `The address with allocation id [${id}] is in use by ${user.id}`;
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
