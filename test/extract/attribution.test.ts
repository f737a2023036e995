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
		['A CBX poll conducted from May 3-5 found 45% approved.', {source: 'CBX', stance: 'certain', hedges: [], asOfText: 'from May 3-5'}],
		['An official, who asked not to be named, said 40 had died.', {source: 'An official', cue: 'said'}],
		['One official, speaking on condition of anonymity, put the toll at 40.', {source: 'One official', cue: 'put', measure: 'killed'}],
		['Acme reported 2 million doses, Brill reported 3 million.', {source: 'Acme'}, {source: 'Brill'}],
		['The council on Monday formally announced a plan to buy 400 vans.', {source: 'The council'}],
		['A driver accused of killing four men, most of them clerks, went home, officials said.', {source: 'officials'}],
		['The Red Group claimed responsibility for a raid that killed 22 people.', {source: null, hedges: []}],
		['The Red Group claimed that a raid killed 22 people.', {source: 'The Red Group', hedges: ['claimed']}],
		['Roe accused the county of wasting 40 boats.', {source: 'Roe', cue: 'accused'}],
		['Harbour.org says it has seen 112 voters.', {source: 'Harbour.org'}],
		['The Health Board warned leaders Monday about talk that the fever is losing force, saying it was a killer and 40 people are ill.', {source: 'The Health Board'}],
		['The inquiry, he said, had cost £2m.', {source: null, sourceText: 'he', directness: 'indirect', cue: 'said'}],
		['There were 24 confirmed deaths in Kent, according to the coroner.', {source: 'the coroner', cue: 'according to'}],
		['He paid back $60,000, but the inquiry goes on, according to the Hull Post.', {source: 'the Hull Post'}],
		['The plant made 300 vans, far below the 700 expected by analysts.', {source: null}, {source: 'analysts', stance: 'probable', hedges: ['expected']}],
		['Claims fell to 576,000, the labour office reported on Friday, with 3,000 of them in Ohio.', {source: 'the labour office', saidOnText: 'on Friday'}, {source: 'the labour office'}],
		['Before he met them, Mr. Dunn publicly scorned the plan, saying $2 million was too little.', {source: 'Mr. Dunn', cue: 'saying'}],
		['Forty houses burned — the fire chief said — before dawn.', {source: 'the fire chief', cue: 'said'}],
		['He added there were 40 survivors.', {sourceText: 'He', cue: 'added'}],
		['Forty men were held, added Jane Roe.', {source: 'Jane Roe', cue: 'added'}],
		['The Fund said it expects 40 closures.', {source: 'The Fund', cue: 'expects', stance: 'probable'}],
		['The Fund said it had met Acme and it expects 40 closures.', {source: null, sourceText: 'it'}],
		['The number, double what clerks expected, beat the record of 3,000 closures.', {source: null, cue: null}],
		['The group claimed responsibility for a blast that killed 22 people.', {source: null, cue: null, hedges: []}],
		['A man accused of killing two sailors was held.', {source: null, cue: null}],
		['In a widely expected filing, the clerk said 900 had signed.', {source: 'the clerk', stance: 'certain', hedges: []}],
		['Sixty were feared dead after a magnitude 6.2 quake.', {stance: 'probable', hedges: ['feared']}, {stance: 'certain', hedges: []}],
		['He wrote on Friday after the agency revealed it had 4,500 tips.', {source: 'the agency', saidOnText: null}],
		['Closures jump to 7,000, much worse than expected.', {source: null, cue: null}],
		['The toll is 3,000, based on a study of the U.S. Coast Guard, he said.', {basis: 'a study of the U.S. Coast Guard'}],
		['The council is reporting 40 closures.', {source: 'The council', cue: 'reporting'}],
		['The council has said in its filings that it expects 40 closures.', {source: 'The council', cue: 'expects'}],
		['The board that oversees ferries said 40 men were held.', {source: 'The board', cue: 'said'}],
		['A report into the harbour found 40 leaks.', {source: 'A report', cue: 'found'}],
		['The bureau released its tables and estimated there were 40 leaks.', {source: 'The bureau', cue: 'estimated'}],
		['Some 400 wells are dry, according to Office for Wells data received by the Hull Post.', {source: 'Office for Wells'}],
		['Data released on Friday from a Hull University poll showed 40 leaks.', {source: 'Hull University'}],
	]);
});

describe('papers that tell numbers, and who made them', () => {
	figureRows([
		['Some 400 wells are dry, according to well figures reported by FarmWatch.', {source: 'FarmWatch'}],
		['Some 400 wells are dry, according to data posted online by Hull University on Friday.', {source: 'Hull University', saidOnText: 'on Friday'}],
		['Some 400 wells are dry, according to remarks made by Ann Roe.', {source: 'Ann Roe'}],
		['Some 400 wells are dry, according to police data compiled by the Hull Post.', {source: 'police data'}],
		['Some 400 wells are dry, according to a letter that the Hull Post has seen.', {source: 'a letter'}],
		['Some 400 wells are dry, according to the self-reported numbers.', {source: 'the self-reported numbers'}],
		['Some 400 wells are dry, according to a Kent Today analysis of data from Hull University.', {source: 'Kent Today', scope: null}],
		['Figures released on Friday by the Labour Office show that 400 wells are dry.', {source: 'the Labour Office', cue: 'show', saidOnText: 'on Friday'}],
		['A paper published by the council on wells through 9 May shows that 400 are dry.', {source: 'the council'}],
		['Some 400 wells are dry, according to the Kent Post’s data through mid-February.', {source: 'Kent Post', asOfText: 'through mid-February'}],
		['Some 400 wells are dry, the statistics show.', {source: 'the statistics', cue: 'show'}],
		['She brushed off council data that showed 400 wells were dry, below the forecast for 500.', {source: 'council data'}, {source: null}],
		['The toll is 40, according to a notice from the mayor published by the Hull Post.', {source: 'a notice from the mayor', sourceChain: []}],
		['The country reported 400 cases, according to the Hull Post.', {source: 'the Hull Post', sourceChain: []}],
		['The ministry reported 400 cases, according to the Hull Post.', {source: 'The ministry', sourceChain: ['the Hull Post']}],
	]);
});

describe('those who are asked what they expect', () => {
	figureRows([
		['Forecasters had anticipated 400 closures.', {source: 'Forecasters', cue: 'anticipated', stance: 'probable'}],
		['Economists surveyed by Acme project firms will shed 400 posts.', {source: 'Economists', sourceChain: ['Acme']}],
		['Analysts had forecast 400 closures.', {source: 'Analysts', cue: 'forecast', stance: 'probable'}],
		['Economists polled by Acme had forecast 400 closures.', {source: 'Economists', sourceChain: ['Acme'], stance: 'probable'}],
		['Analysts surveyed by Acme were expecting 400 closures.', {source: 'Analysts', sourceChain: ['Acme'], cue: 'expecting'}],
		['Analysts in an Acme survey had called for 400 closures.', {source: 'Analysts', sourceChain: ['Acme'], cue: 'called for', stance: 'probable'}],
		['The median guess in an Acme survey of economists called for 400 closures.', {source: 'economists', sourceChain: ['Acme']}],
		['Closures rose to 400, according to economists polled by Acme.', {source: 'economists', sourceChain: ['Acme']}],
		['The team is expecting to use 40 vans.', {source: null, cue: null}],
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
		['Employers added 41,500 jobs last month.', {source: null, cue: null, directness: 'own'}],
		['A newspaper report that revealed 40 deaths came late.', {source: null, cue: null, measure: 'killed'}],
		['Unions asked for everything they needed, and 40 firms agreed.', {source: null, cue: null}],
		['With all 12 results declared, the party has 80 seats.', {source: null}, {source: null, cue: null}],
		['Unemployment claims fall to 90,000', {source: null, cue: null}],
		['The mayor rejected a plan that cost $5 million.', {source: null, cue: null}],
		['Leaders announced it, and 60 members voted.', {source: null, cue: null}],
		['The governor pledged to cut waste as he met 40 mayors.', {source: null, cue: null}],
		['The country’s estimated 11 million migrants wait.', {source: null, cue: null, hedges: ['estimated']}],
		['The states’ reported deaths near 9,000.', {source: null, cue: null}],
		['Fever reported death toll nears 300.', {source: null, cue: null}],
		['Harbour firms added a robust 63,000 jobs in May.', {source: null, cue: null}],
		['Mr. Roe swore the three aldermen in.', {source: null, cue: null}],
		['Greens are reportedly considering a $400 cheque.', {source: null, cue: null}],
		['Officers responded to a fight that hurt five people.', {source: null, cue: null}],
		['The new figure puts the toll at 4,300.', {source: null, cue: null}],
		['Sales grew by 4,300, well below Harbour Street estimates.', {source: null, cue: null}],
		['The agency is to resume its previously announced search for 40 boats.', {source: null, cue: null}],
		['The town will lead a suit over alleged fraud against three banks.', {source: null, cue: null}],
		['Dozens more were missing and some feared dead after a quake of magnitude 6.2.', {source: null}, {source: null, cue: null}],
		['Kent had 900 of the cases reported nationwide and 400 deaths.', {source: null, cue: null}, {source: null, cue: null}],
		['Leading Greens agreed on a $40 million plan.', {source: null, cue: null}],
		['The storm continues its way with winds of 130 mph.', {source: null, cue: null}],
		['She agreed with earlier media reports that 40 had died.', {source: null, cue: null}],
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
		['Jobless Claims Jump to 9,000 in May', {source: null, cue: null}],
		['Index Tops 29,000 as Traders Shrug Off Weak Jobs Report', {source: null, cue: null}],
		['Jobs report: Harbour hired 9,000', {source: null, cue: null}],
		['Jobless Claims Oddly Jump 900 to 7,000', {source: null, text: '900'}, {source: null, text: '7,000'}],
		['Harbour Firm Adds 1,400 Jobs in Early Sign of Recovery', {scope: null}],
		['Three Green Aldermen Sworn In By Roe', {scope: null}],
		['Ten People Killed in Ohio', {scope: 'Ohio'}],
		['Raid in Syria Kills 40 Sailors', {scope: 'Syria'}],
		['Clerk Gets 20 Years in Prison for Toppling Statue', {scope: null}],
	]);
});

describe('what is measured when the noun is far or missing', () => {
	figureRows([
		['At least 19 people, including three children, were killed.', {measure: 'killed', low: 19}, {measure: 'killed', subject: 'children'}],
		['The toll, which had been stuck for weeks as crews dug, now stands at 1,204.', {measure: 'killed', unit: 'people'}],
		['The toll stands at 45, up from 40 on Monday.', {measure: 'killed'}, {text: '40', measure: 'killed', unit: 'people'}],
		['Inflation fell to 3.1%, from 3.9% in May.', {measure: 'inflation'}, {measure: 'inflation'}],
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
		['Kent sends 200 doses this year and 300 doses in the first half of 2026.', {periodText: 'this year'}, {periodText: 'in the first half of 2026'}],
		['Forty people die from fever in Hull in 25 hours.', {periodText: 'in 25 hours'}, {}],
		['Guards counted 40 deaths in the course of a 30-hour stretch.', {flow: 'period', periodText: 'in the course of a 30-hour stretch'}, {}],
		['The plan leads to 400 early deaths annually.', {flow: 'period', periodText: 'annually'}],
		['They had 400 deaths as weekly tolls fell.', {flow: 'total'}],
		['The paper reported in December that 30 men were held.', {saidOnText: 'in December', periodText: null}],
		['Mr. Hale said Sunday’s fire killed 40.', {saidOnText: null}],
		['Prices rose 3%, the highest since 1979.', {periodText: null}],
		['Arrivals since January 2019 reached 40,000.', {periodText: 'since January 2019', flow: 'period'}],
		['They aim to cut waste by 2030 and met 40 mayors on the shore of the great lake.', {asOfText: null}],
		['Some 15,000 new cases broke the daily record.', {flow: 'period', periodText: 'new'}],
		['The village spends £4,000 annually.', {flow: 'period', periodText: 'annually'}],
		['Claims fell by 40 to 400 in the week ended May 1.', {periodText: 'in the week ended May 1'}, {flow: 'period', periodText: 'in the week ended May 1'}],
		['Claims fell to 400 last week from 500.', {periodText: 'last week'}, {flow: null, periodText: null}],
		['Claims fell to 400 last week from 500 the prior week.', {periodText: 'last week'}, {periodText: 'the prior week'}],
		['Claims fell to 400 from 500 a week earlier.', {periodText: null}, {periodText: 'a week earlier'}],
		['Last year premiums rose 7 percent.', {flow: 'period', periodText: 'Last year'}],
		['Ann Roe said that, in the last week alone, 40 had died.', {flow: 'period', periodText: 'in the last week alone'}],
		['The $2 million plan passed in March helped.', {flow: null, periodText: null}],
		['Some 400 men filed for first-time aid in the week ended May 1, up from 300 the week prior.', {periodText: 'in the week ended May 1'}, {periodText: 'the week prior'}],
		['Claims rose by 20 last week to a seasonally adjusted 400.', {periodText: 'last week'}, {periodText: 'last week'}],
		['Kent lost 400 posts in May, meaning 9,000 men are currently idle.', {asOfText: null}, {asOfText: 'currently'}],
		['From May through July, guards arrested 400 men.', {flow: 'period', periodText: 'From May through July'}],
		['The rate was 5% in May last year.', {periodText: 'in May last year'}],
		['The old record was 107, set in the season that ended in May.', {periodText: null}],
		['Deaths hit 6,000 as weekly tolls fell.', {flow: 'total', periodText: null}],
		['It was an average of 330 deaths, a toll not seen since March 2020.', {flow: 'total', periodText: null}],
		['In the next few days, Kent will surpass 600 deaths.', {flow: 'total', periodText: null}],
		['Forty have died since Aug. 14.', {flow: 'period', periodText: 'since Aug. 14'}],
		['Crews have found 40 bodies in last days of digging.', {flow: 'total', periodText: null}],
		['It was the best quarter to date and left $40 million.', {flow: null, asOfText: null}],
		['The list is kept “up to date” for 400 towns.', {flow: null, asOfText: null}],
	]);
});

describe('so many a day, and all', () => {
	figureRows([
		['New cases each day had sunk to 400.', {flow: 'period', periodText: 'each day'}],
		['The daily average of new cases has fallen below 400.', {flow: 'period', periodText: 'daily'}],
		['New cases fell from a seven-day average of 700 to 400.', {text: 'seven-day'}, {text: '700', flow: 'period'}, {flow: 'period', periodText: 'seven-day average'}],
		['There were 400 new cases in Kent on Thursday.', {flow: 'period', periodText: 'on Thursday', asOf: '2025-03-13', asOfText: 'on Thursday'}],
		['There were 40 deaths from the fever recorded that day.', {flow: 'period', periodText: 'that day'}],
		['Daily cases fell below 400 for the first time since last summer.', {flow: 'period', periodText: 'Daily'}],
		['There were 40 deaths recorded that day.', {flow: 'period', periodText: 'that day'}],
		['Kent counts 400 deaths, over a quarter of those of the county.', {flow: 'total', periodText: null}, {}],
		['Kent reports a record 4,100 new fever cases.', {flow: 'period', periodText: 'new'}],
		['New infections topped 4,100.', {flow: 'period', periodText: 'new'}],
		['The new clinic in Kent has seen 40 deaths.', {flow: 'total', periodText: null}],
		['The fever has now reached a new total of 4,100 deaths.', {flow: 'total', periodText: null}],
		['Some 40 deaths in new fires were counted.', {flow: 'total', periodText: null}],
		['Kent reported 40 deaths on Thursday.', {flow: null, periodText: null, asOfText: 'on Thursday'}],
		['Cases rose 40 percent.', {flow: null}],
		['Deaths rose by 40.', {flow: null}],
		['The plan was killed by a 61-39 vote.', {flow: null, measure: 'votes'}, {flow: null, measure: 'votes'}],
	]);
});

describe('the day a number held', () => {
	figureRows([
		['Kent passed 400 deaths on Friday.', {flow: 'total', asOf: '2025-03-14', asOfText: 'on Friday'}],
		['On Friday the tracker listed 400 deaths.', {flow: 'total', asOf: '2025-03-14', asOfText: 'On Friday'}],
		['Kent on Friday recorded an average of 400 cases a day, up from 300 on Monday.', {periodText: 'a day', asOfText: 'on Friday'}, {flow: 'period', periodText: 'a day', asOfText: 'on Monday'}],
		['Some 400 had died, according to data from Hull University as of Tuesday afternoon.', {asOfText: 'as of Tuesday', saidOnText: null}],
		['As of this week, 90 ships wait.', {asOfText: 'As of this week', periodText: null}],
		['The flood killed 12 people on Sunday.', {asOf: null, asOfText: null}],
		['Forty died on Friday, officials said.', {saidOnText: null, asOfText: null}],
		['The House passed a $3 million plan on Friday.', {asOf: null, asOfText: null}],
		['The band plans to move 2,500 fans by Sept. 11, 2025.', {asOf: null, asOfText: null}],
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
		['A 7.1 quake rocked southern Chile on Friday, sending waves that were seen in Lima.', {text: '7.1', scope: 'southern Chile'}],
		['Of the 5,000 victims, nearly half died in Leeds.', {scope: null}, {scope: 'Leeds'}],
		['More than the 58,000 who died in the Crimean War had fled.', {scope: 'the Crimean War'}],
		['Some 6,000 towns burned during World War II.', {scope: 'World War II'}],
		['In the first such move in the nation, the mayor told schools in Ohio to count 400 desks.', {scope: 'Ohio'}],
		['Some 400 wells are dry, according to records from Hull University.', {scope: null}],
		['A heatwave hit 40 towns in Western states.', {scope: null}],
		['She gave $2 million to Hull University.', {scope: null}],
		['The town will buy 500 doses from Acme.', {scope: null}],
		['They will give 1,000 doses, 500 of which come from Chad.', {scope: null}, {scope: 'Chad'}],
		['Three researchers at the Hull Institute of Eels fell ill.', {scope: null}],
		['The firm gets $2 million from Chad government aid.', {scope: null}],
		['They moved 400 clerks who had helped during the war in Chad.', {scope: null}],
		['Growth of 2.6% in Q4 beat all.', {scope: null}],
		['Some $10 million moved from ACME to the clerks.', {scope: null}],
		['We saw 40 errors in Mark Roe’s notes.', {scope: null}],
		['The court ruled 6-3 in Roe v. Poe.', {scope: null}, {scope: null}],
		['He served 17 years in the Air Force.', {scope: null}],
		['She gave an interview in Hull Today about 40 clinics.', {scope: null}],
		['The focus moved from Iraq to Mali, and the plan is to send 300 troops.', {subject: 'troops'}],
	]);
});

test('a sentence before may hold the poll', () => {
	const [, second] = figuresOf(['A survey by Hale Research asked 900 voters. Some 46% backed the bridge.']);
	expect(second).toMatchObject({source: 'Hale Research', measure: 'poll share'});
});
