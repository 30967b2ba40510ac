import { createHash } from "node:crypto";
import type { Scope } from "../cloud/scope";
import { text } from "../values";
import { active, found, type Invoke, placeOf, required } from "./invoke";

const amiRelease = "20261101";

/**
 * What AWS itself publishes about the images of EKS nodes.
 *
 * Names: docs.aws.amazon.com/eks/latest/userguide/retrieve-ami-id.html and retrieve-ami-id-bottlerocket.html
 */
function published(name: string, { region }: Scope): string | undefined {
  const version = name.match(/\/(?:aws-k8s-)?(1\.\d+)(?:-\w+)?\//)?.[1];
  if (!/^\/aws\/service\/(eks\/optimized-ami|bottlerocket)\//.test(name) || version === undefined) return undefined;
  const digits = createHash("sha256").update(`${region}${name}`).digest("hex");
  if (name.endsWith("/image_id")) return `ami-0${digits.slice(0, 16)}`;
  if (name.endsWith("/release_version")) return `${version}.2-${amiRelease}`;
  return name.endsWith("/image_version") ? "1.50.0-5ac1a1f5" : undefined;
}

const getParameter: Invoke = (args, scope) => {
  const place = placeOf(args, scope);
  const name = required(args, "name");
  const own = active(place, "aws:ssm/parameter:Parameter", name)?.outputs ?? {};
  const given = text(own, "value") ?? published(name, place);
  const value = found(given, "ParameterNotFound", `couldn't find SSM parameter ${name}`);
  const arn = text(own, "arn") ?? `arn:${place.partition}:ssm:${place.region}::parameter${name}`;
  return {
    ...args,
    id: name,
    name,
    arn,
    value,
    insecureValue: value,
    type: text(own, "type") ?? "String",
    version: 1,
    region: place.region,
  };
};

export const ssmInvokes: Record<string, Invoke> = { "aws:ssm/getParameter:getParameter": getParameter };
