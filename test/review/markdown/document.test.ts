import { describe, expect, it } from "vitest";
import { renderMarkdown } from "../../../review/markdown/render";
import type { Review } from "../../../review/model/schema";
import { everything } from "../../support/full-review";
import { review } from "../../support/reviews";

/** The line that begins with `start`. */
const lineOf = (markdown: string, start: string) => markdown.split("\n").find((line) => line.startsWith(start));
const headings = (markdown: string) => markdown.split("\n").filter((line) => line.startsWith("### "));

describe("the document", () => {
  const [first, ...others] = everything.stacks;
  const diagnostics = [{ severity: "error" as const, urn: "", message: "Error: no such zone\n  at network.ts" }];
  const failed = {
    ...(first as Review["stacks"][number]),
    result: "failed" as const,
    diagnostics,
    predictedFrom: ["prod-network"],
  };
  const markdown = renderMarkdown({ ...everything, stacks: [failed, ...others] });

  it("begins with its marker, the verdict and the counts", () => {
    expect(markdown.split("\n").slice(0, 14)).toMatchInlineSnapshot(`
      [
        "<!-- foundation-review -->",
        "",
        "## ❌ 1 of 3 stacks could not be previewed, so what they would change is not known (dev-network failed); 1 database would be replaced and its data lost (prod-data); 1 change would widen access (web); 3 mandatory findings, 2 of them new, stop it (vpc-flow-logs, rds-encrypted); 1 new advisory finding; more than the cost gate of prod allows; +&#36;412/month, 1 changed resource not priced",
        "",
        "3 stacks compared with <code>main</code> at <code>0123456789ab</code> in the sandbox: <b>the cloud is simulated</b>.",
        "",
        "| stack | result | create  | update  | replace  | delete  | unchanged  |",
        "| --- | --- | --: | --: | --: | --: | --: |",
        "| <b>3 stacks</b> |  | 1 | 2 | 1 | · | 30 |",
        "| <code>dev-network</code> | ❌ <b>failed</b> | 1 | 1 | · | · | 10 |",
        "| <code>prod-data</code> | previewed | · | · | 1 | · | 10 |",
        "| <code>prod-network</code> | previewed | · | 1 | · | · | 10 |",
        "",
        "- <code>dev-network</code> is previewed with what <code>prod-network</code> will be: 1 change predicted because of that",
      ]
    `);
  });

  it("tells in the order of danger", () => {
    expect(headings(markdown)).toEqual([
      "### Data at risk (1)",
      "### Access widened (1)",
      "### Availability (1)",
      "### Policies (3 new, 1 existing, 1 excepted, 1 fixed)",
      "### Set by policies (1)",
      "### Cost (+&#36;412.10 a month)",
      "### Tags",
      "### Gates",
      "### Other changes (1)",
      "### Churn (1 only a hash)",
      "### Messages",
    ]);
  });

  it("tells of data at risk what it needs to be judged, and folds the diff", () => {
    const start = markdown.indexOf("### Data at risk");
    expect(markdown.slice(start, markdown.indexOf("### Access"))).toMatchInlineSnapshot(`
      "### Data at risk (1)

      - 🔴 critical · <b>replace</b> <code>prod-data</code> <code>aws:rds/instance:Instance</code> in <code>prod-data</code> · because of <code>engine</code> · the old one goes first · 2 resources made from it · platform-data
        - <b>prod-data is replaced: the database and everything in it is lost</b>
        - it is not protected from the engine
        - forced by engine: postgres → mysql

      <details><summary>Diff of 2 properties</summary>

      \`\`\`diff
      - engine: postgres
      + engine: mysql  # forces the replacement
      - password: (secret)
      + password: (secret)
      \`\`\`

      </details>

      "
    `);
  });

  it("names a change again where it is another risk too", () => {
    expect(lineOf(markdown, "- 🟠 high · <b>replace</b>")).toBe(
      "- 🟠 high · <b>replace</b> <code>prod-data</code> in <code>prod-data</code>: its address changes (told in full elsewhere)",
    );
  });

  it("tells findings by state, the mandatory ones first, and who answers for an exception how long", () => {
    const start = markdown.indexOf("### Policies");
    expect(markdown.slice(start, markdown.indexOf("### Cost"))).toMatchInlineSnapshot(`
      "### Policies (3 new, 1 existing, 1 excepted, 1 fixed)

      <b>New (3)</b>

      - ⛔ <b>mandatory</b> · high · <code>vpc-flow-logs</code>
        - <code>network</code> in <code>dev-network</code>: the VPC has no flow log
        - <code>other</code> in <code>dev-network</code>: the VPC has no flow log
      - advisory · high · <code>s3-versioned</code> · <code>network</code> in <code>dev-network</code>: not versioned

      <b>There before (1)</b>

      - ⛔ <b>mandatory</b> · high · <code>rds-encrypted</code> · <code>network</code> in <code>dev-network</code>: not encrypted

      <b>Accepted by exceptions (1)</b>

      - <code>vpc-flow-logs</code> · <code>network</code> in <code>dev-network</code>: 12 days left (2026-12-07), team-a, NET-1: recorded by the firewall

      <b>Exceptions to look at (1)</b>

      - exception 3 (<code>x-rule</code>, <code>&#42;</code>, team-b) is expired or malformed

      <b>Fixed by this change (1)</b>

      - ✅ mandatory · high · <code>kms-rotated</code> · <code>network</code> in <code>dev-network</code>: keys do not rotate

      <details><summary>1 rule could not be evaluated before deployment, for 3 resources in all</summary>

      - <code>s3-tls-only</code>: 3 in <code>dev-network</code>

      </details>

      ### Set by policies (1)

      - <code>tags-set</code> sets <code>tags.owner</code> of <code>logs</code> in <code>dev-network</code>

      "
    `);
  });

  it("tells what a cost is made of, and what is not known of it", () => {
    const start = markdown.indexOf("### Cost");
    expect(markdown.slice(start, markdown.indexOf("### Tags"))).toMatchInlineSnapshot(`
      "### Cost (+&#36;412.10 a month)

      &#36;1,200.00 a month before, &#36;1,612.10 after, at list prices. 10 resources priced, 4 free; in no sum: <b>1 without a price here</b>. <b>1 of 2 price sources not AWS's own</b>: what comes of it is unverified. 1 of 2 price sources of another region.

      | by | name | before  | after  | change  |
      | --- | --- | --: | --: | --: |
      | stack | <code>prod-data</code> | &#36;1,000.00 | &#36;1,412.10 | +&#36;412.10 |

      <b>Not in the sums, of what changes (1)</b>

      - <code>z</code> <code>aws:x/y:Z</code> in <code>prod-data</code>, no price here: storage

      <details><summary>What the estimate is made of: 1 line</summary>

      | resource | item | quantity  | for one  | change  |
      | --- | --- | --: | --: | --: |
      | <code>prod-data</code> | db.m5.large hours | 0 → 730 | &#36;0.178 | +&#36;129.94 |

      </details>

      <details><summary>Sources of the prices (2)</summary>

      - <code>https:&#8203;//example.com/prices</code>, &#42;, for want of the region's own, 2026-11-01: <b>unverified</b>
      - <a href="https://aws.amazon.com/rds/pricing/">https:&#8203;//aws.amazon.com/rds/pricing/</a>, eu-central-1, 2026-11-01

      </details>

      <details><summary>What is assumed of use (1)</summary>

      - <code>prod</code>: 100 · GB that a NAT gateway handles

      </details>

      "
    `);
  });

  it("does not say that all is tagged while one is not", () => {
    expect(lineOf(markdown, "| <code>prod-data</code> | 90 %")).toBe(
      "| <code>prod-data</code> | 90 % (9 of 10) | 99 % (199 of 200) |",
    );
  });

  it("names gates that did not pass, and folds those that did", () => {
    const start = markdown.indexOf("### Gates");
    expect(markdown.slice(start, markdown.indexOf("### Other changes"))).toMatchInlineSnapshot(`
      "### Gates

      | gate | environment | result | why |
      | --- | --- | --- | --- |
      | cost | <code>prod</code> | ⛔ did not pass | &#43;&#36;412.10 a month is more than &#36;200 |

      <details><summary>1 gate passed</summary>

      | gate | environment | result | why |
      | --- | --- | --- | --- |
      | policy | <code>dev</code> | ✅ passed | no mandatory finding |

      </details>

      "
    `);
  });

  it("tells the rest by component, what is predicted, and the messages of failed stacks", () => {
    const start = markdown.indexOf("### Other changes");
    expect(markdown.slice(start)).toMatchInlineSnapshot(`
      "### Other changes (1)

      <b><code>logs</code> <code>foundation:index:Bucket</code> in <code>dev-network</code></b>: 1 created

      <details><summary><b>create</b> <code>logs</code> <code>aws:ec2/vpc:Vpc</code> · <b>predicted</b> · 1 property</summary>

      \`\`\`diff
      + bucket: logs
      \`\`\`

      </details>

      ### Churn (1 only a hash)

      <details><summary>Hashes, order, secrets, and what is not known yet</summary>

      - <b>update</b> <code>function</code> <code>aws:ec2/vpc:Vpc</code> in <code>dev-network</code> · only a hash

      </details>

      ### Messages

      <details><summary><b>error</b> in <code>dev-network</code>: Error: no such zone at network.ts</summary>

      \`\`\`text
      Error: no such zone
        at network.ts
      \`\`\`

      </details>
      "
    `);
    expect(lineOf(markdown, "- <code>dev-network</code> is previewed")).toBe(
      "- <code>dev-network</code> is previewed with what <code>prod-network</code> will be: 1 change predicted because of that",
    );
  });

  it("has no headings of what is empty, and says nothing of what is left out where nothing is", () => {
    const calm = renderMarkdown(review());
    expect(headings(calm)).toEqual([]);
    expect(calm).not.toContain("left out");
    expect(calm).toContain("## ✅ Nothing would change in 1 stack");
  });

  it("has a marker of its own for each report of a pull request", () => {
    expect(renderMarkdown(review(), { id: "prod" }).split("\n")[0]).toBe("<!-- foundation-review:prod -->");
  });
});
