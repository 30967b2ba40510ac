/** The name in a URN; a stack's own where a finding is about it as a whole. */
export const nameOf = (urn: string): string => urn.split("::").slice(3).join("::") || urn;
