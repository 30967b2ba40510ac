import type { Rule } from "../../../core/rule";
import { imagesDigestRequired } from "./images-digest-required";
import { imagesFromApprovedRegistries } from "./images-from-approved-registries";
import { imagesPinnedByDigest } from "./images-pinned-by-digest";

export const imagesRules: readonly Rule[] = [imagesDigestRequired, imagesFromApprovedRegistries, imagesPinnedByDigest];
