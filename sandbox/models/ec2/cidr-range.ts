import { parseCidr } from "../../../components/core/cidr";
import { text } from "../../values";
import type { Refusal } from "../model";
import { badParameter } from "./parameters";
import { isWithin } from "./vpc-blocks";

/** Refuses an IPv4 block that is no block, or, with `code`, one that is not between /16 and /28: VPCs and subnets. */
export function cidrRefusals(code: string, source: string): Refusal[] {
  const check = (refusalCode: string, when: (given: string) => string | undefined) =>
    badParameter(
      refusalCode,
      source,
      ["cidrBlock"],
      (inputs) => {
        const given = text(inputs, "cidrBlock");
        return given === undefined ? undefined : when(given);
      },
      ["create"],
    );
  return [
    check("InvalidParameterValue", (given) =>
      parseCidr(given) === undefined
        ? `Value (${given}) for parameter cidrBlock is invalid. This is not a valid CIDR block.`
        : undefined,
    ),
    check(code, (given) => {
      const { prefix } = parseCidr(given) ?? { prefix: 0 };
      return prefix >= 16 && prefix <= 28 ? undefined : `The CIDR '${given}' is invalid.`;
    }),
  ];
}

/** Refuses the link-local range, which no VPC can have. */
export const reservedRange: Refusal = badParameter(
  "InvalidVpc.Range",
  "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html",
  ["cidrBlock"],
  (inputs) => {
    const given = text(inputs, "cidrBlock") ?? "";
    const block = parseCidr(given);
    return block && isWithin(["169.254.0.0/16"], block) ? `The CIDR '${given}' is reserved.` : undefined;
  },
  ["create"],
);
