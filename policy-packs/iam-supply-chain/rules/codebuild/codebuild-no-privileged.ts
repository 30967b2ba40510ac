import { z } from "zod";
import { resourceRule } from "../../../core/rule";
import { forEachKnown, judgeAll } from "../../../core/unknown";

/** Builds are kept from their host, and what they make is encrypted. */
export const codebuildNoPrivileged = resourceRule({
  name: "codebuild-no-privileged",
  title: "A CodeBuild project is not privileged, unless it is listed, and encrypts its artifacts and logs.",
  severity: "medium",
  types: ["aws:codebuild/project:Project"],
  parameters: z.object({
    allowed: z
      .array(z.string())
      .default([])
      .describe("Names of the resources of projects that may be privileged, to build images"),
  }),
  controls: {},
  remediationSteps:
    "Set environment.privilegedMode to false, or list a project that builds images in allowed; remove encryptionDisabled.",
  docs: {
    why: "A build runs what others wrote: privileged, it gets at its host and at the role of the project.",
    good: {
      "aws:codebuild/project:Project": {
        environment: { privilegedMode: false },
        artifacts: { type: "S3", location: "example-artifacts" },
        logsConfig: { s3Logs: { status: "ENABLED", location: "example-logs/builds" } },
      },
    },
  },
  check({ name, props: project }, report, { allowed }) {
    judgeAll(
      () => {
        if (!allowed.includes(name) && project.environment?.privilegedMode === true) {
          report("the build is privileged: set environment.privilegedMode to false");
        }
      },
      // Encrypted where nothing is said.
      () => {
        if (project.artifacts?.encryptionDisabled === true) {
          report("artifacts are not encrypted: remove artifacts.encryptionDisabled");
        }
      },
      () =>
        forEachKnown(project.secondaryArtifacts, ({ encryptionDisabled }) => {
          if (encryptionDisabled === true) {
            report("artifacts are not encrypted: remove encryptionDisabled in secondaryArtifacts");
          }
        }),
      () => {
        if (project.logsConfig?.s3Logs?.encryptionDisabled === true) {
          report("logs are not encrypted: remove logsConfig.s3Logs.encryptionDisabled");
        }
      },
    );
  },
});
