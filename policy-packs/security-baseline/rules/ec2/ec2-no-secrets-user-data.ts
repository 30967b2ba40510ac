import { instanceTypes } from "../../../core/instances";
import { resourceRule } from "../../../core/rule";
import { decoded, secretIn } from "../../../core/secrets";
import { forEachKnown } from "../../../core/unknown";

const greeting = "#!/bin/sh\necho welcome > /etc/motd\n";

/** Instances fetch their secrets. */
export const ec2NoSecretsUserData = resourceRule({
  name: "ec2-no-secrets-user-data",
  title: "User data holds neither access keys, nor private keys, nor passwords.",
  severity: "critical",
  types: instanceTypes,
  controls: {
    "iso27001-2022": ["A.8.20", "A.8.21", "A.8.22"],
  },
  remediationSteps:
    "Keep secrets in Secrets Manager, let the instance's role read them, and change those that were in user data.",
  docs: {
    why: "Everyone who may describe instances, and every program on one, can read its user data.",
    good: {
      "aws:ec2/instance:Instance": { userData: greeting },
      "aws:ec2/launchTemplate:LaunchTemplate": { userData: Buffer.from(greeting).toString("base64") },
      "aws:ec2/launchConfiguration:LaunchConfiguration": { userData: greeting },
    },
  },
  check({ props }, report) {
    const launched: { readonly userData?: string; readonly userDataBase64?: string } = props;
    forEachKnown(["userData", "userDataBase64"] as const, (property) => {
      const text = launched[property];
      if (typeof text !== "string") return;
      const secret = secretIn(text) ?? secretIn(decoded(text));
      if (secret)
        report(`${property} holds ${secret}: fetch it from Secrets Manager with the instance's role, and change it`);
    });
  },
});
