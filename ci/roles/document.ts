/** A statement of an IAM policy document. */
export interface Statement {
  readonly Sid?: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: Readonly<Record<string, string>>;
  readonly Action?: string | readonly string[];
  readonly NotAction?: readonly string[];
  readonly Resource?: string | readonly string[];
  readonly NotResource?: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

export interface PolicyDocument {
  readonly Version: "2012-10-17";
  readonly Statement: readonly Statement[];
}

export const policyDocument = (...Statement: Statement[]): PolicyDocument => ({ Version: "2012-10-17", Statement });

/** A role with all that AWS needs to make it. */
export interface Role {
  readonly name: string;
  readonly description: string;
  readonly trust: PolicyDocument;
  /** ARNs of AWS's own policies. */
  readonly managed: readonly string[];
  readonly permissions: PolicyDocument;
  /** Seconds. */
  readonly maxSession: number;
}
