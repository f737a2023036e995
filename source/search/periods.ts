/** A year, month or day as numbers that compare like dates: 20250301 to 20250399 is March 2025. */
export type Period = {readonly from: number; readonly to: number};

/** "2025", "2025-03" or "2025-03-31" (what follows a day is passed over: days are the outlet's own); null for anything else. */
export const periodOf = (iso: string | null): Period | null => {
	const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:$|[T ])/.exec(iso ?? '') ?? [];
	if (year === undefined || Number(month ?? 1) < 1 || Number(month ?? 1) > 12 || Number(day ?? 1) < 1 || Number(day ?? 1) > 31) return null;
	const from = Number(year) * 10_000 + Number(month ?? 0) * 100 + Number(day ?? 0);
	if (month === undefined) return {from, to: from + 9999};
	return day === undefined ? {from, to: from + 99} : {from, to: from};
};

/** A date, with its time where there is one, as a number that orders like the text; 0 for none. */
export const orderOf = (iso: string | null): number => {
	const digits = (iso ?? '').replace(/[Z+].*$|(?<=T.*)-.*$/, '').replaceAll(/\D/g, '').slice(0, 14);
	return digits === '' ? 0 : Number(digits.padEnd(14, '0'));
};

/** The day of a number made by `orderOf`. */
export const dayOf = (order: number): number => Math.floor(order / 1e6);
