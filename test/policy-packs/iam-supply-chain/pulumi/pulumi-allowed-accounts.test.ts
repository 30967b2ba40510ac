import { pulumiAllowedAccounts } from "../../../../policy-packs/iam-supply-chain/rules/pulumi/pulumi-allowed-accounts";
import { testRule } from "../../../support/rule";

const configuration = { accounts: ["111122223333"] };

testRule(pulumiAllowedAccounts, {
  bad: {
    "no account": { unset: ["allowedAccountIds"], configuration },
    "an empty list": { set: { allowedAccountIds: [] }, configuration },
    "another account among them": { set: { allowedAccountIds: ["111122223333", "444455556666"] }, configuration },
    "another account, as the engine keeps it": { set: { allowedAccountIds: '["444455556666"]' }, configuration },
  },
  good: {
    "an account that is listed": { configuration },
    "one as the engine keeps it": { set: { allowedAccountIds: '["111122223333"]' }, configuration },
    "anything where no account is listed": { unset: ["allowedAccountIds"] },
  },
});
