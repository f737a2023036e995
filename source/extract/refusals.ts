import {matchesOf} from '../text/matches.ts';

/** Words by which somebody would not, or could not, give a number. Offsets in the text; `measureText`: what was asked. */
export type Refusal = {readonly start: number; readonly end: number; readonly text: string; readonly asked: string};

const WOULD_NOT = '(?:declin(?:ed|es|ing)|refus(?:ed|es|ing)) to|(?:would|could|did|does|do|can|will|has|have)\\s?(?:not|n[’\']t)|(?:wouldn|couldn|didn|doesn|don|can|won)[’\']t|was unable to|were unable to|unable to';
const TELL = '(?:immediately\\s|publicly\\s)?(?:comment(?:ed)? on|say|said|give[n]?|provide[d]?|disclose[d]?|specify|specified|reveal(?:ed)?|release[d]?|confirm(?:ed)?|elaborate[d]? on|be drawn on|quantify|put|estimate[d]?|publish(?:ed)?)';
const NUMBER = '(?:the (?:exact |precise |total )?(?:numbers?|figures?|toll|death toll|scale|size|amount|total)|(?:a|an|any|exact|precise|specific|further) (?:exact |precise |specific |total |death |casualty )?(?:numbers?|figures?|toll|total|estimate|breakdown|amount|price)|numbers|figures|how (?:many|much)|casualty (?:numbers|figures))';
const REFUSAL = new RegExp(`\\b(?:${WOULD_NOT})\\s${TELL}\\s(?:(?:on|out)\\s)?${NUMBER}(?:\\s(?:of|on|for)?\\s?(?:the\\s)?(?:[\\p{Ll}-]+\\s){0,4}(?:killed|wounded|injured|hurt|dead|missing|casualties|deaths|people|troops|soldiers|losses|arrested|detained|deployed|affected|numbers|died|sent|workers|jobs|victims))?`, 'giu');
const GAVE_NONE = /\b(?:gave|offered|provided|released|published|disclosed)\sno\s(?:exact |precise |further |specific )?(?:numbers?|figures?|toll|details of numbers|estimate|breakdown)(?:\s(?:of|for|on)\s(?:the\s)?(?:[\p{Ll}-]+\s){0,2}[\p{Ll}-]+)?/giu;

/** Every refusal of a text, in order. */
export const refusalsIn = (text: string): Refusal[] => {
	if (!/\b(?:numbers?|figures?|toll|how m|estimate|total|scale|amount|breakdown|size|price)/i.test(text)) return [];
	const found: Refusal[] = [];
	for (const pattern of [REFUSAL, GAVE_NONE]) {
		for (const match of matchesOf(pattern, text)) {
			const words = match[0].trimEnd();
			found.push({start: match.index, end: match.index + words.length, text: words, asked: words.toLowerCase()});
		}
	}

	return found.toSorted((left, right) => left.start - right.start);
};

/** Our term for what was asked; null where it does not say. */
export const askedMeasure = (asked: string): {readonly measure: string | null; readonly measureText: string | null} => {
	const table: ReadonlyArray<readonly [RegExp, string]> = [[/killed|dead|deaths|died|death toll/, 'killed'], [/wounded|injured|hurt/, 'wounded'], [/casualt(?:ies|y)|losses|toll|victims/, 'casualties'], [/missing/, 'missing'], [/deployed|troops|soldiers|sent/, 'deployed'], [/arrested|detained/, 'arrested'], [/workers|jobs/, 'jobs']];
	for (const [pattern, measure] of table) {
		const match = pattern.exec(asked);
		if (match) return {measure, measureText: match[0]};
	}

	return {measure: null, measureText: null};
};
