import type { Quota } from "./quota";

/** Quotas of Amazon EC2, per Region. */
export const ec2Quotas = {
  elasticIps: {
    service: "ec2",
    code: "L-0263D0A3",
    name: "EC2-VPC Elastic IPs",
    value: 5,
    adjustable: true,
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html",
    date: "2026-11-24",
  },
  /** Not listed in Service Quotas. */
  userData: {
    service: "ec2",
    code: "user-data-bytes",
    name: "Bytes of user data before they are encoded",
    value: 16_384,
    adjustable: false,
    source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-add-user-data.html",
    date: "2026-11-24",
  },
} as const satisfies Record<string, Quota>;
