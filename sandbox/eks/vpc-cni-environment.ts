import { all, type Input, type Output } from "@pulumi/pulumi";

type Flag = Input<boolean>;

/** Options of the VPC CNI add-on, apart from the cluster it is for. */
export interface VpcCniOptions {
  addonVersion?: Input<string>;
  resolveConflictsOnCreate?: Input<string>;
  resolveConflictsOnUpdate?: Input<string>;
  serviceAccountRoleArn?: Input<string>;
  tags?: Input<Record<string, Input<string>>>;
  configurationValues?: Input<object>;
  securityContextPrivileged?: Flag;
  enableNetworkPolicy?: Flag;
  nodePortSupport?: Flag;
  customNetworkConfig?: Flag;
  externalSnat?: Flag;
  warmEniTarget?: Input<number>;
  warmIpTarget?: Input<number>;
  warmPrefixTarget?: Input<number>;
  enablePrefixDelegation?: Flag;
  logLevel?: Input<string>;
  logFile?: Input<string>;
  vethPrefix?: Input<string>;
  eniMtu?: Input<number>;
  eniConfigLabelDef?: Input<string>;
  pluginLogLevel?: Input<string>;
  pluginLogFile?: Input<string>;
  enablePodEni?: Flag;
  disableTcpEarlyDemux?: Flag;
  cniConfigureRpfilter?: Flag;
  cniCustomNetworkCfg?: Flag;
  cniExternalSnat?: Flag;
}

/**
 * The settings of the add-on: what the options say, as environment of its containers, under what
 * `configurationValues` says.
 *
 * Defaults and names: pulumi/pulumi-eks v4.3.0, nodejs/eks/addons/cni-addon.ts.
 *
 * @throws Error where both names of the external SNAT option are set.
 */
export function vpcCniConfiguration(options: VpcCniOptions): Output<object> {
  if (options.cniExternalSnat && options.externalSnat) {
    throw new Error("vpcCniOptions: give either cniExternalSnat or externalSnat");
  }
  return all([
    containerEnvironment(options),
    { DISABLE_TCP_EARLY_DEMUX: options.disableTcpEarlyDemux || false },
    options.enableNetworkPolicy,
    options.configurationValues ?? {},
  ]).apply(([env, initEnv, enableNetworkPolicy, values]) =>
    merge(values, texts(env), texts(initEnv), enableNetworkPolicy),
  );
}

function containerEnvironment(options: VpcCniOptions): Record<string, Input<Setting> | undefined> {
  return {
    AWS_VPC_CNI_NODE_PORT_SUPPORT: options.nodePortSupport || undefined,
    WARM_ENI_TARGET: options.warmEniTarget ?? 1,
    WARM_IP_TARGET: options.warmIpTarget || undefined,
    WARM_PREFIX_TARGET: options.warmPrefixTarget || undefined,
    ENABLE_PREFIX_DELEGATION: options.enablePrefixDelegation || undefined,
    AWS_VPC_K8S_CNI_LOGLEVEL: options.logLevel || "DEBUG",
    AWS_VPC_K8S_CNI_LOG_FILE: options.logFile || "/host/var/log/aws-routed-eni/ipamd.log",
    AWS_VPC_K8S_CNI_VETHPREFIX: options.vethPrefix || "eni",
    AWS_VPC_ENI_MTU: options.eniMtu || 9001,
    ENI_CONFIG_LABEL_DEF: options.eniConfigLabelDef || undefined,
    AWS_VPC_K8S_PLUGIN_LOG_LEVEL: options.pluginLogLevel || "DEBUG",
    AWS_VPC_K8S_PLUGIN_LOG_FILE: options.pluginLogFile || "/var/log/aws-routed-eni/plugin.log",
    ENABLE_POD_ENI: options.enablePodEni || false,
    AWS_VPC_K8S_CNI_CONFIGURE_RPFILTER: options.cniConfigureRpfilter || undefined,
    // `customNetworkConfig` names the same variable and never wins: the plugin writes this one after it.
    AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG: options.cniCustomNetworkCfg || false,
    AWS_VPC_K8S_CNI_EXTERNALSNAT: options.externalSnat || options.cniExternalSnat || false,
  };
}

type Setting = string | number | boolean;

function texts(settings: Record<string, Setting | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])),
  );
}

function merge(
  values: object,
  env: Record<string, string>,
  initEnv: Record<string, string>,
  enableNetworkPolicy: boolean | undefined,
): object {
  const given = asRecord(values);
  const init = asRecord(given.init);
  return {
    ...(enableNetworkPolicy === undefined ? {} : { enableNetworkPolicy: String(enableNetworkPolicy) }),
    ...given,
    env: { ...env, ...asRecord(given.env) },
    init: { ...init, env: { ...initEnv, ...asRecord(init.env) } },
  };
}

function asRecord(value: unknown): Record<string, unknown> {
  const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
  return isRecord ? Object.fromEntries(Object.entries(value)) : {};
}
