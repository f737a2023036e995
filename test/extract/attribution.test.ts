import {describe, expect, test} from 'vitest';
import {figureRows, figuresOf, headlineRows} from '../helpers/extract-rows.ts';

describe('who says it', () => {
	figureRows([
		['A senior official told Harbour News that the city plans to spend $8 million.', {source: 'A senior official', cue: 'told', measure: 'spending'}],
		['Some 30 officials said 12 men were held.', {source: null, directness: 'own'}, {source: 'Some 30 officials', cue: 'said'}],
		['Mr. Roe and Ms. Poe said 30 men were held.', {source: 'Mr. Roe and Ms. Poe'}],
		['The Coalition Against Hunger said 400 kitchens had closed.', {source: 'The Coalition Against Hunger'}],
		['The Highway Research Service says 30 bridges are unsafe.', {source: 'The Highway Research Service'}],
		['Earlier this year, the Hull Political Report projected a gain of 12 seats.', {source: 'the Hull Political Report', cue: 'projected', stance: 'probable'}],
		['A University of Kent poll found 64% want a vote.', {source: 'University of Kent', measure: 'poll share'}],
		['A CBX poll conducted from May 7-10 found 45% approved.', {source: 'CBX', stance: 'certain', hedges: [], asOfText: 'from May 7-10'}],
		['An official, who asked not to be named, said 40 had died.', {source: 'An official', cue: 'said'}],
		['One official, speaking on condition of anonymity, put the toll at 40.', {source: 'One official', cue: 'put', measure: 'killed'}],
		['The inquiry, he said, had cost £2m.', {source: null, sourceText: 'he', directness: 'indirect', cue: 'said'}],
		['There were 24 confirmed deaths in Kent, according to the coroner.', {source: 'the coroner', cue: 'according to'}],
		['He paid back $60,000, but the inquiry goes on, according to the Hull Post.', {source: 'the Hull Post'}],
		['The plant made 300 vans, far below the 700 expected by analysts.', {source: null}, {source: 'analysts', stance: 'probable', hedges: ['expected']}],
		['Claims fell to 576,000, the labour office reported on Friday, with 3,000 of them in Ohio.', {source: 'the labour office', saidOnText: 'on Friday'}, {source: 'the labour office'}],
		['Before he met them, Mr. Dunn publicly scorned the plan, saying $2 million was too little.', {source: 'Mr. Dunn', cue: 'saying'}],
		['Forty houses burned — the fire chief said — before dawn.', {source: 'the fire chief', cue: 'said'}],
	]);
});

describe('through whom', () => {
	figureRows([
		['Yonhap, citing the spy agency, reported that 40 had died.', {source: 'the spy agency', sourceChain: ['Yonhap'], cue: 'reported'}],
		['Interfax quoted the ministry as saying 40 had died.', {source: 'the ministry', sourceChain: ['Interfax'], cue: 'saying'}],
		['The spy agency told Yonhap that 40 had died.', {source: 'The spy agency', sourceChain: []}],
	]);
});

describe('nobody says it', () => {
	figureRows([
		['Two pilots — the ministry called them volunteers — died.', {text: 'Two', source: null, directness: 'own', measure: 'killed'}],
		['Two pilots — the ministry said they were volunteers — died.', {text: 'Two', source: null, directness: 'own', measure: 'killed'}],
		['Employers added 235,000 jobs last month.', {source: null, cue: null, directness: 'own'}],
		['A newspaper report that revealed 40 deaths came late.', {source: null, cue: null, measure: 'killed'}],
		['Unions asked for everything they needed, and 40 firms agreed.', {source: null, cue: null}],
		['With all 12 results declared, the party has 80 seats.', {source: null}, {source: null, cue: null}],
		['Unemployment claims fall to 90,000', {source: null, cue: null}],
		['The mayor rejected a plan that cost $5 million.', {source: null, cue: null}],
		['Leaders announced it, and 60 members voted.', {source: null, cue: null}],
		['The governor pledged to cut waste as he met 40 mayors.', {source: null, cue: null}],
		['The country’s estimated 11 million migrants wait.', {source: null, cue: null, hedges: ['estimated']}],
	]);
});

describe('denials are not statements', () => {
	figureRows([
		['Police denied reports that 40 had died.', {source: 'Police', cue: 'denied', stance: 'denied'}],
		['The army denied killing 60 people.', {source: 'The army', stance: 'denied'}],
		['The mayor refused to say how many officers were hurt.', {refusal: true, source: 'The mayor', measure: 'wounded', low: null, high: null}],
		['Officials did not give a death toll.', {refusal: true, source: 'Officials', measure: 'killed'}],
	]);
});

describe('how sure', () => {
	figureRows([
		['As many as 80 miners may have died.', {stance: 'possible', hedges: ['may', 'As many as'], qualifier: '<='}],
		['The case that 1.5 million women joined could end soon.', {stance: 'certain', hedges: []}],
		['The alleged quarrel came after 40 calls.', {hedges: []}],
		['Only 4 percent of likely Green voters cited it.', {stance: 'certain', hedges: []}],
	]);
});

describe('headlines credit without a verb', () => {
	headlineRows([
		['300 dead in valley floods: Red Cross', {source: 'Red Cross', directness: 'indirect', cue: null}],
		['Dozens hurt as stand falls - officials', {source: 'officials'}],
		['Boone: \'1-in-3 chance\' party could lose House', {source: 'Boone', directness: 'direct'}],
		['Live: 40 held in raid', {source: null}],
		['Ten shot at mall, police say', {source: 'police', unit: 'people', cue: 'say'}],
	]);
});

describe('what is measured when the noun is far or missing', () => {
	figureRows([
		['At least 19 people, including three children, were killed.', {measure: 'killed', low: 19}, {measure: 'killed', subject: 'children'}],
		['The toll, which had been stuck for weeks as crews dug, now stands at 1,204.', {measure: 'killed', unit: 'people'}],
		['The toll stands at 45, up from 40 on Monday.', {measure: 'killed'}, {text: '40', measure: 'killed', unit: 'people'}],
		['Inflation fell to 5.2%, from 5.4% in May.', {measure: 'inflation'}, {measure: 'inflation'}],
		['In total, 33 seats are in play, with 23 currently held by Greens and 10 held by Liberals.', {unit: 'seats'}, {unit: 'seats', measure: 'seats'}, {unit: 'seats', measure: 'seats'}],
		['The chamber passed the bill 234-193.', {measure: 'votes', unit: 'votes'}, {measure: 'votes', unit: 'votes'}],
		['The final tally was 61-1.', {measure: 'votes', unit: 'votes'}, {measure: 'votes', unit: 'votes'}],
		['The Greens go into the spring with a 31-20 seat lead.', {text: '31', measure: 'seats', unit: 'seats'}, {text: '20', measure: 'seats', unit: 'seats'}],
		['Two of the 15 divers were rescued. Hundreds of millions of dollars are at stake.', {text: 'Two'}, {text: '15'}, {text: 'Hundreds of millions of dollars', measure: null, unit: 'usd'}],
		['Data released on Friday showed 400 clerks had left.', {measure: 'clerks'}],
		['The city will devote $3 million to sea walls.', {measure: 'spending'}],
	]);
});

describe('when', () => {
	figureRows([
		['The paper reported in December that 30 men were held.', {saidOnText: 'in December', periodText: null}],
		['Mr. Hale said Sunday’s fire killed 40.', {saidOnText: null}],
		['Prices rose 3%, the highest since 1979.', {periodText: null}],
		['Arrivals since January 2019 reached 40,000.', {periodText: 'since January 2019', flow: 'period'}],
		['They aim to cut waste by 2030 and met 40 mayors on the shore of the great lake.', {asOfText: null}],
		['Some 15,000 new cases broke the daily record.', {flow: 'total', periodText: null}],
		['The village spends £4,000 annually.', {flow: 'period', periodText: 'annually'}],
	]);
});

describe('where', () => {
	figureRows([
		['France sent 400 soldiers to help Chad.', {scope: 'Chad', subject: 'French troops'}],
		['Imports into Norway will face a tax of 10% next year.', {scope: 'Norway'}],
		['He spoke at the White House to 40 people.', {scope: null}],
		['Over 40 people came to St. Louis.', {scope: 'St. Louis'}],
		['Kenya’s 40 parks will close.', {scope: 'Kenya'}],
		['The flood killed 12 people in Leeds and injured 30.', {scope: 'Leeds'}, {scope: 'Leeds'}],
		['The rebels hold 300 sq km of Darfur.', {scope: 'Darfur'}],
		['Prosecutors in Boston said 40 men were charged.', {scope: null}],
		['She gave an interview in Hull Today about 40 clinics.', {scope: null}],
		['The focus moved from Iraq to Mali, and the plan is to send 300 troops.', {subject: 'troops'}],
	]);
});

test('a sentence before may hold the poll', () => {
	const [, second] = figuresOf(['A survey by Hale Research asked 900 voters. Some 46% backed the bridge.']);
	expect(second).toMatchObject({source: 'Hale Research', measure: 'poll share'});
});
