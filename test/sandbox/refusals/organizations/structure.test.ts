import { expect, it } from "vitest";
import {
  accountType,
  attachmentType,
  delegationType,
  organizationType,
  serviceAccessType,
  unitType,
} from "../../../../sandbox/models/organizations/organization-of";
import { organizationsQuotas } from "../../../../sandbox/quotas/organizations";
import type { Properties } from "../../../../sandbox/values";
import { account, change, cloud, drop, make, scope, startCloud } from "../../../support/models";
import { shows, showsAllOf } from "../../../support/refusals";
import { makeAccount, makeAs, makeOrganization, makePolicy, makeUnit, scp, statement } from "./support";

const member = "444455556666";

/** Lets an account have joined that many days ago. */
function age(made: { id: string }, days: number) {
  const found = scope.global.find(accountType, made.id);
  if (found === undefined) throw new Error("the account is gone");
  const joinedTimestamp = new Date(Date.now() - days * 86_400_000).toISOString();
  return cloud.request(() => scope.global.put({ ...found, outputs: { ...found.outputs, joinedTimestamp } }));
}

shows("AlreadyInOrganizationException", "a second organization", {
  valid: () => makeOrganization(),
  refused: () => makeOrganization(),
});
shows("AlreadyInOrganizationException", "an organization of a member", {
  valid: () => {
    makeOrganization();
    makeAs("777788889999", organizationType, {});
    return makeAccount("dev");
  },
  refused: ({ id }) => makeAs(id, organizationType, {}),
});
shows("PolicyTypeNotAvailableForOrganizationException", "policy types without all features", {
  valid: () => {
    drop(makeOrganization({ featureSet: "CONSOLIDATED_BILLING", enabledPolicyTypes: [] }));
    return makeOrganization();
  },
  refused: (made) => change(made, { featureSet: "CONSOLIDATED_BILLING" }),
});
shows("OrganizationNotEmptyException", "an organization with a member", {
  valid: () => {
    drop(makeOrganization());
    const made = makeOrganization();
    makeAccount("dev");
    return made;
  },
  refused: drop,
});

it("takes its OUs and policies with it", () => {
  startCloud();
  const organization = makeOrganization();
  makeUnit(organization.rootId);
  makePolicy("leave", scp(statement()));
  drop(organization);
  expect(scope.global.list()).toEqual([]);
});

it("keeps the root's id over an update", () => {
  startCloud();
  const made = makeOrganization();
  const changed = change(made, { enabledPolicyTypes: [] });
  expect(changed.outputs.roots).toEqual([expect.objectContaining({ id: made.rootId, policyTypes: [] })]);
});

shows("AWSOrganizationsNotInUseException", "an OU of an account without an organization", {
  valid: () => makeUnit(makeOrganization().rootId),
  refused: ({ outputs }) => makeAs(member, unitType, { ...outputs, name: "other" }),
});
shows("AccessDeniedException", "an account that a member makes", {
  valid: () => {
    makeOrganization();
    return makeAccount("dev");
  },
  refused: ({ id }) => makeAs(id, accountType, { name: "prod", email: "prod@example.com" }),
});
shows("ParentNotFoundException", "an OU in nothing", {
  valid: () => makeUnit(makeUnit(makeOrganization().rootId).id),
  refused: () => makeUnit("ou-0000-00000000"),
});
shows("DuplicateOrganizationalUnitException", "two OUs of one name in one place", {
  valid: () => {
    const { rootId } = makeOrganization();
    const unit = makeUnit(rootId);
    makeUnit(unit.id);
    return makeUnit(rootId, "sandbox");
  },
  refused: (made) => change(made, { name: "workloads" }),
});
shows("ConstraintViolationException", "a sixth level of OUs", {
  valid: () => {
    let parent = makeOrganization().rootId;
    for (let level = 0; level < organizationsQuotas.depth.value; level++) parent = makeUnit(parent).id;
    return parent;
  },
  refused: makeUnit,
  says: /nesting depth/,
});
shows("ConstraintViolationException", "more OUs than an organization may have", {
  valid: () => {
    const { rootId } = makeOrganization();
    const { id, status, outputs } = makeUnit(rootId);
    const { value } = organizationsQuotas.organizationalUnits;
    for (let count = 2; count <= value; count++) {
      scope.global.put({
        type: unitType,
        id: `${id}${count}`,
        status,
        inputs: {},
        outputs: { ...outputs, name: count },
      });
    }
    return rootId;
  },
  refused: (rootId) => makeUnit(rootId, "one-too-many"),
  says: /maximum number of OUs/,
});
shows("OrganizationalUnitNotEmptyException", "an OU with an account in it", {
  valid: () => {
    const { rootId } = makeOrganization();
    drop(makeUnit(rootId));
    const unit = makeUnit(rootId);
    makeAccount("dev", { parentId: unit.id });
    return unit;
  },
  refused: drop,
});

shows("DestinationParentNotFoundException", "an account in an OU that is not there", {
  valid: () => makeAccount("dev", { parentId: makeUnit(makeOrganization().rootId).id }),
  refused: () => makeAccount("prod", { parentId: "ou-0000-00000000" }),
});
shows("InvalidInputException", "an e-mail address that is none", {
  valid: () => {
    makeOrganization();
    return makeAccount("dev");
  },
  refused: () => makeAccount("prod", { email: "prod" }),
});
shows("EMAIL_ALREADY_EXISTS", "an e-mail address that an account of another organization has, in other letters", {
  valid: () => {
    makeOrganization();
    makeAs(member, organizationType, {});
    return makeAs(member, accountType, { name: "dev", email: "dev@example.com" });
  },
  refused: () => makeAccount("dev", { email: "Dev@example.com" }),
});
shows("ConstraintViolationException", "an eleventh account, a closed one among them", {
  valid: () => {
    makeOrganization();
    for (let count = 2; count < organizationsQuotas.accounts.value; count++) makeAccount(`account-${count}`);
    drop(makeAccount("closed", { closeOnDeletion: true }));
  },
  refused: () => makeAccount("one-too-many"),
  says: /allowed number of AWS accounts/,
});
shows("ConstraintViolationException", "an account that leaves in its first week", {
  valid: () => {
    makeOrganization();
    drop(age(makeAccount("old"), 8));
    drop(makeAccount("closed", { closeOnDeletion: true }));
    return makeAccount("new");
  },
  refused: drop,
  says: /wait period/,
});
shows("ConstraintViolationException", "more accounts closed in a month than AWS lets one close", {
  valid: () => {
    makeOrganization();
    make("aws:servicequotas/serviceQuota:ServiceQuota", {
      region: "us-east-1",
      serviceCode: "organizations",
      quotaCode: organizationsQuotas.accounts.code,
      value: 20,
    });
    const accounts = Array.from({ length: 11 }, (_, at) => makeAccount(`account-${at}`, { closeOnDeletion: true }));
    for (const made of accounts.slice(1)) drop(made);
    return accounts[0];
  },
  refused: (last) => last && drop(last),
  says: /close account quota/,
});

const inspector = "inspector2.amazonaws.com";
const delegate = (accountId: string, servicePrincipal = inspector): Properties => ({ accountId, servicePrincipal });
const delegated = () => {
  makeOrganization({ awsServiceAccessPrincipals: [inspector] });
  const made = makeAccount("security", { closeOnDeletion: true });
  make(delegationType, delegate(made.id));
  return made;
};
shows("AccountNotFoundException", "an administrator that is not there", {
  valid: delegated,
  refused: () => make(delegationType, delegate(member)),
});
shows("ConstraintViolationException", "the management account as an administrator", {
  valid: delegated,
  refused: () => make(delegationType, delegate(account)),
  says: /management account/,
});
shows("ConstraintViolationException", "an administrator of a service that has no access", {
  valid: () => {
    const made = delegated();
    make(serviceAccessType, { servicePrincipal: "guardduty.amazonaws.com" });
    make(delegationType, delegate(made.id, "guardduty.amazonaws.com"));
    return made;
  },
  refused: ({ id }) => make(delegationType, delegate(id, "config.amazonaws.com")),
  says: /service access/,
});
shows("AccountAlreadyRegisteredException", "an administrator twice", {
  valid: delegated,
  refused: ({ id }) => make(delegationType, delegate(id)),
});
shows("ConstraintViolationException", "an account that administers a service and is closed", {
  valid: () => {
    const made = delegated();
    drop(makeAccount("dev", { closeOnDeletion: true }));
    return made;
  },
  refused: drop,
  says: /delegated administrator/,
});

it("attaches AWS's own policies to what is new", () => {
  startCloud();
  const { rootId } = makeOrganization();
  const ids = scope.global.list(attachmentType).map(({ id }) => id);
  expect(ids).toContain(`${rootId}:p-FullAWSAccess`);
  expect(ids).toContain(`${account}:p-RCPFullAWSAccess`);
});

showsAllOf(organizationType, unitType, accountType, delegationType, serviceAccessType);
