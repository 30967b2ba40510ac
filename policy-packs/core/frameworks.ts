/** Where a framework's controls are published. Access to the texts themselves may need an account or a fee. */
interface FrameworkInfo {
  readonly title: string;
  readonly url: string;
}

/** Frameworks whose controls rules support. Controls are taken from the frameworks' own mapping to cloud checks. */
export const frameworks = {
  "cis-aws-3.0": {
    title: "CIS AWS Foundations Benchmark 3.0",
    url: "https://www.cisecurity.org/benchmark/amazon_web_services",
  },
  "cis-aws-5.0": {
    title: "CIS AWS Foundations Benchmark 5.0",
    url: "https://www.cisecurity.org/benchmark/amazon_web_services",
  },
  "cis-aws-7.0": {
    title: "CIS AWS Foundations Benchmark 7.0",
    url: "https://www.cisecurity.org/benchmark/amazon_web_services",
  },
  "cis-kubernetes-1.11": {
    title: "CIS Kubernetes Benchmark 1.11",
    url: "https://www.cisecurity.org/benchmark/kubernetes",
  },
  soc2: {
    title: "SOC 2 (Trust Services Criteria)",
    url: "https://www.aicpa-cima.com/resources/download/2017-trust-services-criteria-with-revised-points-of-focus-2022",
  },
  "nist-800-53-r5": {
    title: "NIST SP 800-53 Revision 5",
    url: "https://csrc.nist.gov/pubs/sp/800/53/r5/upd1/final",
  },
  "iso27001-2022": { title: "ISO/IEC 27001:2022, Annex A", url: "https://www.iso.org/standard/27001" },
  "pci-4.0": { title: "PCI DSS 4.0", url: "https://www.pcisecuritystandards.org/document_library/" },
} as const satisfies Record<string, FrameworkInfo>;

export type Framework = keyof typeof frameworks;
