import type { Properties } from "../../../../sandbox/values";
import { change, make } from "../../../support/models";
import { shows } from "../../../support/refusals";
import { showsInputs } from "./support";

const type = "aws:ec2/launchTemplate:LaunchTemplate";
const fine = () => ({ name: "nodes-(1)./_x", userData: Buffer.from("x".repeat(16_384)).toString("base64") });

for (const name of ["ab", "n".repeat(129), "no des"]) {
  showsInputs("InvalidLaunchTemplateName.MalformedException", `a template named ${name.slice(0, 6)}`, type, {
    fine,
    but: () => ({ name }),
  });
}
const combinations: Properties[] = [
  { namePrefix: "nodes--" },
  { defaultVersion: 1, updateDefaultVersion: true },
  { securityGroupNames: ["web"], vpcSecurityGroupIds: ["sg-1"] },
  { instanceType: "m7g.large", instanceRequirements: { memoryMib: { min: 1 }, vcpuCount: { min: 1 } } },
];
for (const but of combinations) {
  showsInputs("InvalidParameterCombination", `a template with ${Object.keys(but).join(" and ")}`, type, {
    fine,
    but: () => but,
  });
}
showsInputs("InvalidParameterValue", "a long description", type, {
  fine: () => ({ ...fine(), description: "d".repeat(255) }),
  but: () => ({ description: "d".repeat(256) }),
  says: /VersionDescription/,
});
showsInputs("InvalidUserData.Malformed", "user data that is not encoded", type, {
  fine,
  but: () => ({ userData: "#!/bin/sh" }),
});
showsInputs("InvalidParameterValue", "more user data than 16 KB", type, {
  fine,
  but: () => ({ userData: Buffer.from("x".repeat(16_385)).toString("base64") }),
  says: /16384 bytes/,
});
shows("InvalidLaunchTemplateName.AlreadyExistsException", "a name that is taken", {
  valid: () => {
    make(type, { name: "nodes" });
    make(type, { name: "others" });
  },
  refused: () => make(type, { name: "nodes" }),
});
shows("InvalidLaunchTemplateId.VersionNotFound", "a default version that there is not", {
  valid: () => {
    const template = make(type, { name: "nodes", imageId: "ami-1" });
    return change(template, { imageId: "ami-2", defaultVersion: 2 });
  },
  refused: (template) => change(template, { defaultVersion: 3 }),
});
