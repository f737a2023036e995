import {describe, expect, test} from 'vitest';
import {figureRows as table, figuresOf} from '../helpers/extract-rows.ts';

describe('what is measured', () => {
	table([
		['The earthquake killed 1,204 people and injured 3,500 across the province.', {text: '1,204', measure: 'killed', unit: 'people'}, {text: '3,500', measure: 'wounded', unit: 'people'}],
		['Twelve people were killed and 30 wounded in the blast.', {text: 'Twelve', measure: 'killed'}, {text: '30', measure: 'wounded', unit: 'people'}],
		['At least 80 were killed or injured when the stand collapsed.', {measure: 'casualties', measureText: 'killed or injured', components: ['killed', 'wounded'], unit: 'people'}],
		['The army has suffered heavy losses, with 400 soldiers dead, 90 missing and 60 taken prisoner.', {measure: 'killed'}, {measure: 'missing', unit: 'people'}, {measure: 'captured', unit: 'people'}],
		['The death toll has risen to 45.', {measure: 'killed', unit: 'people', text: '45'}],
		['Officers arrested 61 protesters on the bridge.', {measure: 'arrested'}],
		['Floods displaced more than 20,000 villagers and destroyed 900 homes.', {measure: 'displaced', unit: 'people'}, {measure: 'homes destroyed', unit: 'homes'}],
		['Some 4,000 residents were evacuated from the island.', {measure: 'evacuated', unit: 'people'}],
		['France has sent 2,000 troops to the border.', {measure: 'deployed', subject: 'French troops', scope: 'the border'}],
		['The firm will send 300 workers to the site.', {measure: 'workers', unit: 'people'}],
		['Kyiv asked for 1,500 soldiers.', {measure: 'requested'}],
		['More than 90,000 people have signed the petition.', {measure: 'signatures', unit: 'people'}],
		['The carmaker will cut 8,000 jobs in Ohio.', {measure: 'job cuts', scope: 'Ohio', unit: 'jobs'}],
		['A 15% tariff on Japanese cars takes effect in May.', {measure: 'tariff rate', measureText: 'tariff', subject: 'Japanese cars', unit: 'percent'}],
		['Inflation rose to 3.1% in the year to January.', {measure: 'inflation'}],
		['The bank raised its key interest rate to 5.25 per cent.', {measure: 'interest rate'}],
		['Unemployment fell to 4.2%.', {measure: 'unemployment rate'}],
		['The economy grew 0.4 per cent in the second quarter.', {measure: 'growth'}],
		['The party took 34% of the vote in the first round.', {measure: 'vote share'}],
		['Net profit fell to $2.1bn on revenue of $18bn.', {measure: 'profit'}, {measure: 'revenue'}],
		['Germany pledged €700 million in humanitarian aid to Sudan.', {measure: 'aid', unit: 'eur', scope: 'Sudan'}],
		['The regulator fined the airline £3m.', {measure: 'fine'}],
		['Winds of 140 mph tore off roofs.', {measure: 'wind speed'}],
		['The wildfire has burned 12,000 acres and is 40 percent contained.', {measure: 'area burned'}, {measure: 'contained'}],
		['Doctors reported 312 new cases of measles.', {measure: 'infected', unit: 'cases'}],
		['A record 1,100 migrants crossed the Channel on Saturday.', {measure: 'arrivals', unit: 'people'}],
		['The village has seven wells and 14 ovens.', {measure: 'wells', unit: 'wells'}, {measure: 'ovens', unit: 'ovens'}],
	]);
});

describe('who says it', () => {
	table([
		['Officials said 20 people had died.', {source: 'Officials', cue: 'said', directness: 'indirect'}],
		['Twenty people had died, the interior ministry said on Monday.', {source: 'the interior ministry', saidOnText: 'on Monday', saidOn: '2025-03-10'}],
		['According to the Red Cross, 300 families lost their homes.', {source: 'the Red Cross', cue: 'According to'}],
		['Three hundred families lost their homes, according to aid workers.', {source: 'aid workers', cue: 'according to'}],
		['The blast killed nine people.', {source: null, directness: 'own', cue: null}],
		['Police believe about 40 gunmen took part.', {source: 'Police', stance: 'probable', hedges: ['believe', 'about']}],
		['The rebels claimed to have shot down 12 drones.', {source: 'The rebels', cue: 'claimed', hedges: ['claimed'], stance: 'certain'}],
		['The governor, Ana Ruiz, told reporters that 15 bridges were unsafe.', {source: 'The governor', cue: 'told'}],
		['“We buried 31 people,” said Amina Yusuf, a nurse.', {source: 'Amina Yusuf', directness: 'direct', quoted: true, cue: 'said'}],
		['Hassan Ali said: “I counted 50 tanks.”', {source: 'Hassan Ali', directness: 'direct'}],
		['Six villages had fallen, the army said, the Tass agency reported.', {source: 'the army', sourceChain: ['Tass agency']}],
		['Reuters reported, citing two diplomats, that 70 embassies would close.', {}, {source: 'two diplomats', sourceChain: ['Reuters']}],
		['Ministers said the plan would help patients, as unions prepared a strike of 9,000 nurses.', {text: '9,000', source: null, directness: 'own'}],
		['Officials have promised change, while 500 families still wait.', {source: null}],
		['A survey by Ipsos found voters are split. Some 46% backed the plan and 44% were against.', {text: 'Some 46%', source: 'Ipsos', measure: 'poll share'}, {text: '44%', source: 'Ipsos', measure: 'poll share'}],
		['Nearly four in ten firms reported falling sales.', {source: null}],
		['He added that 400 doctors had left.', {source: null, cue: 'added'}],
		['The mayor did not say how many had been arrested.', {refusal: true, source: 'The mayor', measure: 'arrested', low: null}],
		['The ministry declined to comment on the number of casualties.', {refusal: true, source: 'The ministry', measure: 'casualties'}],
		['There are fears that 80 miners may have died.', {text: '80', stance: 'possible', source: null}],
		['Up to 400 sailors may have drowned, the charity said, but the figure could not be independently verified.', {verification: 'the figure could not be independently verified', stance: 'possible'}],
		['One in five drivers said they were unsure, a YouGov poll showed.', {source: 'YouGov'}],
		['The Bureau of Harbour Statistics said 40 ships came.', {source: 'The Bureau of Harbour Statistics'}],
		['Preliminary figures suggest 40 ships sank.', {source: 'Preliminary figures'}],
		['A Daily Bugle/Wall Street Journal poll found 46 percent in favour.', {source: 'Daily Bugle/Wall Street Journal'}],
		['Census data unveiled on Monday revealed 40 wrecks.', {source: 'Census data', saidOnText: 'on Monday'}],
		['A top adviser starkly warned that 4,000 farms were at risk.', {source: 'A top adviser'}],
		['Trustees of the Harbour Fund last week warned of 40 closures.', {source: 'Trustees of the Harbour Fund'}],
		['The accused killer had 40 knives.', {source: null, cue: null}],
		['Police hunted two suspects in a van with 40 boxes.', {source: null}, {source: null}],
		['Mr Roe, long considered a rival, collected 40 endorsements.', {source: null}],
		['Novel says early analysis shows its jab is 90% effective.', {source: 'Novel'}],
		['The country has recorded 650 deaths, according to the Reuters tally.', {source: 'Reuters', sourceChain: []}],
		['Analysts predicted that 300 shops would close.', {hedges: ['predicted'], stance: 'probable'}],
		['The figure of 600 dead could not be independently verified.', {verification: 'The figure of 600 dead could not be independently verified'}],
	]);
});

describe('how sure: what is known of a group is not in doubt for what it may do', () => {
	table([
		['The contract could end a strike by 800 drivers.', {stance: 'certain', hedges: []}],
		['The union’s roughly 800 members are expected to receive more pay.', {stance: 'certain', hedges: ['roughly']}],
		['A court may close the firm’s 12 shops.', {stance: 'certain', hedges: []}],
		['Ministers could sell the shop, according to three clerks briefed on it.', {stance: 'certain', hedges: []}],
		['It could change the two-dose course.', {stance: 'certain', hedges: []}],
		['A guard killed eight people before he apparently fled.', {measure: 'killed', stance: 'certain', hedges: []}],
		['It was Theresa May who closed 12 of the shops.', {stance: 'certain', hedges: []}],
	]);
});

describe('how sure: a number that is itself in doubt', () => {
	table([
		['The storm may have killed 40 people.', {stance: 'possible', hedges: ['may']}],
		['It could raise the toll to 400.', {stance: 'possible', hedges: ['could']}],
		['Some 800 drivers are expected to attend.', {stance: 'probable', hedges: ['expected', 'Some']}],
		['The clinic gave fewer than the 800 doses expected.', {stance: 'probable'}],
		['The 40 passengers are believed to have died.', {measure: 'killed', stance: 'probable'}],
		['Guards may have arrested the 40 drivers.', {measure: 'arrested', stance: 'possible'}],
	]);
});

describe('when', () => {
	table([
		['As of 3 March 2025, rebels held 14 towns.', {asOf: '2025-03-03', asOfText: 'As of 3 March 2025'}],
		['Bandits have killed 60 farmers in the past month.', {flow: 'period', periodText: 'in the past month'}],
		['The war has killed 40,000 people.', {flow: 'total', periodText: null}],
		['So far 18 bodies have been found.', {asOfText: 'So far', flow: 'total'}],
		['Police said on Wednesday that 11 men were held.', {saidOn: '2025-03-12', saidOnText: 'on Wednesday'}],
		['Police said on Wednesday that 11 men were held last year.', {saidOn: '2025-03-12', flow: 'period', periodText: 'last year'}],
	]);
	test('nothing relative is resolved without a published date', () => {
		expect(figuresOf(['Police said on Wednesday that 11 men were held.'])[0]).toMatchObject({saidOn: null, saidOnText: 'on Wednesday'});
	});
});

describe('across an article', () => {
	test('order, segments and spans lead home', () => {
		const paragraphs = ['Heavy rain left 30 villages cut off.', 'The army rescued 212 people and lost two boats.'];
		const figures = figuresOf(paragraphs, undefined, 'Floods cut off 30 villages');
		expect(figures.map(figure => [figure.segment, figure.line, figure.text])).toEqual([[-1, 1, '30'], [0, 2, '30'], [1, 3, '212'], [1, 3, 'two']]);
		for (const figure of figures.slice(1)) expect(paragraphs[figure.segment]?.slice(figure.start, figure.end)).toBe(figure.text);
		expect(new Set(figures.map(figure => figure.id)).size).toBe(4);
	});
	test('a count of them takes the people counted before', () => {
		const [first, second] = figuresOf(['The camp holds 5,000 refugees, 2,000 of them children.']);
		expect([first?.unit, second?.unit]).toEqual(['people', 'people']);
	});
	test('a quotation that runs on belongs to its speaker', () => {
		const figures = figuresOf(['Maria Lopez said: “We waited all night.', '“Then 40 lorries came.”']);
		expect(figures[0]).toMatchObject({text: '40', source: 'Maria Lopez', directness: 'direct'});
	});
	test('a pronoun is resolved by the cast', () => {
		const figures = figuresOf(['Peter Moss runs the harbour.', 'He said 12 ships were waiting.']);
		expect(figures[0]).toMatchObject({source: 'Peter Moss', sourceText: 'He'});
	});
	test('the same article gives the same figures', () => {
		const text = ['About 60 shops closed and 200 more may follow, the council said.'];
		expect(figuresOf(text)).toEqual(figuresOf(text));
	});
});
