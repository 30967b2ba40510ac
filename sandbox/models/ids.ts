import type { Draft } from "./model";

/** Ids as EC2 makes them: a prefix and 17 hexadecimal digits, e.g. `vpc-0a1b2c3d4e5f60718`. */
export function ec2Id(prefix: string): (draft: Draft) => string {
  return ({ digits }) => `${prefix}-0${digits.slice(0, 16)}`;
}

/** A UUID of the first 32 digits. */
export function uuid(digits: string): string {
  return digits.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** An IAM id: its kind's four letters and 17 further characters, e.g. `AROA…` for a role. */
export function iamId(prefix: string, digits: string): string {
  return `${prefix}${digits.slice(0, 17).toUpperCase()}`;
}
