import { imagesDigestRequired } from "../../../../policy-packs/iam-supply-chain/rules/images/images-digest-required";
import { testRule } from "../../../support/rule";

const tagged = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/app:1.4.2";
// The tests' stack is not a production one.
const configuration = { stacks: ["test"] };

testRule(imagesDigestRequired, {
  bad: {
    "a task's tag": { set: { containerDefinitions: JSON.stringify([{ image: tagged }]) }, configuration },
    "a second container's tag": {
      set: { containerDefinitions: JSON.stringify([{ name: "no-image" }, { image: tagged }]) },
      configuration,
    },
    "a function's tag": { of: "aws:lambda/function:Function", set: { imageUri: tagged }, configuration },
    "a service's tag": {
      of: "aws:apprunner/service:Service",
      set: { "sourceConfiguration.imageRepository.imageIdentifier": tagged },
      configuration,
    },
    "a job's tag": {
      of: "aws:batch/jobDefinition:JobDefinition",
      set: { containerProperties: JSON.stringify({ image: tagged }) },
      configuration,
    },
    "half a digest": { of: "aws:lambda/function:Function", set: { imageUri: "app@sha256:0123" }, configuration },
  },
  good: {
    "a tag where nobody asks": { set: { containerDefinitions: JSON.stringify([{ image: tagged }]) } },
    "a digest": { configuration },
    "a function of code": { of: "aws:lambda/function:Function", props: { runtime: "nodejs22.x" }, configuration },
  },
});
