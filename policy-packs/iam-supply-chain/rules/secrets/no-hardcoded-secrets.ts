import { anyTypeRule } from "../../../core/rule";
import { forEachKnown } from "../../../core/unknown";

/** By what it is: texts that are a secret by their form, whatever they are for. */
const secrets: Readonly<Record<string, RegExp>> = {
  // docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html: unique ID prefixes
  "an AWS access key": /\b(AKIA|ASIA)[A-Z2-7]{16}\b/,
  "a private key": /-----BEGIN ([A-Z]+ )?PRIVATE KEY-----/,
  "a token of GitHub": /\b(gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{40})/,
  "a token of GitLab": /\bglpat-[\w-]{20}/,
  "a token of npm": /\bnpm_[A-Za-z0-9]{36}\b/,
  "a token of Pulumi": /\bpul-[0-9a-f]{40}\b/,
  "a token of Slack": /\bxox[abprs]-[0-9A-Za-z-]{10}/,
  "a key of Stripe": /\b[rs]k_live_[0-9A-Za-z]{16}/,
};

/** Where secrets belong, and those who make them. */
const keepers =
  /^(aws:secretsmanager\/|aws:ssm\/parameter:|aws:iam\/(accessKey|serverCertificate):|aws:acm\/certificate:|kubernetes:core\/v1:Secret$|pulumi:|tls:|random:)/;

/** No input is a secret that was written into the program. */
export const noHardcodedSecrets = anyTypeRule({
  name: "no-hardcoded-secrets",
  title: "No input holds an access key, a private key or a token in plain text.",
  severity: "critical",
  judges: (type) => !keepers.test(type),
  controls: {
    "pci-4.0": ["3.5.1", "7.2.1", "7.2.2", "7.2.3", "8.2.2", "8.3.2"],
  },
  remediationSteps: "Put the secret into Secrets Manager or Parameter Store and let the resource read it from there.",
  docs: {
    why: "Whoever reads the program, its state or the resource's description in the console has the secret, and it is never changed.",
    good: [
      {
        type: "aws:lambda/function:Function",
        name: "app",
        props: {
          environment: { variables: { TOKEN_SECRET: "arn:aws:secretsmanager:eu-central-1:111122223333:secret:token" } },
        },
      },
    ],
  },
  check({ props }, report) {
    forEachKnown(Object.keys(props), (property) => {
      const found = new Set<string>();
      try {
        forEachText(props[property], (text) => {
          for (const [what, form] of Object.entries(secrets)) if (form.test(text)) found.add(what);
        });
      } finally {
        for (const what of found) report(`${property} holds ${what}: keep it in Secrets Manager`);
      }
    });
  },
});

/** Visits every text in `value`, however deep, also behind unknown ones. */
function forEachText(value: unknown, visit: (text: string) => void): void {
  if (typeof value === "string") visit(value);
  if (typeof value !== "object" || value === null) return;
  forEachKnown(Object.keys(value), (key) => forEachText(Reflect.get(value, key), visit));
}
