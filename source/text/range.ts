/** A number that is known as a range: "3–4", or "3" where both ends are one. */
export const rangeText = ({low, high}: {readonly low: number; readonly high: number}): string => low < high ? `${low}–${high}` : String(high);
