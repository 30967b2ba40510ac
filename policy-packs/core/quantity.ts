/** What a suffix of Kubernetes' quantities multiplies by (kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity). */
const factors: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  "": 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/** The number that a quantity such as `100m` or `1Gi` stands for; NaN where it is none. */
export function parseQuantity(quantity: string | number): number {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)([a-zA-Z]{0,2})$/.exec(String(quantity).trim());
  const [, number, suffix = ""] = match ?? [];
  return Number(number ?? Number.NaN) * (factors[suffix] ?? Number.NaN);
}
