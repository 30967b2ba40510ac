import type { Rule } from "../../../core/rule";
import { opensearchEncrypted } from "./opensearch-encrypted";
import { opensearchHttpsTls12 } from "./opensearch-https-tls12";
import { opensearchInVpc } from "./opensearch-in-vpc";

export const opensearchRules: readonly Rule[] = [opensearchEncrypted, opensearchHttpsTls12, opensearchInVpc];
