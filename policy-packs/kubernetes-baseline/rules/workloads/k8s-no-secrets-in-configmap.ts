import { resourceRule } from "../../../core/rule";
import { forEachKnown } from "../../../core/unknown";

/** Names whose value is a secret itself, not where one is or what it must be like. */
const secretName =
  /(^|[^a-z])(pass(word|wd|phrase)|secret|(api|access|private|secret)[_-]?key|(access|auth|bearer|refresh)[_-]?token|token)$/i;

/** Texts that are secrets whatever they are called: private keys, and access keys of AWS, GitHub and Slack. */
const secretText =
  /-----BEGIN [A-Z ]*PRIVATE KEY-----|\b(AKIA|ASIA)[A-Z0-9]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}|\bxox[abprs]-[\w-]{10,}/;

/** A name and its value, as in properties, environment files, YAML and JSON. */
const assignment = /(?:^|[\s,{"'])([\w.-]+)["']?[ \t]*[:=][ \t]*["']?([^"'\s,}]*)/g;

/** What is filled in later, or says that there is none. */
const placeholder = /^$|^\$[({\w]|^\{\{|^<|^(true|false|null|none|nil|~|[|>]-?)$|^\*+$|^\/|^(vault|file|arn|ssm):/i;

/** Secrets are not where everybody reads. */
export const k8sNoSecretsInConfigmap = resourceRule({
  name: "k8s-no-secrets-in-configmap",
  title: "No ConfigMap holds what looks like a secret.",
  severity: "high",
  types: ["kubernetes:core/v1:ConfigMap"],
  controls: {},
  remediationSteps:
    "Move the value to AWS Secrets Manager, or to a Secret, and refer to it; then change it, since it was read.",
  docs: {
    why: "ConfigMaps are not encrypted like secrets, most roles may read them, and tools print them.",
    good: {
      "kubernetes:core/v1:ConfigMap": {
        data: { "app.properties": "DATABASE_HOST=db.example.com\nDATABASE_PASSWORD=$(DATABASE_PASSWORD)\n" },
      },
    },
  },
  check({ props: { data } }, report) {
    forEachKnown(Object.keys(data ?? {}), (key) => {
      const value = String(data?.[key] ?? "");
      if (isSecret(key, value.trim()) || secretText.test(value) || hasSecretLine(value)) {
        report("a value looks like a secret: move it out of data, to a Secret or to AWS Secrets Manager");
      }
    });
  },
});

const isSecret = (name: string, value: string): boolean =>
  secretName.test(name.replace(/([a-z])([A-Z])/g, "$1_$2")) && !placeholder.test(value);

function hasSecretLine(text: string): boolean {
  return [...text.matchAll(assignment)].some(([, name = "", value = ""]) => isSecret(name, value));
}
