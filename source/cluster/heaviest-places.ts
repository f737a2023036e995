/** The places of the `most` heaviest weights, ascending; of equal ones the first. Takes one sort of numbers, which is cheap, instead of one by a function. */
export const heaviestPlaces = (weights: Float64Array, most: number): Int32Array => {
	if (weights.length <= most) {
		const all = new Int32Array(weights.length);
		for (let place = 0; place < all.length; place += 1) all[place] = place;
		return all;
	}

	const cut = weights.slice().sort()[weights.length - most] ?? 0;
	let equal = most;
	for (let place = 0; place < weights.length; place += 1) if ((weights[place] ?? 0) > cut) equal -= 1;
	const places = new Int32Array(most);
	for (let place = 0, at = 0; place < weights.length && at < most; place += 1) {
		const weight = weights[place] ?? 0;
		if (weight < cut || (weight === cut && equal <= 0)) continue;
		if (weight === cut) equal -= 1;
		places[at] = place;
		at += 1;
	}

	return places;
};
