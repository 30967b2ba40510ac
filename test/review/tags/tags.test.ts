import { describe, expect, it } from "vitest";
import type { Properties } from "../../../review/model/step";
import { ownerOf, tagsOf } from "../../../review/tags/tags";
import { runsOf, type Said, stepOf, urnFor } from "../../support/gathered";

const whole = {
  ...{ owner: "platform-team", "cost-center": "1000", "data-classification": "internal" },
  ...{ environment: "dev", "managed-by": "foundation" },
};
const { owner: _owner, ...rest } = whole;

const providerOf = (defaultTags: Properties | string, name = "dev") =>
  stepOf({ type: "pulumi:providers:aws", name, op: "same", old: { defaultTags }, next: { defaultTags } });
const provider = providerOf(JSON.stringify({ tags: rest }));
const queue = (said: Partial<Said> = {}) =>
  stepOf({ type: "aws:sqs/queue:Queue", provider: provider.urn, next: {}, ...said });

const coverageOf = (...steps: Parameters<typeof runsOf>[0]) => {
  const { stacks, missing } = tagsOf(runsOf([provider, ...steps]));
  return { ...stacks[0], missing: missing.map(({ keys }) => keys) };
};
const none = { tagged: 0, taggable: 0 };

describe("coverage", () => {
  it.each([
    ["tags of its own, and of its provider", queue({ next: { tags: { owner: "shop-team" } } }), 1],
    ["tags of its own alone", stepOf({ type: "aws:sqs/queue:Queue", next: { tags: whole } }), 1],
    ["all tags, as the provider says", queue({ outputs: { next: { tagsAll: whole } } }), 1],
    [
      "a tag whose value is not known yet",
      queue({ next: { tags: { owner: { $: "unknown" } } }, outputs: { next: { tagsAll: { $: "unknown" } } } }),
      1,
    ],
    ["a tag missing", queue(), 0],
    ["a tag that is empty", queue({ next: { tags: { owner: "" } } }), 0],
    [
      "less than its inputs, as the provider says",
      queue({ next: { tags: whole }, outputs: { next: { tagsAll: {} } } }),
      0,
    ],
    ["no tags of its provider, as a group has none", stepOf({ ...group({}) }), 0],
    ["a list of tags, as a group has", stepOf({ ...group(whole) }), 1],
  ])("counts a resource with %s", (_label, one, tagged) => {
    expect(coverageOf(one)).toMatchObject({ before: none, after: { tagged, taggable: 1 } });
  });

  function group(tags: Properties): Said {
    const list = Object.entries(tags).map(([key, value]) => ({ key, value, propagateAtLaunch: true }));
    return { type: "aws:autoscaling/group:Group", provider: provider.urn, next: { tags: list } };
  }

  it("takes the default tags of a provider that says them as they are", () => {
    const plain = providerOf({ tags: whole }, "plain");
    expect(coverageOf(plain, queue({ provider: plain.urn }))).toMatchObject({ after: { tagged: 1, taggable: 1 } });
  });

  it("tells before from after, and names what is missing after", () => {
    const tags = { owner: "shop-team" };
    expect(
      coverageOf(
        queue({ name: "untagged", old: { tags }, next: {} }),
        queue({ name: "mended", old: {}, next: { tags } }),
        queue({ name: "gone", old: {}, next: undefined }),
        queue({ name: "same", old: { tags }, next: { tags }, op: "same" }),
      ),
    ).toMatchObject({ before: { tagged: 2, taggable: 4 }, after: { tagged: 2, taggable: 3 }, missing: [["owner"]] });
  });

  it("leaves out what cannot have tags, is not ours, or is not known", () => {
    expect(
      coverageOf(
        stepOf({ type: "aws:ec2/route:Route", next: {} }),
        queue({ name: "read", op: "read", old: {} }),
        queue({ name: "component", custom: false }),
        queue({ name: "unknown", next: { tags: { $: "unknown" } } }),
      ),
    ).toMatchObject({ before: none, after: none, missing: [] });
  });

  it("names every required tag, by URN", () => {
    const { missing, required } = tagsOf(runsOf([stepOf({ type: "aws:sqs/queue:Queue", next: {} })]));
    expect(required).toEqual(["owner", "cost-center", "data-classification", "environment", "managed-by"]);
    expect(missing).toEqual([{ urn: urnFor("aws:sqs/queue:Queue", "one"), stack: "dev-network", keys: required }]);
  });
});

describe("the owner", () => {
  const dev = providerOf(JSON.stringify({ tags: whole }));
  const find = (urn: string) => [dev].find((one) => one.urn === urn);
  it.each([
    ["is that of the tag", queue({ next: { tags: { owner: "shop-team" } } }), "shop-team"],
    ["is the provider's", queue(), "platform-team"],
    [
      "is that before, of what is deleted",
      queue({ old: { tags: { owner: "shop-team" } }, next: undefined }),
      "shop-team",
    ],
    ["is that after, of what changes", queue({ old: { tags: { owner: "shop-team" } }, next: {} }), "platform-team"],
    ["is not known of other things", stepOf({ type: "kubernetes:core/v1:Namespace", next: {} }), ""],
    ["is not told where it is a secret", queue({ next: { tags: { owner: { $: "secret" } } } }), ""],
  ])("%s", (_label, one, owner) => {
    expect(ownerOf(one, find)).toBe(owner);
  });
});
