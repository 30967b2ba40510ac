/** A public address made of an id's digits; no two ids are likely to share one. */
export function publicAddress(digits: string): string {
  return ["52", ...octets(digits)].join(".");
}

/** A private address made of an id's digits. */
export function privateAddress(digits: string): string {
  return ["10", ...octets(digits)].join(".");
}

const octets = (digits: string) => [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16));

/** The form that AWS gives an address inside a host name. */
export const dashed = (address: string) => address.replaceAll(".", "-");
