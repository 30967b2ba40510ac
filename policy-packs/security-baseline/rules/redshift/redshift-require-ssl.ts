import { resourceRule } from "../../../core/rule";
import { someKnown } from "../../../core/unknown";

/** Warehouses are spoken to over TLS only. */
export const redshiftRequireSsl = resourceRule({
  name: "redshift-require-ssl",
  title: "A parameter group of Redshift requires TLS.",
  severity: "medium",
  types: ["aws:redshift/parameterGroup:ParameterGroup"],
  controls: {
    soc2: ["CC6.7"],
    "iso27001-2022": ["A.8.12", "A.8.24"],
    "pci-4.0": ["1.2.5", "2.2.5", "2.2.7", "4.2.1", "8.3.2"],
  },
  remediationSteps: "Add a parameter with the name require_ssl and the value true.",
  docs: {
    why: "A client that does not ask for TLS sends its password and its queries in clear to a warehouse that lets it.",
    good: {
      "aws:redshift/parameterGroup:ParameterGroup": {
        family: "redshift-2.0",
        parameters: [{ name: "require_ssl", value: "true" }],
      },
    },
  },
  check({ props: { parameters } }, report) {
    // It is off in groups of redshift-1.0; to say it is safe in each family.
    const required = someKnown(
      parameters,
      ({ name, value }) => name?.toLowerCase() === "require_ssl" && /^(true|on|1)$/i.test(value ?? ""),
    );
    if (!required) report("connections may be in clear: set require_ssl in parameters to true");
  },
});
