/** A rule that texts must follow, in the API server's words (k8s.io/apimachinery, pkg/util/validation). */
interface Rule {
  pattern: RegExp;
  maxLength: number;
  words: string;
}

const label: Rule = {
  pattern: /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
  maxLength: 63,
  words:
    "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with " +
    "an alphanumeric character (e.g. 'my-name', or '123-abc')",
};
const subdomain: Rule = {
  pattern: /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,
  maxLength: 253,
  words:
    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and " +
    "end with an alphanumeric character (e.g. 'example.com')",
};
/** Names that only must not break a URL: those of roles and their bindings may have colons and capitals. */
const pathSegment: Rule = {
  pattern: /^(?!\.{1,2}$)[^/%]+$/,
  maxLength: Number.POSITIVE_INFINITY,
  words: "may not be '.' or '..' and may not contain '/' or '%'",
};
const qualifiedName: Rule = {
  pattern: /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/,
  maxLength: 63,
  words:
    "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric " +
    "character (e.g. 'MyName', or 'my.name', or '123-abc')",
};
const labelValue: Rule = {
  pattern: /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/,
  maxLength: 63,
  words:
    "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and " +
    "end with an alphanumeric character (e.g. 'MyValue', or 'my_value', or '12345')",
};

/** Kinds whose names follow another rule than that for subdomains. */
const nameRules: Readonly<Record<string, Rule>> = {
  APIService: pathSegment,
  CertificateSigningRequest: pathSegment,
  ClusterRole: pathSegment,
  ClusterRoleBinding: pathSegment,
  // Its jobs' names get 11 characters more.
  CronJob: { ...subdomain, maxLength: 52 },
  IPAddress: pathSegment,
  Namespace: label,
  Role: pathSegment,
  RoleBinding: pathSegment,
  Service: label,
};

/** Largest sum of all annotations of an object, in bytes. */
const annotationBytes = 256 * 1024;

/** What is wrong with the name of an object; undefined where nothing is. */
export function nameMistake(kind: string, name: string): string | undefined {
  const broken = broke(nameRules[kind] ?? subdomain, name);
  return broken && `metadata.name: Invalid value: "${name}": ${broken}`;
}

/** What is wrong with the labels of an object; undefined where nothing is. */
export function labelMistake(labels: Readonly<Record<string, string>>): string | undefined {
  for (const [key, value] of Object.entries(labels)) {
    const broken = brokenKey(key);
    if (broken) return `metadata.labels: Invalid value: "${key}": ${broken}`;
    const wrong = broke(labelValue, value);
    if (wrong) return `metadata.labels: Invalid value: "${value}": ${wrong}`;
  }
  return undefined;
}

/** What is wrong with the annotations of an object; undefined where nothing is. */
export function annotationMistake(annotations: Readonly<Record<string, string>>): string | undefined {
  for (const key of Object.keys(annotations)) {
    const broken = brokenKey(key.toLowerCase());
    if (broken) return `metadata.annotations: Invalid value: "${key}": ${broken}`;
  }
  const bytes = Object.entries(annotations).reduce((sum, pair) => sum + Buffer.byteLength(pair.join("")), 0);
  return bytes > annotationBytes
    ? `metadata.annotations: Too long: may not be more than ${annotationBytes} bytes`
    : undefined;
}

/** A key is a name, or a domain, a slash and a name. */
function brokenKey(key: string): string | undefined {
  const parts = key.split("/");
  if (parts.length > 2) return "a valid key has an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')";
  const [name = "", prefix] = parts.reverse();
  const broken = prefix === undefined ? undefined : broke(subdomain, prefix);
  return broken ? `prefix part ${broken}` : broke(qualifiedName, name);
}

function broke({ pattern, maxLength, words }: Rule, text: string): string | undefined {
  if (text.length > maxLength) return `must be no more than ${maxLength} characters`;
  return pattern.test(text) ? undefined : words;
}
