import type {Library} from '../../source/model/library.ts';
import {eventOf, memoryLibrary, type Story} from './memory-library.ts';

/** A made-up winter: a ferry accident told by three papers, a follow-up, and a vote. Every name and number is invented. */
export const stories: readonly Story[] = [
	{
		id: 'a-tide', outlet: 'Tidewater Times', published: '2025-01-14', headline: 'Ferry fire: more than 40 hurt in Port Ellery',
		paragraphs: [
			'More than 40 people were hurt when a car ferry caught fire in Port Ellery on Monday night, the coast guard said.',
			'“We pulled 212 passengers off the deck in under an hour,” harbour master Ines Calder told the Times. Nobody is missing.',
			'At least three of the injured are in a critical state, the Ellery clinic said in a bulletin.',
			'The line carries about 9,000 people a week between the two islands, and was due to be renewed in spring.',
		],
		figures: [
			{text: 'more than 40', segment: -1, measure: 'injured', measureText: 'hurt', low: 40, qualifier: '>', source: null, directness: 'own'},
			{text: 'More than 40', segment: 0, measure: 'injured', measureText: 'hurt', low: 40, qualifier: '>', source: 'coast guard', cue: 'said', saidOnText: null, asOf: '2025-01-13', subject: 'people', scope: 'Port Ellery'},
			{text: '212', segment: 1, measure: 'rescued', measureText: 'passengers', low: 212, high: 212, source: 'Ines Calder', directness: 'direct', quoted: true},
			{text: 'At least three', segment: 2, measure: 'critical', measureText: 'critical', low: 3, qualifier: '>=', source: 'Ellery clinic', cue: 'said', hedges: []},
			{text: 'about 9,000', segment: 3, measure: 'passengers', measureText: 'people', low: 9000, high: 9000, qualifier: '~', directness: 'own', flow: 'period', periodText: 'a week', hedges: ['about']},
		],
		quotes: [{text: 'We pulled 212 passengers off the deck in under an hour,', segment: 1, speaker: 'Ines Calder'}],
		removed: [{startLine: 10, endLine: 10, rule: 'share-line'}],
	},
	{
		id: 'a-beacon', outlet: 'Northern Beacon', outletBasis: 'inferred', published: null, headline: 'Scores injured as island ferry burns',
		paragraphs: [
			'Scores of passengers were injured, possibly as many as 70, when fire broke out aboard the island ferry, police told reporters.',
			'The shipping company would not say how many were on board.',
			'“It was smoke, then shouting, then the cold,” said a passenger who gave his name as Tom.',
		],
		figures: [
			{text: 'Scores', segment: 0, measure: 'injured', measureText: 'injured', low: 40, high: 99, qualifier: 'vague', boundsBasis: 'convention', source: 'police', cue: 'told', stance: 'certain'},
			{text: 'as many as 70', segment: 0, measure: 'injured', measureText: 'injured', high: 70, qualifier: '<=', source: 'police', cue: 'told', hedges: ['possibly'], stance: 'possible', saidOnText: 'on Tuesday'},
			{text: 'would not say', segment: 1, measure: 'passengers', measureText: 'on board', source: 'the shipping company', refusal: true},
		],
		quotes: [{text: 'It was smoke, then shouting, then the cold,', segment: 2, speaker: 'Tom'}],
	},
	{
		id: 'a-ledger', outlet: null, published: '2025-01-15', headline: 'Ferry company counts 212 saved, 38 treated',
		paragraphs: ['All 212 passengers of the burnt ferry are safe and 38 were treated for smoke, the operator Sund Line said on Wednesday.', 'Repairs may cost up to €12m, it added.'],
		figures: [
			{text: '212', segment: 0, measure: 'rescued', measureText: 'passengers', low: 212, high: 212, source: 'Sund Line', cue: 'said', saidOn: '2025-01-15', saidOnText: 'on Wednesday'},
			{text: '38', segment: 0, measure: 'injured', measureText: 'treated', low: 38, high: 38, source: 'Sund Line', cue: 'said', saidOn: '2025-01-15'},
			{text: 'up to €12m', segment: 1, measure: 'cost', measureText: 'cost', high: 12_000_000, unit: 'eur', qualifier: '<=', source: 'Sund Line', cue: 'added', hedges: ['may']},
		],
	},
	{
		id: 'a-inquiry', outlet: 'Tidewater Times', published: '2025-02-03', headline: 'Inquiry into ferry fire hears of an alarm that stayed silent',
		paragraphs: ['The smoke alarm on the lower deck did not sound for eleven minutes, the inquiry into the ferry fire was told.', 'Investigators have heard 26 witnesses so far.'],
		figures: [{text: '26', segment: 1, measure: 'witnesses', measureText: 'witnesses', low: 26, high: 26, directness: 'own'}],
	},
	{
		id: 'a-vote', outlet: 'Northern Beacon', published: null, headline: '島の議会は港の予算を可決 council passes harbour budget 🚢',
		paragraphs: ['The island council passed the harbour budget by a narrow vote.', '港の予算は今年、昨年より増えた。'], figures: [],
	},
];

/** The winter as a library: three events, one storyline of the first two. */
export const harbour = (): Library => memoryLibrary(stories, [
	eventOf('e-fire', 'Ferry fire in Port Ellery', ['a-tide', 'a-beacon', 'a-ledger'], ['s-ferry']),
	eventOf('e-inquiry', 'The inquiry into the ferry fire', ['a-inquiry'], ['s-ferry']),
	eventOf('e-vote', 'Harbour budget 港の予算', ['a-vote']),
], [{id: 's-ferry', label: 'The burnt ferry and what came after', events: ['e-fire', 'e-inquiry'], why: []}], 'harbour');
