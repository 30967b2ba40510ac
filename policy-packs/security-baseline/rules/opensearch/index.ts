import type { Rule } from "../../../core/rule";
import { opensearchEncrypted } from "./opensearch-encrypted";
import { opensearchHttpsTls12 } from "./opensearch-https-tls12";
import { opensearchInVpc } from "./opensearch-in-vpc";
import { opensearchLogging } from "./opensearch-logging";

export const opensearchRules: readonly Rule[] = [
  opensearchEncrypted,
  opensearchHttpsTls12,
  opensearchInVpc,
  opensearchLogging,
];
