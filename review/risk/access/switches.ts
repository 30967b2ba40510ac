import { isClosedAcl, publicAccessSwitches } from "../../../policy-packs/core/buckets";
import type { Step } from "../../model/step";
import { isHidden, type Shown } from "../../model/values";
import type { Found, Judge } from "../judge";
import { containsRange } from "../network/ranges";
import { isOpen } from "../network/reach";
import { moved, propertyOf } from "../reading";
import type { RiskId } from "../table";
import { changeWords } from "../words";

/** A property that opens something to others. */
interface Switch {
  readonly id: RiskId;
  readonly types: RegExp;
  readonly path: string;
  /** Whether a value opens it; undefined is what it is where nothing is set. */
  opens(value: Shown | undefined): boolean;
  /** What then is true, after the name. */
  readonly says: string;
}

const on = (value: Shown | undefined): boolean => value === true;
const onByDefault = (value: Shown | undefined): boolean => value !== false;
const is =
  (wanted: string) =>
  (value: Shown | undefined): boolean =>
    value === wanted;

const addressed =
  /^aws:(rds\/(instance|clusterInstance)|redshift\/cluster|redshiftserverless\/workgroup|docdb\/clusterInstance|neptune\/clusterInstance|dms\/replicationInstance|mq\/broker|lightsail\/database|timestreaminfluxdb\/dbInstance):/;
const group = /(AllUsers|AuthenticatedUsers)$/;

/** Everything that a property alone opens. */
export const switches: readonly Switch[] = [
  ...publicAccessSwitches.map(
    (path): Switch => ({
      id: "public-block-removed",
      types: /^aws:s3(control)?\/(bucketPublicAccessBlock|accountPublicAccessBlock):/,
      path,
      opens: (value) => value !== true,
      says: "lets buckets be opened to everyone",
    }),
  ),
  {
    id: "public-data",
    types: /^aws:s3\/bucket(V2|Acl|AclV2)?:/,
    path: "acl",
    opens: (acl) => !isClosedAcl(acl === undefined ? undefined : String(acl)),
    says: "is open to others by its ACL",
  },
  {
    id: "public-data",
    types: /^aws:s3\/bucket(Acl|AclV2):/,
    path: "accessControlPolicy",
    opens: (policy) => group.test(uris(policy).join(" ")),
    says: "is open to others by its ACL",
  },
  { id: "public-data", types: addressed, path: "publiclyAccessible", opens: on, says: "gets a public address" },
  {
    id: "public-data",
    types: /^aws:msk\/cluster:/,
    path: "brokerNodeGroupInfo.connectivityInfo.publicAccess.type",
    opens: is("SERVICE_PROVIDED_EIPS"),
    says: "gets public addresses",
  },
  {
    id: "public-data",
    types: /^aws:neptunegraph\/graph:/,
    path: "publicConnectivity",
    opens: on,
    says: "gets a public endpoint",
  },
  {
    id: "public-endpoint",
    types: /^aws:eks\/cluster:/,
    path: "vpcConfig.endpointPublicAccess",
    opens: onByDefault,
    says: "has its API server on the Internet",
  },
  {
    id: "public-endpoint",
    types: /^aws:(lb|alb|elb)\/loadBalancer:/,
    path: "internal",
    opens: (value) => value !== true,
    says: "is on the Internet",
  },
  {
    id: "public-endpoint",
    types: /^aws:lambda\/functionUrl:/,
    path: "authorizationType",
    opens: is("NONE"),
    says: "can be called by anyone",
  },
  {
    id: "public-endpoint",
    types: /^aws:apigateway\/method:/,
    path: "authorization",
    opens: is("NONE"),
    says: "can be called by anyone",
  },
  {
    id: "public-endpoint",
    types: /^aws:apigatewayv2\/route:/,
    path: "authorizationType",
    opens: (value) => (value ?? "NONE") === "NONE",
    says: "can be called by anyone",
  },
  {
    id: "public-address",
    types: /^aws:ec2\/subnet:/,
    path: "mapPublicIpOnLaunch",
    opens: on,
    says: "gives what starts in it public addresses",
  },
  {
    id: "public-address",
    types: /^aws:ec2\/instance:/,
    path: "associatePublicIpAddress",
    opens: on,
    says: "gets a public address",
  },
  {
    id: "public-address",
    types: /^aws:ec2\/launchTemplate:/,
    path: "networkInterfaces[0].associatePublicIpAddress",
    opens: (value) => value === true || value === "true",
    says: "gives what it starts public addresses",
  },
  {
    id: "public-address",
    types: /^aws:ecs\/service:/,
    path: "networkConfiguration.assignPublicIp",
    opens: on,
    says: "gives its tasks public addresses",
  },
  {
    id: "shared-outside",
    types: /^aws:ram\/resourceShare:/,
    path: "allowExternalPrincipals",
    opens: on,
    says: "can be shared outside the organization",
  },
  {
    id: "shared-outside",
    types: /^aws:rds\/snapshot:/,
    path: "sharedAccounts",
    opens: (value) => listOf(value).length > 0,
    says: "is shared with other accounts",
  },
  {
    id: "shared-outside",
    types: /^aws:rds\/clusterSnapshot(Copy)?:/,
    path: "sharedAccounts",
    opens: (value) => listOf(value).length > 0,
    says: "is shared with other accounts",
  },
  {
    id: "shared-outside",
    types: /^aws:ecrpublic\/repository:/,
    path: "repositoryName",
    opens: (value) => value !== undefined,
    says: "is there for everyone to pull from",
  },
  {
    id: "login-weakened",
    types: /^aws:eks\/cluster:/,
    path: "accessConfig.bootstrapClusterCreatorAdminPermissions",
    opens: on,
    says: "makes whoever creates it its administrator",
  },
  {
    id: "login-weakened",
    types: /^aws:ec2\/(instance|launchTemplate):/,
    path: "metadataOptions.httpTokens",
    opens: is("optional"),
    says: "gives its credentials to requests without a token (IMDSv1)",
  },
  {
    id: "login-weakened",
    types: /^aws:rds\/(instance|cluster):/,
    path: "iamDatabaseAuthenticationEnabled",
    opens: (value) => value !== true,
    says: "takes no logins by IAM",
  },
];

const listOf = (value: Shown | undefined): readonly Shown[] => (Array.isArray(value) ? value : []);

function uris(policy: Shown | undefined): readonly string[] {
  const grants = (policy as { readonly grants?: Shown } | undefined)?.grants;
  return listOf(grants).map((grant) => String((grant as { grantee?: { uri?: Shown } } | null)?.grantee?.uri ?? ""));
}

/** What only matters where it changes: what is made without it is no news. */
const onlyChanged = new Set(["iamDatabaseAuthenticationEnabled"]);

const byType = new Map<string, readonly Switch[]>();
const switchesOf = (type: string): readonly Switch[] => {
  const known = byType.get(type) ?? switches.filter(({ types }) => types.test(type));
  byType.set(type, known);
  return known;
};

/** Properties that newly open something to the public or to others. */
export const publicSwitches: Judge = (step) => {
  const found = switchesOf(step.type).flatMap((one) => switched(step, one) ?? []);
  return [...found, ...cidrs(step), ...blocksRemoved(step)];
};

function switched(step: Step, { id, path, opens, says }: Switch): Found | undefined {
  if (step.new === undefined || (step.old === undefined && onlyChanged.has(path))) return undefined;
  const change = moved(step, path) ?? (step.old === undefined ? { path } : undefined);
  if (change === undefined) return undefined;
  const { after } = change as { readonly after?: Shown };
  const { before } = change as { readonly before?: Shown };
  if (step.old !== undefined && !isHidden(before) && opens(before)) return undefined;
  if (isHidden(after)) {
    const summary = `whether ${step.name} ${says} is not judged: ${path} is known only when it is made`;
    return { id: "access-unknown", summary, properties: [path] };
  }
  if (!opens(after)) return undefined;
  const details = step.old === undefined ? [] : [changeWords(change)];
  return { id, summary: `${step.name} ${says}`, details, properties: [path] };
}

/** Address ranges that may reach the public endpoint of a cluster. */
function cidrs(step: Step): Found[] {
  const path = "vpcConfig.publicAccessCidrs";
  if (step.type !== "aws:eks/cluster:Cluster" || propertyOf(step.new, "vpcConfig.endpointPublicAccess") === false)
    return [];
  const change = moved(step, path);
  if (change === undefined || step.new === undefined) return [];
  const before = step.old === undefined ? [] : textsOf(change.before ?? ["0.0.0.0/0"]);
  const added = textsOf(change.after ?? ["0.0.0.0/0"]).filter(
    (one) => !before.some((wider) => containsRange(wider, one)),
  );
  if (added.length === 0) return [];
  const id = added.some(isOpen) ? "public-endpoint" : "network-given";
  const whom = added.some(isOpen) ? "everyone" : added.join(", ");
  return [{ id, summary: `${whom} can newly reach the API server of ${step.name}`, properties: [path] }];
}

const textsOf = (value: Shown | undefined): string[] => listOf(value).filter((one) => typeof one === "string");

/** Without its block, what a bucket's policy or ACL says of everyone is in force. */
function blocksRemoved({ op, type, name }: Step): Found[] {
  if (op !== "delete" || !/^aws:s3(control)?\/(bucketPublicAccessBlock|accountPublicAccessBlock):/.test(type))
    return [];
  return [{ id: "public-block-removed", summary: `${name} is deleted: buckets can be opened to everyone` }];
}
