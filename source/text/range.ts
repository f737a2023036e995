/** A number that is known as a range: "3–4", or "3" where both ends are one. */
export const rangeText = ({low, high}: {readonly low: number; readonly high: number}): string => low < high ? `${low}–${high}` : String(high);

/** "12,345". By hand: the tables behind toLocaleString take as long to load as half of Node's own start. */
export const thousands = (amount: number): string => {
	const [whole = '', ...fraction] = String(amount).split('.');
	return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...fraction].join('.');
};
