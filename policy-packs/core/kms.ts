import { isNonEmpty } from "./unknown";

/**
 * Whether `object` names a KMS key of one's own at `key`, known or not: nothing is none, and neither is an alias under
 * alias/aws/, which stands for a key that AWS manages and whose policy nobody can change.
 */
export function namesOwnKey<T extends object>(object: T | undefined, key: keyof T): boolean {
  if (object === undefined || !isNonEmpty(object, key)) return false;
  // By its descriptor, which says an unknown value without throwing: an unknown one is some key.
  return !/(^|:)alias\/aws\//.test(String(Object.getOwnPropertyDescriptor(object, key)?.value));
}

/** The ARN of a key, for examples. */
export const exampleKey = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
