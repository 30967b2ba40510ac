/** Controls that several rules support alike, since they keep the same from happening. */

/** What is not meant for everyone is not reached by everyone. */
export const notPublic = {
  nist: [
    ...["AC-2(6)", "AC-3", "AC-3(7)", "AC-4(21)", "AC-6", "AC-17", "AC-17(1)", "AC-17(4)", "AC-17(9)"],
    ...["AC-17(10)", "MP-2", "SC-7(3)", "SC-7(7)", "SC-7(9)", "SC-7(11)", "SC-7(12)"],
    ...["SC-7(16)", "SC-7(20)", "SC-7(21)", "SC-7(24)", "SC-7(25)", "SC-7(26)", "SC-7(27)", "SC-7(28)"],
    ...["SC-7", "SC-25"],
  ],
  pci: ["1.2.8", "1.3.1", "1.3.2", "1.4.2", "1.5.1", "10.3.2", "3.5.1", "A1.1.2", "A1.1.3", "A3.4.1"],
} as const;

/** NIST 800-53: nobody has more than they need. */
export const leastPrivilege = [
  ...["AC-2(1)", "AC-2(6)", "AC-2", "AC-3", "AC-3(3)", "AC-3(4)", "AC-3(7)", "AC-3(8)", "AC-3(12)"],
  ...["AC-3(13)", "AC-3(15)", "AC-4(28)", "AC-6", "AC-6(3)", "AC-24", "CM-5(1)", "CM-6", "CM-9"],
  ...["MP-2", "SC-23(3)"],
] as const;

/** Nobody is an administrator who need not be. */
export const noAdministrators = {
  "cis-aws-3.0": ["1.16"],
  "cis-aws-5.0": ["1.15"],
  "cis-aws-7.0": ["2.14"],
  soc2: ["CC1.3", "CC6.3"],
  "nist-800-53-r5": [...leastPrivilege, "AC-5", "AC-6(2)", "AC-6(10)", "SC-25"],
  "iso27001-2022": ["A.5.18", "A.8.2"],
} as const;
