const format = (digits: number) =>
  new Intl.NumberFormat("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
const [whole, cents] = [format(0), format(2)];

/** `$1,234`, `$4.20`: in cents where they matter. */
export function usd(amount: number): string {
  const size = Math.abs(amount);
  return `${amount < 0 ? "−" : ""}$${(size >= 100 ? whole : cents).format(size)}`;
}

/** `+$4.20`, `−$4.20`, `±$0`. */
export function signedUsd(amount: number): string {
  if (Math.abs(amount) < 0.005) return "±$0";
  return amount > 0 ? `+${usd(amount)}` : usd(amount);
}
