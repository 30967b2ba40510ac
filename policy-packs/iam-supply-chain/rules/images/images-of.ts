import { isRecord, parseJson } from "../../../core/json";
import type { Props } from "../../../core/resource-types";
import { forEachKnown } from "../../../core/unknown";

/** The types that run an image, other than Kubernetes's. */
export type ImageType =
  | "aws:apprunner/service:Service"
  | "aws:batch/jobDefinition:JobDefinition"
  | "aws:ecs/taskDefinition:TaskDefinition"
  | "aws:lambda/function:Function";

type Running = { [T in ImageType]: { readonly type: T; readonly props: Props<T> } }[ImageType];

/** Visits the images that a resource runs; `property` is where they stand. */
export function forEachImage(resource: Running, visit: (image: string, property: string) => void): void {
  const { type, props } = resource;
  if (type === "aws:ecs/taskDefinition:TaskDefinition") {
    visitAll(containersOf(props.containerDefinitions), "containerDefinitions", visit);
  } else if (type === "aws:batch/jobDefinition:JobDefinition") {
    visitAll(containersOf(props.containerProperties), "containerProperties", visit);
    visitAll(props.eksProperties?.podProperties?.containers, "eksProperties", visit);
  } else if (type === "aws:lambda/function:Function") {
    visitAll([{ image: props.imageUri }], "imageUri", visit);
  } else {
    const image = props.sourceConfiguration?.imageRepository?.imageIdentifier;
    visitAll([{ image }], "sourceConfiguration.imageRepository", visit);
  }
}

function visitAll(
  containers: readonly { readonly image?: unknown }[] | undefined,
  property: string,
  visit: (image: string, property: string) => void,
): void {
  forEachKnown(containers, ({ image }) => {
    if (typeof image === "string" && image !== "") visit(image, property);
  });
}

/** Definitions of containers in JSON, of one or of many; a text that is none has none, since the provider refuses it. */
const containersOf = (definitions: string | undefined): readonly { readonly image?: unknown }[] =>
  definitions === undefined ? [] : [parseJson(definitions)].flat().filter(isRecord);
