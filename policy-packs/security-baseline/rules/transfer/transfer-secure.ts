import { resourceRule } from "../../../core/rule";
import { judgeAll, someKnown } from "../../../core/unknown";

/** Files come in over encrypted protocols and private networks. */
export const transferSecure = resourceRule({
  name: "transfer-secure",
  title: "A Transfer Family server has an endpoint in a VPC and does not speak FTP.",
  severity: "high",
  types: ["aws:transfer/server:Server"],
  controls: {
    soc2: ["CC6.7"],
    "iso27001-2022": ["A.8.12", "A.8.24"],
    "pci-4.0": ["1.2.5", "2.2.5"],
  },
  remediationSteps:
    "Set endpointType to VPC, with endpointDetails, and take FTP out of protocols; partners outside come in by addresses whose security group names them.",
  docs: {
    why: "Everyone may try passwords at a public server, and FTP sends them, and the files, in clear.",
    good: {
      "aws:transfer/server:Server": {
        endpointType: "VPC",
        endpointDetails: { vpcId: "vpc-0123456789abcdef0", subnetIds: ["subnet-0123456789abcdef0"] },
        protocols: ["SFTP", "FTPS"],
      },
    },
  },
  check({ props: server }, report) {
    judgeAll(
      () => {
        // Public where nothing is said (internal/service/transfer/server.go). Whom a VPC's endpoint lets in, its security
        // group says, which rules of its own judge.
        if ((server.endpointType ?? "PUBLIC") === "PUBLIC") {
          report("everyone reaches the server: set endpointType to VPC");
        }
      },
      () => {
        if (someKnown(server.protocols, (protocol) => protocol.toUpperCase() === "FTP")) {
          report("passwords and files go in clear: take FTP out of protocols");
        }
      },
    );
  },
});
