import { z } from "zod";
import { untypedRule } from "../../../core/rule";

const password = "random:index/randomPassword:RandomPassword";
const privateKey = "tls:index/privateKey:PrivateKey";

/**
 * How many characters a class has; all are in use where nothing else is said
 * (registry.terraform.io/providers/hashicorp/random/latest/docs/resources/password).
 */
const classes = { lower: 26, upper: 26, numeric: 10, special: 21 } as const;

const parameters = z.object({
  minimumBits: z
    .number()
    .default(90)
    .describe("How much there must be to guess in a password, as a power of two: 16 letters and digits have 95."),
  minimumRsaBits: z.int().default(2048).describe("The least size of an RSA key."),
});

/** Secrets that a program makes are as hard to guess as others. */
export const pulumiGeneratedSecretsStrong = untypedRule({
  name: "pulumi-generated-secrets-strong",
  title: "Passwords and keys that a program makes are long enough.",
  severity: "medium",
  types: [password, privateKey],
  parameters,
  controls: {},
  remediationSteps:
    "Set length of a password to 16 or more, rsaBits of a key to 2048 or more, and ecdsaCurve to P256 or a larger one.",
  docs: {
    why: "A short password is found by trying, and what is made by a program nobody ever looks at again; a key of the default curve P224 no browser takes and no certificate of ACM.",
    good: [
      { type: password, name: "database", props: { length: 32, special: false } },
      { type: privateKey, name: "ingress", props: { algorithm: "ECDSA", ecdsaCurve: "P256" } },
    ],
  },
  check({ type, props }, report, { minimumBits, minimumRsaBits }) {
    if (type === password) {
      const bitsEach = Math.log2(Math.max(2, charactersOf(props)));
      if (Number(props.length ?? 0) * bitsEach < minimumBits) {
        report(`the password is easy to guess: set length to ${Math.ceil(minimumBits / bitsEach)} or more`);
      }
      return;
    }
    // Defaults: registry.terraform.io/providers/hashicorp/tls/latest/docs/resources/private_key.
    if (props.algorithm === "ECDSA" && (props.ecdsaCurve ?? "P224") === "P224") {
      report("P224, the default curve, is no longer taken by those who check certificates: set ecdsaCurve to P256");
    }
    if (props.algorithm === "RSA" && Number(props.rsaBits ?? 2048) < minimumRsaBits) {
      report(`the key is too short: set rsaBits to ${minimumRsaBits} or more`);
    }
  },
});

/** How many characters a password is made of. */
function charactersOf(props: Readonly<Record<string, unknown>>): number {
  // `number` is the old name of `numeric`; characters of one's own stand in place of the special ones.
  const numeric = props.numeric ?? props.number;
  const own = props.overrideSpecial;
  const special = typeof own === "string" && own !== "" ? new Set(own).size : classes.special;
  const sizes = { ...classes, special };
  const used = { lower: props.lower, upper: props.upper, numeric, special: props.special };
  const names = Object.keys(classes) as (keyof typeof classes)[];
  return names.reduce((sum, name) => sum + (used[name] === false ? 0 : sizes[name]), 0);
}
