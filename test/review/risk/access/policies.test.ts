import { describe, expect, it } from "vitest";
import { documentOf, idsOf, type Statement, saidOf, vpcOnly } from "../../../support/risks";
import { created, deleted, updated } from "../../../support/steps";

const policy = "aws:iam/policy:Policy";
const role = "aws:iam/role:Role";

/** What a change of an identity policy from some statements to others says. */
const identity = (before: readonly Statement[], after: readonly Statement[]) =>
  saidOf(updated(policy, { policy: documentOf(...before) }, { policy: documentOf(...after) }));

const readOne = { Action: "s3:GetObject", Resource: "arn:aws:s3:::orders/*" };

describe("an identity policy", () => {
  it.each<[string, readonly Statement[], readonly Statement[], string[]]>([
    [
      "a new action",
      [readOne],
      [{ ...readOne, Action: ["s3:GetObject", "s3:PutObject"] }],
      ["access-given: subject can newly do s3:PutObject on arn:aws:s3:::orders/*"],
    ],
    [
      "everything",
      [],
      [{ Action: "*", Resource: "*" }],
      ["access-admin: subject can newly do everything on everything"],
    ],
    [
      "a service on everything",
      [readOne],
      [{ Action: "s3:*", Resource: "arn:aws:s3:::*" }],
      ["access-wildcard: subject can newly do s3:* on all buckets"],
    ],
    [
      "all but a service",
      [],
      [{ NotAction: "iam:*", Resource: "*" }],
      [
        "access-escalation: subject can newly give itself more than it was given, by lambda:UpdateFunctionCode",
        "access-wildcard: subject can newly do everything but iam:* on everything",
      ],
    ],
    [
      "all but some resources",
      [],
      [{ Action: "sqs:SendMessage", NotResource: "arn:aws:sqs:::x" }],
      ["access-given: subject can newly do sqs:SendMessage on everything but arn:aws:sqs:::x"],
    ],
    [
      "reads of all data",
      [],
      [{ Action: "secretsmanager:GetSecretValue", Resource: "*" }],
      ["access-data-broad: subject can newly do secretsmanager:GetSecretValue on everything"],
    ],
    ["reads of some data", [], [readOne], ["access-data: subject can newly do s3:GetObject on arn:aws:s3:::orders/*"]],
    [
      "writes to IAM",
      [],
      [{ Action: "iam:PassRole", Resource: "arn:aws:iam::111122223333:role/app" }],
      ["access-iam: subject can newly do iam:PassRole on arn:aws:iam::111122223333:role/app"],
    ],
    [
      "a condition that goes",
      [{ ...readOne, Condition: vpcOnly }],
      [readOne],
      [
        "access-condition-removed: subject can newly do s3:GetObject on arn:aws:s3:::orders/*, no longer only where aws:sourcevpc is vpc-1 (stringequals)",
      ],
    ],
    [
      "a Deny that goes",
      [{ Effect: "Deny", Action: "s3:DeleteBucket", Resource: "*" }],
      [],
      [
        "access-deny-removed: subject is no longer kept from what it may otherwise do, which was to do s3:DeleteBucket on everything",
      ],
    ],
  ])("says of %s what it means", (_what, before, after, said) => {
    expect(identity(before, after)).toEqual(said);
  });

  it.each<[string, readonly Statement[], readonly Statement[]]>([
    [
      "the same in another order",
      [{ Action: ["a:B", "c:D"], Resource: "*" }],
      [{ Action: ["c:D", "a:B"], Resource: "*" }],
    ],
    [
      "the same in two statements",
      [{ Action: ["a:B", "c:D"], Resource: "*" }],
      [
        { Action: "a:B", Resource: "*" },
        { Action: "c:D", Resource: "*" },
      ],
    ],
    [
      "actions in another case",
      [{ Action: "S3:getobject", Resource: "*" }],
      [{ Action: "s3:GetObject", Resource: "*" }],
    ],
    ["one that another covers", [{ Action: "s3:*", Resource: "*" }], [{ Action: "s3:*", Resource: "*" }, readOne]],
    ["a new name of a statement", [readOne], [{ ...readOne, Sid: "Read" }]],
    [
      "what is denied at once",
      [],
      [
        { Action: "s3:*", Resource: "*" },
        { Effect: "Deny", Action: "*", Resource: "*" },
      ].slice(1),
    ],
  ])("says no danger of %s", (_what, before, after) => {
    expect(identity(before, after).filter((text) => !text.startsWith("access-narrowed"))).toEqual([]);
  });

  it("says of what is taken that it is no danger", () => {
    expect(
      identity(
        [{ Action: ["s3:GetObject", "s3:PutObject"], Resource: "*" }],
        [{ Action: "s3:GetObject", Resource: "arn:aws:s3:::a/*" }],
      ),
    ).toEqual(["access-narrowed: subject can no longer do s3:GetObject and s3:PutObject on everything"]);
    expect(saidOf(deleted(policy, { policy: documentOf(readOne) }))).toEqual([
      "access-narrowed: subject can no longer do s3:GetObject on arn:aws:s3:::orders/*",
    ]);
  });

  it("does not count what a Deny of the same document takes back", () => {
    const denied = { Effect: "Deny", Action: "s3:*", Resource: "*" };
    expect(identity([denied], [denied, readOne])).toEqual([]);
    expect(identity([denied], [{ ...denied, Condition: vpcOnly }, readOne])).toContain(
      "access-data: subject can newly do s3:GetObject on arn:aws:s3:::orders/*",
    );
  });

  it("knows sets of actions by which it gives itself more, and only those that are new", () => {
    const pass = { Action: "iam:PassRole", Resource: "*" };
    const run = { Action: "ec2:RunInstances", Resource: "*" };
    expect(identity([run], [run, pass])[0]).toBe(
      "access-escalation: subject can newly give itself more than it was given, by iam:PassRole and ec2:RunInstances",
    );
    expect(identity([run, pass], [run, pass, readOne])).toEqual([expect.stringMatching(/^access-data: /)]);
    const scoped = { ...pass, Resource: "arn:aws:iam::111122223333:role/app" };
    expect(identity([run], [run, scoped])).toEqual([expect.stringMatching(/^access-iam: /)]);
  });

  it("counts as newly given where it is made", () => {
    expect(idsOf(created(policy, { policy: documentOf({ Action: "*", Resource: "*" }) }))).toEqual(["access-admin"]);
    expect(idsOf(created(role, { inlinePolicies: [{ name: "a", policy: documentOf(readOne) }] }))).toEqual([
      "access-data",
    ]);
  });
});

describe("what cannot be judged", () => {
  const unknown = { $: "unknown" } as const;

  it.each([
    ["new and unknown", created(policy, { policy: unknown }), "access-unknown"],
    ["known before", updated(policy, { policy: documentOf(readOne) }, { policy: unknown }), "access-now-unknown"],
    ["no document", created(policy, { policy: "{}" }), "access-not-judged"],
    ["no JSON", created(policy, { policy: "{" }), "access-not-judged"],
    ["a secret", created(policy, { policy: { $: "secret" } }), "access-not-judged"],
    [
      "unknown in part",
      created(policy, { policy: { Statement: [{ Effect: "Allow", Action: unknown }] } }),
      "access-unknown",
    ],
    [
      "of an unknown effect",
      created(policy, { policy: documentOf({ Effect: "Maybe", Action: "*" }) }),
      "access-not-judged",
    ],
    [
      "a type that no judge knows",
      created("aws:iam/rolePoliciesExclusive:RolePoliciesExclusive", { roleName: "a" }),
      "access-not-judged",
    ],
  ])("is said to be so: %s", (_what, one, id) => {
    expect(idsOf(one)).toEqual([id]);
  });

  it("counts all as new where the document of before cannot be read", () => {
    expect(idsOf(updated(policy, { policy: unknown }, { policy: documentOf({ Action: "*", Resource: "*" }) }))).toEqual(
      ["access-admin"],
    );
  });
});
