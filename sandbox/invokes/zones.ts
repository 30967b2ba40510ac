import { zoneIdOf, zonesOf } from "../models/ec2/zones";
import { type Properties, text } from "../values";
import { found, type Invoke, placeOf } from "./invoke";

const strings = (args: Properties, key: string): unknown[] => {
  const value = args[key];
  return Array.isArray(value) ? value : [];
};

/** The zones of a region: those every account may use, none that must be opted into. */
export const zoneInvokes: Record<string, Invoke> = {
  "aws:index/getAvailabilityZones:getAvailabilityZones": (args, scope) => {
    const { region } = placeOf(args, scope);
    const [names, ids] = [strings(args, "excludeNames"), strings(args, "excludeZoneIds")];
    const zones = zonesOf(region).filter((zone) => !names.includes(zone) && !ids.includes(zoneIdOf(zone)));
    return { ...args, id: region, region, names: zones, zoneIds: zones.map(zoneIdOf), groupNames: [region] };
  },
  "aws:index/getAvailabilityZone:getAvailabilityZone": (args, scope) => {
    const { region } = placeOf(args, scope);
    const [name, zoneId] = [text(args, "name"), text(args, "zoneId")];
    const zone = found(
      zonesOf(region).find((one) => one === name || zoneIdOf(one) === zoneId),
      "InvalidParameterValue",
      `Invalid availability zone: [${name ?? zoneId}]`,
    );
    return {
      id: zone,
      name: zone,
      region,
      zoneId: zoneIdOf(zone),
      nameSuffix: zone.slice(region.length),
      groupName: region,
      groupLongName: region,
      networkBorderGroup: region,
      optInStatus: "opt-in-not-required",
      parentZoneId: "",
      parentZoneName: "",
      state: "available",
      zoneType: "availability-zone",
    };
  },
};
