import { ec2NoPublicImages } from "../../../../policy-packs/security-baseline/rules/ec2/ec2-no-public-images";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const snapshot = "aws:ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission";
const organizationArn = "arn:aws:organizations::111122223333:organization/o-a1b2c3d4e5";
const organizationalUnitArn = "arn:aws:organizations::111122223333:ou/o-a1b2c3d4e5/ou-ab12-cdefgh34";

testRule(ec2NoPublicImages, {
  bad: {
    "an image for everyone": { set: { group: "all" } },
    "an image for an account": { set: { accountId: "444455556666" } },
    "an image for another account than the listed one": {
      set: { accountId: "444455556666" },
      configuration: { allowedAccounts: ["111122223333"] },
    },
    "an image for an organization": { set: { organizationArn } },
    "an image for a unit of another organization": {
      set: { organizationalUnitArn },
      configuration: { allowedOrganizations: ["o-f6g7h8i9j0"] },
    },
    "an image for everyone beside an unknown account": { set: { accountId: unknown, group: "all" } },
    "a snapshot for an account": { of: snapshot, set: { accountId: "444455556666" } },
  },
  good: {
    "an image for a listed account": {
      set: { accountId: "444455556666" },
      configuration: { allowedAccounts: ["444455556666"] },
    },
    "a snapshot for a listed account": {
      of: snapshot,
      set: { accountId: "444455556666" },
      configuration: { allowedAccounts: ["444455556666"] },
    },
    "an image for one's own organization": {
      set: { organizationArn },
      configuration: { allowedOrganizations: ["o-a1b2c3d4e5"] },
    },
    "an image for a unit of one's own organization": {
      set: { organizationalUnitArn },
      configuration: { allowedOrganizations: ["o-a1b2c3d4e5"] },
    },
  },
  unknown: ["accountId", "organizationArn"],
});
