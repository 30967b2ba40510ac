import type { Model } from "../model";
import { account } from "./account";
import { awsServiceAccess, delegatedAdministrator } from "./delegated-administrator";
import { organization } from "./organization";
import { organizationalUnit } from "./organizational-unit";
import { policy } from "./policy";
import { policyAttachment } from "./policy-attachment";

export const organizationsModels: readonly Model[] = [
  account,
  awsServiceAccess,
  delegatedAdministrator,
  organization,
  organizationalUnit,
  policy,
  policyAttachment,
];
