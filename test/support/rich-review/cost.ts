import type { Review } from "../../../review/model/schema";
import { database } from "./urns";

/** A cost that rises, with a price that is not verified and one that is not there. */
export function cost(): Review["cost"] {
  const row = (name: string, before: number, after: number) => ({ name, before, after });
  return {
    ...{ before: 1812.4, after: 2094.3 },
    rows: {
      service: [
        row("RDS", 412.3, 760.5),
        row("NAT gateway", 98.55, 65.7),
        row("EKS", 73, 73),
        row("EC2", 1190.12, 1190.12),
        row("VPC endpoints", 0, 21.9),
        row("S3", 38.43, 38.43),
      ],
      team: [row("team-orders", 412.3, 760.5), row("platform-team", 1361.67, 1295.37), row("", 38.43, 38.43)],
      stack: [row("prod-data", 450.73, 798.93), row("prod-network", 171.55, 160.6)],
      component: [row("orders", 412.3, 760.5)],
    },
    lines: [
      {
        urn: database,
        stack: "prod-data",
        item: "RDS storage, GB-month",
        quantity: { before: 200, after: 400 },
        unitUsd: 0.127,
        before: 25.4,
        after: 50.8,
        source: 0,
      },
      {
        urn: database,
        stack: "prod-data",
        item: "RDS db.m5.large, hours",
        quantity: { before: 730, after: 730 },
        unitUsd: 0.44,
        before: 321.2,
        after: 642.4,
        source: 1,
      },
    ],
    sources: [
      {
        url: "https://aws.amazon.com/rds/postgresql/pricing/",
        date: "2026-11-20",
        region: "eu-west-1",
        verified: true,
        exact: true,
      },
      { url: "https://prices.example.com/rds", date: "2026-10-01", region: "eu-west-1", verified: false, exact: false },
    ],
    gaps: [
      {
        urn: database,
        stack: "prod-data",
        type: "aws:rds/instance:Instance",
        kind: "unknown",
        what: "backup storage beyond the instance",
        changed: true,
      },
    ],
    resources: { priced: 41, free: 120, unpriced: 3, unknown: 2 },
    assumptions: [{ environment: "prod", what: "GB through each NAT gateway", quantity: 100 }],
  };
}
