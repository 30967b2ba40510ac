import type { Quota } from "./quota";

const page = "https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html";
const vpc = (code: string, name: string, value: number, adjustable = true): Quota => ({
  service: "vpc",
  code,
  name,
  value,
  adjustable,
  source: page,
  date: "2026-11-24",
});

/** Quotas of Amazon VPC, per Region unless the name says otherwise. */
export const vpcQuotas = {
  vpcs: vpc("L-F678F1CE", "VPCs per Region", 5),
  subnetsPerVpc: vpc("L-407747CB", "Subnets per VPC", 200),
};
