import type { CloudResource } from "../cloud/resource";
import type { Scope } from "../cloud/scope";
import type { Quota } from "../quotas/quota";
import type { Properties, Value } from "../values";

/** What the cloud is asked for, as a model sees it. */
export interface Request {
  /** The account and region (or the account's global part) that the request goes to. */
  scope: Scope;
  inputs: Properties;
  /** The resource as it is, at an update or a delete. */
  prior?: CloudResource;
}

/** What an id is made from. */
export interface Draft extends Request {
  /** 64 hexadecimal digits that no other resource ever had. */
  digits: string;
}

/** What a computed property is worked out from. */
export interface Made extends Draft {
  id: string;
}

export type Computed = Record<string, (made: Made) => Value | undefined>;

/** The property that the provider names by itself where the program does not. */
export interface AutoName {
  /** Its dotted path. */
  property: string;
  /** Longest name that AWS takes. Default: 255. */
  maxLength?: number;
  /** What comes before the logical name. */
  prefix?: string;
  /** Whether capitals of the logical name become small letters. Default: false. */
  lowerCase?: boolean;
  /** Whether random digits follow the logical name. Default: true. */
  suffix?: boolean;
}

/** What a property must name: something that exists in the same account and region. */
export interface Reference {
  /** Types that it may name, the usual one first. */
  types: readonly string[];
  /** The property that holds what is referred to. Default: the id. */
  by?: string;
  /** Which values can be judged. Default: all, but for ARNs of another account. */
  applies?: (value: string) => boolean;
  /** How it is looked up where that is not by a property in the same account and region. */
  exists?: (scope: Scope, value: string) => boolean;
  /** AWS's error code where nothing has that id. */
  code: string;
  /**
   * Whether the real provider tries again for some minutes: the service that is asked sees what another one has made
   * a little later, so what was made a moment ago is not there yet (propagation.ts).
   */
  retried?: boolean;
  /** The page that says so. */
  source: string;
  message: (value: string) => string;
}

export type Operation = "create" | "update" | "delete";

/** One thing that AWS refuses. */
export interface Refusal {
  /** AWS's error code. */
  code: string;
  /** The page that says so. */
  source: string;
  /** The quota that it enforces. */
  quota?: Quota;
  /** Default: create and update. */
  on?: readonly Operation[];
  /**
   * Whether the real provider tries again for some minutes, since something else that is being made or deleted may
   * end it.
   */
  retried?: boolean;
  /** Properties it looks at, by dotted path: while one is not known yet, nothing is refused. */
  reads?: readonly string[];
  /**
   * Whether it looks at inputs only, so that a preview refuses too. A preview cannot judge by what the cloud has now:
   * the same update may change that first.
   */
  atPreview?: boolean;
  /**
   * Whether it says of something that it does not exist, as a {@link Reference} does that is inside a text: left out
   * where tests make ids up.
   */
  looksUp?: boolean;
  /** What is wrong, in AWS's words; undefined where nothing is. */
  when: (request: Request) => string | undefined;
}

/** How long a thing is being made or changed: milliseconds in the sandbox for what takes minutes on AWS. */
export interface Waits {
  create: number;
  update: number;
}

/** How the simulated cloud treats one resource type: one small file each. */
export interface Model {
  /** Pulumi's type token, e.g. `aws:ec2/vpc:Vpc`. */
  type: string;
  /**
   * Source file of the Terraform provider that its properties, what replaces it and the form of its id are from, e.g.
   * `internal/service/ec2/vpc_.go`. Every model of an AWS type but the generic one has it.
   */
  schema?: string;
  /** Whether the account has it once for all regions. Default: false. */
  global?: boolean;
  autoName?: AutoName;
  /**
   * Inputs that the provider fills in where the program does not (`Default` in its schema), by dotted path; what is
   * inside an object only where the program gives that object.
   */
  defaults?: Properties;
  /**
   * Paths whose change replaces the resource (`ForceNew` in the provider's schema); what is inside counts too. None is
   * a statement as well. `region` always does and is not named here.
   */
  immutable: readonly string[];
  /** Further paths that a change from `olds` to `news` replaces the resource for (`CustomizeDiff`). */
  replaces?: (olds: Properties, news: Properties) => readonly string[];
  /** Whether a replacement deletes first even where the name would change. Default: false. */
  deleteBeforeReplace?: boolean;
  /** Paths of lists whose order says nothing. */
  sets?: readonly string[];
  /** Paths of JSON texts, compared by what they say. */
  documents?: readonly string[];
  /** By path, the one form of texts that mean the same (`DiffSuppressFunc` and `StateFunc` in the provider's schema). */
  same?: Readonly<Record<string, (text: string) => string>>;
  /** Properties that are always secret. */
  secrets?: readonly string[];
  /** Whether it takes tags: `tagsAll` then holds them with the provider's default tags. */
  tagged?: boolean;
  /** Properties, by dotted path, that must name something that exists. */
  references?: Readonly<Record<string, Reference>>;
  refusals?: readonly Refusal[];
  /** Its id. */
  id: (draft: Draft) => string;
  /** Its ARN, where no property `arn` holds it. */
  arn?: (scope: Scope, id: string) => string;
  /** Properties that AWS fills in where the inputs have none; unknown in a preview. */
  computed?: Computed;
  /** Computed properties inside an object, by the object's name. */
  completed?: Readonly<Record<string, Computed>>;
  /** Computed properties that an update changes. */
  recomputed?: readonly string[];
  /** Properties that a read takes from other things, e.g. the rules of a security group. */
  seen?: (resource: CloudResource, scope: Scope) => Properties;
  /** Milliseconds that AWS still works after it has answered, and that the real provider waits for. Default: none. */
  waits?: Waits;
  /** What else AWS makes when it is made. */
  made?: (made: Made) => void;
  /** What else AWS notes when it is changed. */
  changed?: (made: Made) => void;
  /** What is left of it. Default: nothing. */
  deleted?: (made: Made) => Partial<Pick<CloudResource, "status" | "owner" | "outputs">> | undefined;
}
