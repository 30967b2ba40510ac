import { z } from "zod";
import { parseImage } from "../../../core/image";
import { resourceRule } from "../../../core/rule";
import { isInStack, productionStacks } from "../../../core/stacks";
import { forEachImage } from "./images-of";

const image = `111122223333.dkr.ecr.eu-central-1.amazonaws.com/app:1.4.2@sha256:${"0123456789abcdef".repeat(4)}`;

/** In production an image is the very one that was tested. */
export const imagesDigestRequired = resourceRule({
  name: "images-digest-required",
  title: "In production, container images are named by a digest.",
  severity: "medium",
  // Which environments build by digest, a company has to say first.
  level: "advisory",
  types: [
    "aws:ecs/taskDefinition:TaskDefinition",
    "aws:lambda/function:Function",
    "aws:apprunner/service:Service",
    "aws:batch/jobDefinition:JobDefinition",
  ],
  parameters: z.object({ stacks: productionStacks }),
  controls: {},
  remediationSteps: "Name the image by its digest (repository@sha256:…), which the build that pushed it tells.",
  docs: {
    why: "A tag can be pushed again: what starts in the night is then another image than the one that was scanned and approved, with nothing in the program to show it.",
    good: {
      "aws:ecs/taskDefinition:TaskDefinition": { containerDefinitions: JSON.stringify([{ name: "app", image }]) },
      "aws:lambda/function:Function": { packageType: "Image", imageUri: image },
      "aws:apprunner/service:Service": { sourceConfiguration: { imageRepository: { imageIdentifier: image } } },
      "aws:batch/jobDefinition:JobDefinition": { containerProperties: JSON.stringify({ image }) },
    },
  },
  check(resource, report, { stacks }) {
    if (!isInStack(resource.urn, stacks)) return;
    forEachImage(resource, (used, property) => {
      if (!/^sha256:[0-9a-f]{64}$/.test(parseImage(used).digest ?? "")) {
        report(`${property} has an image that is named by a tag only: name its digest`);
      }
    });
  },
});
