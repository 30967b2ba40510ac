/** What in `text` is a secret, in words that do not give it away; undefined where nothing looks like one. */
export function secretIn(text: string): string | undefined {
  return shapes.find(({ shape }) => shape.test(text))?.is ?? (assignsSecret(text) ? password : undefined);
}

/** Which variable holds what kind of secret, without its value; undefined where it holds none. */
export function secretVariable(name: string, value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const secret = secretIn(value) ?? (isSecretName(name) && isLiteral(value) ? password : secretKeyAlone(value));
  return secret && `${/^\w{1,100}$/.test(name) ? name : "a variable"}, ${secret},`;
}

const password = "a password or token";

/** Nothing but forty letters, digits and signs of base64, as secret access keys are; a commit's hash has fewer letters. */
const secretKeyAlone = (value: string): string | undefined =>
  /^(?![0-9a-f]*$)[A-Za-z0-9/+=]{40}$/i.test(value) ? "what looks like an AWS secret access key" : undefined;

/** What `text` says where it is base64, which user data may be; else nothing. */
export function decoded(text: string): string {
  const bare = text.replace(/\s/g, "");
  return /^[A-Za-z0-9+/]+={0,2}$/.test(bare) ? Buffer.from(bare, "base64").toString("latin1") : "";
}

/** Access keys begin with these four letters (docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html). */
const shapes = [
  { is: "an AWS access key", shape: /(?<![A-Z0-9])(AKIA|ASIA)[A-Z0-9]{16}/ },
  { is: "a private key", shape: /-----BEGIN ([A-Z0-9]+ )*PRIVATE KEY/ },
  {
    is: "an AWS secret access key",
    shape: /aws_?secret\w{0,12}["']?\s{0,4}[:=]\s{0,4}\\?["']?[A-Za-z0-9/+=]{40}(?![A-Za-z0-9/+=])/i,
  },
  { is: "a GitHub token", shape: /(?<!\w)(gh[pousr]_\w{36}|github_pat_\w{50})/ },
  { is: "a Slack token", shape: /(?<!\w)xox[abprs]-[\w-]{10}/ },
];

function assignsSecret(text: string): boolean {
  for (const [, name = "", value = ""] of text.matchAll(
    /(\w{1,100})["']?\s{0,4}[:=]\s{0,4}\\?["']?([^\s"'\\;]{0,200})/g,
  )) {
    if (isSecretName(name) && isLiteral(value)) return true;
  }
  return false;
}

/** Whether something called `name` is a secret itself, unlike its name, its ARN, or the file where it is. */
function isSecretName(name: string): boolean {
  return /(pass(word|wd|phrase)|secret|token|credentials?|(api|access|private|secret|encryption|signing)[_-]?key)\d*$/i.test(
    name,
  );
}

/** Whether `value` is itself what it stands for: not empty, a variable, a command, a placeholder, an ARN or a parameter's path. */
const isLiteral = (value: string): boolean =>
  !/^(|[$`<%].*|\{\{.*|arn:.*|\/[\w./-]*|true|false|null|none)$/is.test(value);
