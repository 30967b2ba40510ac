import { z } from "zod";
import { matchesImage } from "../../../core/image";
import { resourceRule } from "../../../core/rule";
import { forEachImage } from "./images-of";

const image = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/app:1.4.2";

/** What runs comes from where somebody looks at it first. */
export const imagesFromApprovedRegistries = resourceRule({
  name: "images-from-approved-registries",
  title: "Container images come from registries that are allowed.",
  severity: "high",
  types: [
    "aws:ecs/taskDefinition:TaskDefinition",
    "aws:lambda/function:Function",
    "aws:apprunner/service:Service",
    "aws:batch/jobDefinition:JobDefinition",
  ],
  parameters: z.object({
    registries: z
      .array(z.string())
      .default(["*.dkr.ecr.*.amazonaws.com/*"])
      .describe("Images that may be used; an asterisk stands for anything in a segment, one at the end for anything."),
  }),
  controls: {},
  remediationSteps: "Copy the image to a registry of your own, by ECR's pull through cache, and use it from there.",
  docs: {
    why: "What anybody may publish, anybody may change: the next start runs it with this workload's role.",
    good: {
      "aws:ecs/taskDefinition:TaskDefinition": { containerDefinitions: JSON.stringify([{ name: "app", image }]) },
      "aws:lambda/function:Function": { packageType: "Image", imageUri: image },
      "aws:apprunner/service:Service": { sourceConfiguration: { imageRepository: { imageIdentifier: image } } },
      "aws:batch/jobDefinition:JobDefinition": { containerProperties: JSON.stringify({ image }) },
    },
  },
  check(resource, report, { registries }) {
    forEachImage(resource, (used, property) => {
      if (!matchesImage(used, registries)) {
        report(`${property} has an image of a registry that is not allowed: copy it to one that is`);
      }
    });
  },
});
