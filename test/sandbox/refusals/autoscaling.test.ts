import { expect, it } from "vitest";
import { make, makeSubnet, makeVpc, preview, refusal, startCloud } from "../../support/models";
import { shows, showsAllOf } from "../../support/refusals";

const type = "aws:autoscaling/group:Group";
const templateType = "aws:ec2/launchTemplate:LaunchTemplate";

/** What a group of nodes needs. */
function given() {
  const template = make(templateType, { name: "nodes" });
  const vpc = makeVpc();
  const subnets = [makeSubnet(vpc.id, "10.0.0.0/24"), makeSubnet(vpc.id, "10.0.1.0/24", "eu-west-1b")];
  return {
    name: "nodes",
    minSize: 1,
    maxSize: 3,
    launchTemplate: { id: template.id, version: "1" },
    vpcZoneIdentifiers: subnets.map(({ id }) => id),
  };
}
function valid() {
  const inputs = given();
  make(type, inputs);
  return { ...inputs, name: "others" };
}

shows("AlreadyExists", "a name that is taken", {
  valid,
  refused: (inputs) => make(type, { ...inputs, name: "nodes" }),
});
shows("ValidationError", "a subnet that there is not", {
  valid,
  refused: (inputs) => make(type, { ...inputs, vpcZoneIdentifiers: ["subnet-0123456789abcdef0"] }),
  says: /subnet ID 'subnet-0123456789abcdef0' does not exist/,
});
shows("ValidationError", "a launch template that there is not, by id", {
  valid,
  refused: (inputs) => make(type, { ...inputs, launchTemplate: { id: "lt-0123456789abcdef0" } }),
  says: /template ID lt-0123456789abcdef0, does not exist/,
});
shows("ValidationError", "a launch template that there is not, by name", {
  valid: () => {
    const inputs = { ...given(), launchTemplate: { name: "nodes" } };
    make(type, inputs);
    return { ...inputs, name: "others" };
  },
  refused: (inputs) => make(type, { ...inputs, launchTemplate: { name: "node" } }),
  says: /template name node, does not exist/,
});

for (const [what, sizes, says] of [
  ["a smallest size over the largest", { minSize: 4 }, /^Max bound, 3, must be greater than or equal to min bound, 4$/],
  [
    "more than the largest size",
    { desiredCapacity: 4 },
    /^Desired capacity:4 must be between .* min size:1 and max size:3$/,
  ],
  ["less than the smallest size", { minSize: 2, desiredCapacity: 1 }, /^Desired capacity:1 must be between/],
] as const) {
  shows("ValidationError", what, {
    valid,
    refused: (inputs) => {
      expect(refusal(() => preview(type, { ...inputs, ...sizes }))).toBe("ValidationError");
      return make(type, { ...inputs, ...sizes });
    },
    says,
  });
}

it("is as large as its smallest size where nobody says more, in the zones of its subnets", () => {
  startCloud();
  const { id, outputs } = make(type, { ...given(), desiredCapacity: 0 });
  expect(id).toBe("nodes");
  expect(outputs.availabilityZones).toEqual(["eu-west-1a", "eu-west-1b"]);
  expect(outputs.arn).toMatch(
    /^arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:[0-9a-f-]{36}:autoScalingGroupName\/nodes$/,
  );
  startCloud();
  expect(make(type, given()).outputs.desiredCapacity).toBe(1);
});

showsAllOf("aws:autoscaling/");
