import { expect, it } from "vitest";
import { attachmentType, delegationType, policyType } from "../../../../sandbox/models/organizations/organization-of";
import { policyTypeQuotas, type QuotedPolicyType } from "../../../../sandbox/quotas/organizations";
import type { Properties } from "../../../../sandbox/values";
import { drop, make, preview, scope, startCloud } from "../../../support/models";
import { shows, showsAllOf } from "../../../support/refusals";
import { makeAccount, makeAs, makeOrganization, makePolicy, makeUnit, scp, scpOf, statement, types } from "./support";

const member = "444455556666";
const content = scp(statement());
const rcp = { type: "RESOURCE_CONTROL_POLICY" };
const rcpStatement = (more: Properties = {}) => statement({ Action: "s3:*", Principal: "*", ...more });
const attach = (policyId: string, targetId: string) => make(attachmentType, { policyId, targetId });

shows("AWSOrganizationsNotInUseException", "a policy without an organization", {
  valid: () => {
    makeOrganization();
    return makePolicy("leave", content);
  },
  refused: () => makeAs(member, policyType, { name: "leave", content }),
});
shows("AccessDeniedException", "a policy of a member that administers nothing", {
  valid: () => {
    makeOrganization({ awsServiceAccessPrincipals: ["config.amazonaws.com"] });
    const security = makeAccount("security");
    make(delegationType, { accountId: security.id, servicePrincipal: "config.amazonaws.com" });
    makeAs(security.id, policyType, { name: "theirs", content });
    return makeAccount("dev");
  },
  refused: ({ id }) => makeAs(id, policyType, { name: "leave", content }),
});
shows("PolicyTypeNotAvailableForOrganizationException", "a policy without all features", {
  valid: () => {
    makeOrganization();
    makePolicy("leave", content);
    return makeAs(member, "aws:organizations/organization:Organization", { featureSet: "CONSOLIDATED_BILLING" });
  },
  refused: () => makeAs(member, policyType, { name: "leave", content }),
});

const malformed: [what: string, Properties, Properties?][] = [
  ["an SCP with a principal", statement({ Principal: "*" })],
  ["an SCP for all but some principals", statement({ NotPrincipal: { AWS: "*" } })],
  ["an SCP with actions and others", statement({ NotAction: "s3:*" })],
  ["an SCP with resources and others", statement({ NotResource: "*" })],
  ["an SCP with another effect", statement({ Effect: "Permit" })],
  ["an RCP that allows", rcpStatement({ Effect: "Allow" }), rcp],
  ["an RCP for one principal", rcpStatement({ Principal: { AWS: "arn:aws:iam::111122223333:root" } }), rcp],
  ["an RCP on all actions", rcpStatement({ Action: "*" }), rcp],
  ["an RCP on all actions but some", { Effect: "Deny", NotAction: "s3:*", Principal: "*", Resource: "*" }, rcp],
];
for (const [what, bad, more = {}] of malformed) {
  shows("MalformedPolicyDocumentException", what, {
    valid: () => {
      makeOrganization();
      makePolicy("allow", scp(statement({ Effect: "Allow", Condition: { Bool: { "aws:SecureTransport": "true" } } })));
      makePolicy("regions", scp({ Effect: "Deny", NotAction: "iam:*", NotResource: "arn:aws:s3:::orders" }));
      return makePolicy("resources", scp(rcpStatement()), rcp);
    },
    refused: () => makePolicy("bad", scp(bad), more),
  });
}
const contents: [type: string, good: string, bad: string][] = [
  ["SERVICE_CONTROL_POLICY", content, "{"],
  ["SERVICE_CONTROL_POLICY", content, scp()],
  ["TAG_POLICY", JSON.stringify({ tags: { team: { tag_key: { "@@assign": "team" } } } }), content],
  ["BACKUP_POLICY", JSON.stringify({ plans: {} }), "[]"],
];
for (const [type, good, bad] of contents) {
  shows("MalformedPolicyDocumentException", `${bad.slice(0, 20)} as a ${type}`, {
    valid: () => {
      makeOrganization();
      return makePolicy("good", good, { type });
    },
    refused: () => makePolicy("bad", bad, { type }),
  });
}

it("judges a document at preview", () => {
  startCloud();
  const bad = scp(statement({ Principal: "*" }));
  expect(() => preview(policyType, { name: "bad", content: bad })).toThrow("does not meet the requirements");
});

const padded = (content: string) => (characters: number) => content.padEnd(characters);
const documents: Record<QuotedPolicyType, (characters: number) => string> = {
  SERVICE_CONTROL_POLICY: scpOf,
  RESOURCE_CONTROL_POLICY: (characters) => {
    const rest = scp(rcpStatement({ Sid: "" })).length;
    return scp(rcpStatement({ Sid: "x".repeat(characters - rest) }));
  },
  TAG_POLICY: padded('{"tags":{}}'),
  BACKUP_POLICY: padded("{}"),
  AISERVICES_OPT_OUT_POLICY: padded("{}"),
};
for (const type of Object.keys(documents) as QuotedPolicyType[]) {
  const { size, count, attached } = policyTypeQuotas[type];
  const small = documents[type](1000);
  const enabled = () =>
    makeOrganization({ enabledPolicyTypes: [...types, "BACKUP_POLICY", "AISERVICES_OPT_OUT_POLICY"] });

  shows("ConstraintViolationException", `a ${type} of more than ${size.value} characters`, {
    valid: () => {
      enabled();
      return makePolicy("large", documents[type](size.value), { type });
    },
    refused: () => makePolicy("too-large", documents[type](size.value + 1), { type }),
    says: /maximum policy size/,
  });
  shows("ConstraintViolationException", `more than ${count.value} policies of type ${type}`, {
    valid: () => {
      enabled();
      const { id, status, inputs, outputs } = makePolicy("first", small, { type });
      for (let at = 2; at <= count.value; at++) {
        scope.global.put({ type: policyType, id: `${id}${at}`, status, inputs, outputs: { ...outputs, name: at } });
      }
    },
    refused: () => makePolicy("one-too-many", small, { type }),
    says: /number of policies/,
  });
  shows("ConstraintViolationException", `more than ${attached.value} attached policies of type ${type}`, {
    valid: () => {
      const { id } = makeUnit(enabled().rootId);
      // AWS's own are there already.
      const first = type.endsWith("CONTROL_POLICY") ? 2 : 1;
      for (let at = first; at <= attached.value; at++) attach(makePolicy(`policy-${at}`, small, { type }).id, id);
      return id;
    },
    refused: (id) => attach(makePolicy("one-too-many", small, { type }).id, id),
    says: /maximum number of policies/,
  });
}

shows("DuplicatePolicyException", "two policies of one name", {
  valid: () => {
    makeOrganization();
    makePolicy("leave", scp(rcpStatement()), rcp);
    return makePolicy("leave", content);
  },
  refused: () => makePolicy("leave", content),
});
shows("PolicyInUseException", "a policy that is attached", {
  valid: () => {
    const { rootId } = makeOrganization();
    const made = makePolicy("leave", content);
    drop(attach(made.id, rootId));
    drop(made);
    const again = makePolicy("leave", content);
    attach(again.id, rootId);
    return again;
  },
  refused: drop,
});

const attachable = () => {
  const { rootId } = makeOrganization();
  const { id } = makePolicy("leave", content);
  attach(id, rootId);
  attach(id, makeAccount("dev").id);
  return { id, rootId };
};
shows("AWSOrganizationsNotInUseException", "an attachment without an organization", {
  valid: attachable,
  refused: () => makeAs(member, attachmentType, { policyId: "p-FullAWSAccess", targetId: member }),
});
shows("PolicyNotFoundException", "a policy that is not there", {
  valid: attachable,
  refused: ({ rootId }) => attach("p-00000000", rootId),
});
shows("TargetNotFoundException", "a target that is not there", {
  valid: attachable,
  refused: ({ id }) => attach(id, "ou-0000-00000000"),
});
shows("PolicyTypeNotEnabledException", "a policy whose type is not enabled", {
  valid: attachable,
  refused: ({ rootId }) => attach(makePolicy("backups", "{}", { type: "BACKUP_POLICY" }).id, rootId),
});
shows("DuplicatePolicyAttachmentException", "an attachment twice", {
  valid: attachable,
  refused: ({ id, rootId }) => attach(id, rootId),
});
shows("ConstraintViolationException", "a root without any SCP", {
  valid: () => {
    const { id, rootId } = attachable();
    const own = scope.global.find(attachmentType, `${rootId}:p-FullAWSAccess`);
    if (own === undefined) throw new Error("AWS's own policy is not attached");
    drop(own);
    return `${rootId}:${id}`;
  },
  refused: (last) => {
    const found = scope.global.find(attachmentType, last);
    return found && drop(found);
  },
  says: /last policy attached/,
});

showsAllOf(policyType, attachmentType);
