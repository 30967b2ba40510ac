const seconds: Readonly<Record<string, number>> = { ns: 1e-9, us: 1e-6, µs: 1e-6, ms: 1e-3, s: 1, m: 60, h: 3600 };

/** The seconds of a duration as Go writes it, e.g. `1h30m` (pkg.go.dev/time#ParseDuration); NaN where it is none. */
export function parseDuration(duration: unknown): number {
  const text = String(duration).trim();
  if (/^[+-]?0$/.test(text)) return 0;
  if (!/^([\d.]+(ns|us|µs|ms|s|m|h))+$/.test(text)) return Number.NaN;
  let sum = 0;
  for (const [, number, unit = ""] of text.matchAll(/([\d.]+)(ns|us|µs|ms|s|m|h)/g)) {
    sum += Number(number) * (seconds[unit] ?? Number.NaN);
  }
  return sum;
}
