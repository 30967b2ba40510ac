import { parseCidr } from "../../../components/core/cidr";
import { text } from "../../values";
import type { Refusal } from "../model";

/** Refuses, with `code`, an IPv4 block that is no block or not between /16 and /28, as for VPCs and subnets alike. */
export const cidrRangeRefusal = (code: string, source: string): Refusal => ({
  code,
  source,
  on: ["create"],
  reads: ["cidrBlock"],
  atPreview: true,
  when: ({ inputs }) => {
    const given = text(inputs, "cidrBlock");
    const cidr = given === undefined ? undefined : parseCidr(given);
    const isFine = given === undefined || (cidr !== undefined && cidr.prefix >= 16 && cidr.prefix <= 28);
    return isFine ? undefined : `The CIDR '${given}' is invalid.`;
  },
});
