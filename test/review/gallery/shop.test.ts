import path from "node:path";
import { afterAll, beforeAll, describe, it } from "vitest";
import { Gallery } from "../../support/gallery";
import { expectReview } from "./expect-review";
import { type Shop, shopProgram } from "./shop";

const gallery = new Gallery();
const FOUNDATION_EXCEPTIONS = path.join(__dirname, "exceptions.yaml");
const everything = { Effect: "Allow", Action: "*", Resource: "*" };

/** What is changed, and what a reviewer has to read first. */
const cases: [name: string, change: Partial<Shop>, first: RegExp][] = [
  ["nothing changes", {}, /^Nothing changes/],
  ["a rename replaces a database", { databaseName: "orders-database" }, /^1 database would be deleted.*orders/],
  ["encryption replaces a database", { reports: { storageEncrypted: true } }, /^1 database would be replaced.*reports/],
  [
    "a table gets another key",
    { table: { hashKey: "cart", attributes: [{ name: "cart", type: "S" }] } },
    /^1 table would be replaced.*carts/,
  ],
  ["a bucket is deleted", { invoices: false }, /^1 bucket would be deleted.*invoices/],
  [
    "a database loses its protection",
    { database: { deletionProtection: false, skipFinalSnapshot: true } },
    /protection/,
  ],
  ["backups are kept for a day", { database: { backupRetentionPeriod: 1 } }, /backup/i],
  ["a database is scaled up", { database: { instanceClass: "db.m5.large" } }, /orders/],
  ["a role may do everything", { apiPolicy: [everything] }, /access/],
  [
    "another account may assume a role",
    { apiTrust: { Effect: "Allow", Principal: { AWS: "arn:aws:iam::444455556666:root" }, Action: "sts:AssumeRole" } },
    /access/,
  ],
  ["a database is opened to the internet", { clients: ["10.20.0.0/16", "10.30.0.0/16", "0.0.0.0/0"] }, /access/],
  [
    "a bucket is opened to everybody",
    {
      publicAccess: { blockPublicPolicy: false, restrictPublicBuckets: false },
      invoicesPolicy: [
        { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::shop-invoices/*" },
      ],
    },
    /access/,
  ],
  ["clients are taken away", { clients: ["10.20.0.0/16"] }, /./],
  [
    "a policy in another order",
    {
      apiPolicy: [
        {
          Resource: ["arn:aws:s3:::shop-invoices/*", "arn:aws:s3:::shop-invoices"],
          Action: ["s3:ListBucket", "s3:GetObject"],
          Effect: "Allow",
        },
      ],
    },
    /./,
  ],
  ["the team changes", { owner: "orders-team" }, /./],
  ["a secret is rotated", { token: "canary-after" }, /./],
  ["logs are kept for a month", { logRetention: 30 }, /./],
  ["a key may go sooner", { keyWindow: 7 }, /./],
  ["something without a price", { broker: true }, /./],
  ["a public database", { database: { publiclyAccessible: true } }, /access/],
];

describe("changes of a product team's stack", () => {
  beforeAll(async () => {
    await gallery.start({ FOUNDATION_EXCEPTIONS });
    await gallery.applied("prod-shop", shopProgram());
  });
  afterAll(() => gallery.stop());

  it.each(cases)("%s", async (name, change, first) => {
    await expectReview(name, await gallery.review("prod-shop", shopProgram(change)), first);
  });
});

describe("time that goes by", () => {
  const later = new Gallery();
  beforeAll(async () => {
    await later.start({ FOUNDATION_EXCEPTIONS, FOUNDATION_TODAY: "2026-12-21" });
    await later.applied("prod-shop", shopProgram());
  });
  afterAll(() => later.stop());

  it("ends an exception", async () => {
    await expectReview("an exception expires", await later.review("prod-shop", shopProgram()), /./);
  });
});
