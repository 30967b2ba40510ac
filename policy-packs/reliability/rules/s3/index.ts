import type { Rule } from "../../../core/rule";
import { s3NoForceDestroy } from "./s3-no-force-destroy";
import { s3Versioning } from "./s3-versioning";

export const s3Rules: readonly Rule[] = [s3NoForceDestroy, s3Versioning];
