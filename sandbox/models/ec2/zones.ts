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

/**
 * Numbers of the zones' ids, in the order of their letters, where they are not 1, 2, 3: the page above lists the ids.
 * Accounts see them in an order of their own; in us-east-1 the zone that EKS does not use, use1-az3, is often `e`.
 */
const numbers: Record<string, readonly number[]> = {
  "us-east-1": [1, 2, 4, 5, 3, 6],
  "us-west-1": [1, 3],
  "ap-northeast-1": [4, 1, 2],
  "ca-central-1": [1, 2, 4],
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
  const index = zonesOf(region).indexOf(zone);
  const place = numbers[region]?.[index] ?? index + 1;
  return `${area}${short.length <= 2 ? short : short[0]}${number}-az${place}`;
}
