/** Role that whoever uses the sandbox has in every account. */
export const callerRole = "foundation-deploy";
