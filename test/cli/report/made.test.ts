import { expect, it } from "vitest";
import { made } from "../../../cli/report/made";
import { runResult } from "../../../cli/report/result";
import { stackResult } from "../../support/stack-result";

it("names the most numerous kinds that exist now and counts the rest", () => {
  const of = (count: number, op: string, type: string): [string, string, string][] =>
    Array.from({ length: count }, (_, index) => [op, type, `${index}`]);
  const resources = [
    ...of(1, "create", "pulumi:providers:aws"),
    ...of(1, "create", "foundation:index:Network"),
    ...of(3, "create", "aws:ec2/subnet:Subnet"),
    ...of(2, "same", "aws:ec2/routeTable:RouteTable"),
    ...of(4, "delete", "aws:ec2/eip:Eip"),
    ...["a:A", "b:B", "c:C", "d:D", "e:E"].flatMap((type) => of(1, "create", `aws:${type}`)),
  ];
  expect(made(runResult(true, [stackResult({ resources })], 1))).toMatchInlineSnapshot(`
    "Made in the sandbox; AWS was not touched
      dev-network: 3 Subnet, 2 RouteTable, 1 A, 1 B, 1 C, 1 D, and 1 other

    Where to look next
      npx foundation sandbox exec -- pulumi stack output --stack dev-network
      stacks/environments/dev.yaml: change something, then npx foundation preview dev --sandbox
      npx foundation preview --sandbox: every environment"
  `);
});
