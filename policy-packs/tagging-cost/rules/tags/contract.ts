/**
 * The tag contract of the foundation, as its environment files keep it (stacks/environment-schema.ts); a test compares.
 * It is written out here because a pack has to work without the rest of the repository.
 */
export const tagContract = {
  /** Keys that everything has. */
  keys: ["owner", "cost-center", "data-classification", "environment", "managed-by"],
  /** How sensitive the data in a resource is. */
  dataClassifications: ["public", "internal", "confidential", "restricted"],
  /** What the name of an environment matches. */
  environment: "^[a-z][a-z0-9-]{0,31}$",
} as const;
