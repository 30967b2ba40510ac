import { expect, it } from "vitest";
import { logsQuotas } from "../../../sandbox/quotas/logs";
import type { Properties } from "../../../sandbox/values";
import { governed, key, keyPolicy, letsLogs } from "../../support/keys";
import { account, drop, limitTo, make, preview, refusal, startCloud } from "../../support/models";
import { shows, showsAllOf } from "../../support/refusals";

const type = "aws:cloudwatch/logGroup:LogGroup";
const group = (more: Properties = {}) => make(type, { name: "/app", ...more });
const previewGroup = (more: Properties) => preview(type, more);
const keyFor = (more: Properties = {}) => key({ policy: keyPolicy(letsLogs()), ...more }, JSON.stringify(more));
const arnOf = ({ outputs }: { outputs: Properties }) => outputs.arn ?? "";
const encrypted = (...statements: Properties[]) =>
  group({ kmsKeyId: arnOf(keyFor({ policy: keyPolicy(...statements) })), name: `/of-${statements.length}` });

shows("ResourceAlreadyExistsException", "a log group that is there already", {
  valid: () => group(),
  refused: () => group(),
});

shows("InvalidParameterException", "a name with a space", {
  valid: () => previewGroup({ name: `/aws/eks/dev_1.a-b#${"x".repeat(493)}` }),
  refused: () => previewGroup({ name: "an app" }),
});

shows("InvalidParameterException", "a name of more than 512 characters", {
  valid: () => previewGroup({ name: "x".repeat(512) }),
  refused: () => previewGroup({ name: "x".repeat(513) }),
});

shows("InvalidParameterException", "a name that AWS keeps to itself", {
  valid: () => previewGroup({ name: "/aws/lambda/app" }),
  refused: () => previewGroup({ name: "aws/lambda/app" }),
});

shows("InvalidParameterException", "a class that is none", {
  valid: () => previewGroup({ logGroupClass: "INFREQUENT_ACCESS" }),
  refused: () => previewGroup({ logGroupClass: "CHEAP" }),
});

shows("InvalidParameterException", "a retention that CloudWatch Logs does not offer", {
  valid: () => [0, 1, 90, 3653].map((retentionInDays) => previewGroup({ retentionInDays })),
  refused: () => previewGroup({ retentionInDays: 91 }),
});

shows("InvalidParameterException", "a key that does not exist", {
  valid: () => group({ kmsKeyId: arnOf(keyFor()) }),
  refused: () => group({ name: "/b", kmsKeyId: `arn:aws:kms:eu-west-1:${account}:key/none` }),
  says: /does not exist/,
});

shows("InvalidParameterException", "a key that is disabled", {
  valid: () => group({ kmsKeyId: arnOf(keyFor()) }),
  refused: () => group({ name: "/b", kmsKeyId: arnOf(keyFor({ isEnabled: false })) }),
  says: /is disabled/,
});

shows("InvalidParameterException", "a key that is to be deleted", {
  valid: () => group({ kmsKeyId: arnOf(keyFor()) }),
  refused: () => {
    const gone = keyFor({ description: "gone" });
    drop(gone);
    return group({ name: "/b", kmsKeyId: arnOf(gone) });
  },
  says: /pending deletion/,
});

shows("InvalidParameterException", "an asymmetric key", {
  valid: () => group({ kmsKeyId: arnOf(keyFor()) }),
  refused: () => group({ name: "/b", kmsKeyId: arnOf(keyFor({ customerMasterKeySpec: "RSA_2048" })) }),
  says: /only symmetric/,
});

shows("AccessDeniedException", "a key that leaves it to IAM who uses it", {
  valid: () => encrypted(letsLogs()),
  refused: () => encrypted(),
  says: /is not allowed to be used with Arn 'arn:aws:logs:eu-west-1:111122223333:log-group:\/of-0'/,
});

shows("AccessDeniedException", "a key for log groups of other names", {
  valid: () => encrypted(letsLogs("/of-*")),
  refused: () => encrypted(letsLogs("/other-*"), { ...governed, Effect: "Deny" }),
});

shows("AccessDeniedException", "a key for the logs of another Region", {
  valid: () => encrypted(letsLogs("*", { Principal: { Service: ["logs.amazonaws.com"] } })),
  refused: () => encrypted(letsLogs("*", { Principal: { Service: "logs.us-east-1.amazonaws.com" } }), governed),
});

it("takes a key whose policy is a resource of its own, and everything else that it cannot judge", () => {
  startCloud();
  const other = key();
  make("aws:kms/keyPolicy:KeyPolicy", { keyId: other.id, policy: keyPolicy(letsLogs()) });
  expect(refusal(() => group({ kmsKeyId: arnOf(other) }))).toBe("was not refused");
  const foreign = "arn:aws:kms:eu-west-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab";
  expect(refusal(() => group({ name: "/b", kmsKeyId: foreign }))).toBe("was not refused");
  const conditional = { Principal: "*", Condition: { StringEquals: { "kms:CallerAccount": account } } };
  expect(refusal(() => encrypted(letsLogs("*", conditional)))).toBe("was not refused");
});

shows("LimitExceededException", "more log groups than the account may have", {
  valid: () => {
    limitTo(logsQuotas.groups, 2);
    return [group(), group({ name: "/b" })];
  },
  refused: () => group({ name: "/c" }),
});

shows("ValidationException", "deleting a log group that is protected", {
  valid: () => {
    drop(group());
    return group({ deletionProtectionEnabled: true });
  },
  refused: (held) => drop(held),
});

const resourcePolicy = (policyName: string, more: Properties = {}) =>
  make("aws:cloudwatch/logResourcePolicy:LogResourcePolicy", {
    policyName,
    policyDocument: keyPolicy({
      Effect: "Allow",
      Principal: { Service: "route53.amazonaws.com" },
      Action: "logs:PutLogEvents",
      Resource: "*",
    }),
    ...more,
  });

shows("InvalidParameterException", "a resource policy that says nothing", {
  valid: () => resourcePolicy("dns"),
  refused: () => resourcePolicy("other", { policyDocument: "{}" }),
});

shows("LimitExceededException", "more than ten resource policies", {
  valid: () => {
    for (let index = 0; index < 10; index++) resourcePolicy(`dns-${index}`);
    return resourcePolicy("dns-0");
  },
  refused: () => resourcePolicy("another"),
});

showsAllOf("aws:cloudwatch/log");
