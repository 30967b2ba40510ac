import { parseImage } from "../../../core/image";
import { resourceRule } from "../../../core/rule";
import { forEachImage } from "./images-of";

const image = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/app:1.4.2";

/** What was tested is what runs. */
export const imagesPinnedByDigest = resourceRule({
  name: "images-pinned-by-digest",
  title: "Container images are named by a digest or a version, not by latest.",
  severity: "medium",
  types: ["aws:ecs/taskDefinition:TaskDefinition", "aws:lambda/function:Function"],
  controls: {},
  remediationSteps: "Name the image by its digest (@sha256:…), or by a tag that its repository keeps immutable.",
  docs: {
    why: "The tag latest means another image tomorrow, so a restart deploys what nobody tested and no rollback brings back.",
    good: {
      "aws:ecs/taskDefinition:TaskDefinition": { containerDefinitions: JSON.stringify([{ name: "app", image }]) },
      "aws:lambda/function:Function": { packageType: "Image", imageUri: image },
    },
  },
  check(resource, report) {
    forEachImage(resource, (used, property) => {
      const { tag = "latest", digest } = parseImage(used);
      if (digest === undefined && tag === "latest") {
        report(`${property} has an image without a version: name a digest or an immutable tag`);
      }
    });
  },
});
