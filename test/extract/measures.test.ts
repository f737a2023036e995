import {describe} from 'vitest';
import {figureRows as table} from '../helpers/extract-rows.ts';

describe('a word tells of the figure it belongs to', () => {
	table([
		['Two dozen firefighters fought the blaze, which killed a keeper.', {measure: 'firefighters'}],
		['Thousands of drivers have backed the campaign.', {measure: 'backers'}],
		['Doctors looked at 94 new infections among more than 43,000 volunteers.', {measure: 'infected'}, {measure: 'volunteers'}],
		['The flood brought 94 deaths, including 40 children.', {measure: 'killed'}, {measure: 'killed'}],
		['More than a third of islands are cut off as deaths climb.', {measure: 'islands'}],
		['The office will add 75 immigration judges.', {measure: 'judges'}],
		['The judges heard two immunity cases.', {measure: 'cases'}],
		['Jobless claims fell to 4,100 last week.', {measure: 'jobless claims', unit: 'people'}],
		['Some 4,100 workers filed for unemployment benefits.', {measure: 'jobless claims', unit: 'people'}],
		['Analysts had expected 4,100 initial claims.', {measure: 'jobless claims', unit: 'people'}],
		['Continuing claims rose to 40,100.', {measure: 'continuing claims'}],
		['Some 4,100 men are jobless.', {measure: 'unemployed'}],
		['Claims, a proxy for layoffs, rose to 4,100.', {measure: null}],
		['The mill announced 400 layoffs.', {measure: 'job cuts'}],
		['Some 400 gathered to protest against the plan.', {measure: 'protesters'}],
		['Three former mayors gathered in Hull.', {measure: 'mayors'}],
		['Some 400 people took part in the study.', {measure: 'people'}],
		['The ward saw 12 new cases of measles.', {measure: 'infected'}],
		['The two cases behind the ruling went to the bench.', {measure: 'cases'}],
		['The order keeps a cap of 15,000 refugee admissions.', {measure: 'admissions'}],
		['The wards had 400 admissions.', {measure: 'hospitalised'}],
		['He set out a 9 percent national sales tax and $4bn spending cuts.', {measure: 'tax rate', measureText: 'national sales tax'}, {measure: 'cuts'}],
		['The mast is 40km (25 miles) north of the port.', {measure: 'distance'}, {measure: 'distance'}],
		['A barrel of crude rose 1.2% to $74.30.', {measure: 'increase'}, {measure: 'prices'}],
		['The bank raised its main rate by 25 basis points to 4.75%.', {measure: 'interest rate'}, {measure: 'interest rate'}],
		['Charges were cut by nearly a third.', {measure: 'decrease', subject: 'Charges'}],
	]);
});

describe('what the money is for', () => {
	table([
		['She wants $8 million for humanitarian assistance and $9 million for drug detection.', {measure: 'aid'}, {measure: 'drug detection', measureText: 'drug detection'}],
		['They settled on $25 million in wall money.', {measure: 'wall money'}],
		['It has $5m for 75 new judges.', {measure: 'judges'}, {measure: 'judges'}],
		['She gave $15 million to charity.', {measure: 'donations'}],
		['The mayor won $5m for the first time.', {measure: null}],
		['Ministers spent millions on minor roads.', {measure: 'spending', unit: null}],
		['In that year the budget was $6 million. It climbed to $9 million.', {measure: 'budget'}, {measure: 'budget'}],
	]);
});

describe('losses, crowds and people', () => {
	table([
		['The brigade lost 40 men in a week.', {measure: 'casualties', measureText: 'lost', components: []}],
		['The firm lost 40 orders.', {measure: 'orders'}],
		['A vigil recalled the 500 lives lost to the disease.', {measure: 'killed', unit: 'people'}],
		['The protest drew 20,000 people.', {measure: 'protesters'}],
		['The population was 331.5 million.', {measure: 'population', unit: 'people'}],
		['In the poll Lee led with 20 percent, followed by Roe (17 percent).', {measure: 'poll share'}, {measure: 'poll share'}],
		['The mill stands seven miles southwest.', {measure: 'distance'}],
		['Guards found 215 pounds of cocaine and then another 20 pounds.', {unit: 'lb'}, {unit: 'lb'}],
		['A poll of 500 likely Devon voters found 46% in favour.', {measure: 'surveyed', hedges: []}, {measure: 'poll share', hedges: []}],
		['Its four-nation European tour went on.', {measure: 'nations', measureText: 'tour'}],
	]);
});

describe('a name is no measure', () => {
	table([
		['The raid killed two ISIS militants.', {measure: 'killed', unit: 'people', subject: 'ISIS militants'}],
		['Two Los Angeles County deputies were hurt.', {measure: 'wounded', unit: 'people', subject: 'Los Angeles County deputies'}],
		['Three Abrams tanks were shown beside 11 Hong Kong and Chinese officials.', {measure: 'tanks'}, {measure: 'officials', unit: 'people'}],
		['About 71% of the Alba, Ala., waiters came.', {measure: null}],
		['That pales beside the $30 million President Roe brought in.', {measure: null}],
		['A group of four envoys—both Kenyans and Ugandans—met.', {measure: 'envoys'}],
		['Two Democrats and 40 Kenyans met.', {measure: 'democrats'}, {measure: 'kenyans'}],
	]);
});

describe('the last noun of several is what is counted', () => {
	table([
		['They shut 22 parts distribution sites.', {measure: 'sites', unit: 'sites', subject: 'parts distribution sites'}],
		['About 40 women march in Kent.', {measure: 'women'}],
	]);
});

describe('whoever is killed lives; a compound counts what a thing is like', () => {
	table([
		['The strike killed two targets.', {measure: 'killed', unit: 'people', subject: 'targets'}],
		['The strike hit two targets.', {measure: 'targets', unit: 'targets'}],
		['Staff at a 900-worker mill have voted against it.', {measure: 'people', measureText: 'mill'}],
		['A nine-justice majority upheld the 60-vote rule.', {measure: 'justices'}, {measure: 'votes', measureText: 'rule'}],
		['A 6.1-magnitude quake killed 40 people.', {measure: 'magnitude'}, {measure: 'killed'}],
	]);
});

describe('questions that sound alike and are none', () => {
	table([
		['First jobless claims fell to 9,000, and 40,000 people are unemployed.', {measure: 'jobless claims'}, {measure: 'unemployed'}],
		['Some 700 Kenyans filed for unemployment benefits.', {measure: 'jobless claims', subject: 'Kenyans', unit: 'people'}],
		['Continuing claims, which lag, dropped to 59,000.', {measure: 'continuing claims', source: null, cue: null, hedges: []}],
		['The consumer price index climbed 7 percent.', {measure: 'inflation'}],
		['The pay rise, a cost-of-living adjustment, averages 1.65%.', {measure: 'cost-of-living adjustment'}],
		['Some 40% of sailors are fully vaccinated and 57% have had at least one dose.', {measure: 'fully vaccinated'}, {measure: 'first dose', text: '57%'}],
		['The petition drew 900 signatures, more than the 700 signatures required.', {measure: 'signatures', flow: 'total'}, {measure: 'signatures needed', flow: null}],
		['The party lacked the 60 votes needed to win.', {measure: 'votes needed'}],
		['All but two senators backed the plan.', {measure: null}],
		['The toll is equivalent to roughly 65 such floods.', {measure: null}],
		['The 6-3 conservative majority asked about the ferry law.', {measure: 'seats', unit: 'seats'}, {measure: 'seats'}],
		['The rescue bill passed 219 to 212.', {measure: 'votes', measureText: null}, {measure: 'votes'}],
		['Thousands of farmers lost their right to vote.', {measure: 'farmers'}],
		['Dozens were hurt and a third of the homes burned.', {measure: 'wounded'}, {measure: 'homes', flow: null}],
		['A poll found 18 percent of respondents named the mayor.', {measure: 'poll share'}],
		['Economists had expected burglaries to rise 3.6 percent, a survey showed.', {measure: 'increase'}],
		['The storm claims at least 7 lives', {measure: 'killed', source: null, hedges: ['at least']}],
	]);
});

describe('what is done with money is not how much there is', () => {
	table([
		['The town agreed on a budget that shifts $1 million from the harbour.', {measure: null}],
		['The council will take $1 million from the police budget.', {measure: null}],
		['The town budget will include $8 million for walls.', {measure: 'walls'}],
		['The council unveiled a $3 million plan to boost ferries.', {measure: 'plan'}],
		['It sends $1,400 cheques to sailors earning $75,000 or less.', {measure: 'cheques'}, {measure: 'salary'}],
		['The $10 million scheme will be funded by fares.', {measureText: 'funded'}],
		['Captain Jane Roe has signed the $4 million ferry bill.', {subject: null}],
		['The $300 million fund lapsed last week.', {flow: null, periodText: null}],
	]);
});

describe('a word that tells of others', () => {
	table([
		['Two doctors in Peru claim the virus has disappeared.', {measure: 'doctors'}],
		['Roe, a lawyer who worked for two ministers, was indicted in April.', {measure: 'ministers'}],
		['Three guards arrested and detained Roe.', {measure: 'guards'}],
		['He was charged with robbing two women.', {measure: 'women'}],
		['Two senators called the bill ‘dead’.', {measure: 'senators'}],
		['Two guards opened fire at a market that day, killing 12.', {measure: 'guards'}, {measure: 'killed'}],
	]);
});

describe('and one that tells of them', () => {
	table([
		['More than 200 people put their names to a petition.', {measure: 'signatures'}],
		['Some 40 people feared dead were found.', {measure: 'killed'}],
		['Two miners in Peru have disappeared.', {measure: 'missing'}],
		['Two ministers were indicted in April.', {measure: 'charged'}],
		['Three guards were arrested Friday.', {measure: 'arrested'}],
		['He was charged with two women.', {measure: 'charged'}],
		['A total of 40 miners was killed.', {measure: 'killed'}],
		['One guard was killed and another is injured.', {measure: 'killed'}],
	]);
});
