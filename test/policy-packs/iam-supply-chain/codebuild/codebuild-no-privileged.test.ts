import { codebuildNoPrivileged } from "../../../../policy-packs/iam-supply-chain/rules/codebuild/codebuild-no-privileged";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

testRule(codebuildNoPrivileged, {
  bad: {
    "a privileged build": { set: { "environment.privilegedMode": true } },
    "another project than the listed one": {
      set: { "environment.privilegedMode": true },
      configuration: { allowed: ["images"] },
    },
    "artifacts in clear": { set: { "artifacts.encryptionDisabled": true } },
    "second artifacts in clear": {
      set: { secondaryArtifacts: [{ artifactIdentifier: "a" }, { artifactIdentifier: "b", encryptionDisabled: true }] },
    },
    "logs in clear": { set: { "logsConfig.s3Logs.encryptionDisabled": true } },
    "artifacts in clear of a project that may be privileged": {
      set: { "artifacts.encryptionDisabled": true },
      configuration: { allowed: ["example"] },
    },
    "logs in clear behind an unknown environment": {
      set: { environment: unknown, "logsConfig.s3Logs.encryptionDisabled": true },
    },
  },
  good: {
    "what CodeBuild does": { props: {} },
    "a project that builds images": {
      set: { "environment.privilegedMode": true },
      configuration: { allowed: ["example"] },
    },
  },
  unknown: ["environment", "environment.privilegedMode", "artifacts.encryptionDisabled"],
});
