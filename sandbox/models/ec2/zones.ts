/**
 * Letters of the zones that every account may use, for regions where they are not a, b and c.
 *
 * See docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html.
 */
const letters: Record<string, string> = {
  "us-east-1": "abcdef",
  "us-west-1": "ab",
  "us-west-2": "abcd",
  "ap-northeast-1": "acd",
  "ap-northeast-2": "abcd",
  "ca-central-1": "abd",
};

/** Names of a region's availability zones. */
export function zonesOf(region: string): string[] {
  return [...(letters[region] ?? "abc")].map((letter) => `${region}${letter}`);
}

/** A zone's id, which is the same place for every account, e.g. `euw1-az1`; accounts see them in an order of their own. */
export function zoneIdOf(zone: string): string {
  const region = zone.slice(0, -1);
  const [area = "", direction = "", number = ""] = region.split("-");
  const short = direction.replace(/^(north|south)(east|west)$/, (_all, a: string, b: string) => `${a[0]}${b[0]}`);
  const place = zonesOf(region).indexOf(zone) + 1;
  return `${area}${short.length <= 2 ? short : short[0]}${number}-az${place}`;
}
