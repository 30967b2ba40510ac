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
  ["nothing changes", {}, /^Nothing would change in 1 stack$/],
  [
    "a rename replaces a database",
    { databaseName: "orders-database" },
    /^1 database would be deleted with its data \(orders\)/,
  ],
  [
    "encryption replaces a database",
    { reports: { storageEncrypted: true } },
    /^1 database would be replaced and its data lost \(reports\)/,
  ],
  [
    "a table gets another key",
    { table: { hashKey: "cart", attributes: [{ name: "cart", type: "S" }] } },
    /^1 table would be replaced and its data lost \(carts\)/,
  ],
  ["a bucket is deleted", { invoices: false }, /^1 bucket would be deleted with its data \(invoices\)/],
  [
    "a database loses its protection",
    { database: { deletionProtection: false, skipFinalSnapshot: true } },
    /^1 database would change with a risk for its data \(orders\); 2 new mandatory findings stop it/,
  ],
  [
    "backups are kept for a day",
    { database: { backupRetentionPeriod: 1 } },
    /^1 database would change with a risk for its data \(orders\)/,
  ],
  [
    "a database is scaled up",
    { database: { instanceClass: "db.m5.large" } },
    /^1 change could interrupt what runs \(orders\)/,
  ],
  [
    "a role may do everything",
    { apiPolicy: [everything] },
    /^1 change would widen access \(api\); 7 new mandatory findings stop it \(iam-no-admin-policy/,
  ],
  [
    "another account may assume a role",
    { apiTrust: { Effect: "Allow", Principal: { AWS: "arn:aws:iam::444455556666:root" }, Action: "sts:AssumeRole" } },
    /^1 change would widen access \(api\)/,
  ],
  [
    "a database is opened to the internet",
    { clients: ["10.20.0.0/16", "10.30.0.0/16", "0.0.0.0/0"] },
    /^1 change would widen access \(orders-0-0-0-0-0\)/,
  ],
  [
    "a bucket is opened to everybody",
    {
      publicAccess: { blockPublicPolicy: false, restrictPublicBuckets: false },
      invoicesPolicy: [
        { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::shop-invoices/*" },
      ],
    },
    /^2 changes would widen access \(invoices, invoices\)/,
  ],
  ["clients are taken away", { clients: ["10.20.0.0/16"] }, /^No known danger: 1 deleted$/],
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
    /^Nothing would change in 1 stack$/,
  ],
  ["the team changes", { owner: "orders-team" }, /^No known danger: 14 updated/],
  ["a secret is rotated", { token: "canary-after" }, /^No known danger: 1 replaced$/],
  [
    "logs are kept for a month",
    { logRetention: 30 },
    /^1 log group would change with a risk for its data \(api\); −\$0\.30\/month$/,
  ],
  ["a key may go sooner", { keyWindow: 7 }, /^1 key would change with a risk for its data \(shop\)/],
  ["something without a price", { broker: true }, /cost not known: 1 changed resource not priced$/],
  ["a public database", { database: { publiclyAccessible: true } }, /^1 change would widen access \(orders\)/],
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
    await expectReview(
      "an exception expires",
      await later.review("prod-shop", shopProgram()),
      /^3 existing mandatory findings stop it/,
    );
  });
});
