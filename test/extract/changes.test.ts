import {describe} from 'vitest';
import {figureRows as table, numberRows} from '../helpers/extract-rows.ts';

describe('how far something moved is not where it stands', () => {
	table([
		['Infections rose by 400 last week to 9,000.', {measure: 'increase', subject: 'Infections', unit: 'people'}, {measure: 'infected', subject: null, unit: 'people'}],
		['Hospitalisations fell 12%, from 950 to 836.', {measure: 'decrease', subject: 'Hospitalisations'}, {measure: 'hospitalised'}, {measure: 'hospitalised'}],
		['The rate of unemployment fell to a ten-year low of 4.6% from 4.8%.', {measure: 'duration'}, {measure: 'unemployment rate'}, {measure: 'unemployment rate'}],
		['The unemployment rate dropped to 8% from 10% even as hiring slowed.', {measure: 'unemployment rate'}, {measure: 'unemployment rate'}],
		['Daily infections fell below 300.', {measure: 'infected'}],
		['The town’s deaths rose above 40.', {measure: 'killed'}],
		['It was a decrease of 1,300 claims.', {measure: 'decrease', subject: 'claims'}],
		['Shops shed 400 jobs where a gain of 900 jobs had been forecast.', {measure: 'job cuts'}, {measure: 'jobs'}],
		['The prosecutor dropped 12 charges.', {measure: 'charges'}],
		['Cases were at 700, down 90 from the week before.', {measure: 'infected'}, {measure: 'decrease'}],
		['A barrel of crude rose 1.2%.', {measure: 'increase'}],
		['Claims sank by a seasonally adjusted 700 to 90,000.', {text: '700'}, {text: '90,000'}],
		['The town lost 700 jobs in March, and 40 jobs were lost in May.', {measure: 'job cuts'}, {measure: 'job cuts'}],
		['The county added 700 jobs.', {measure: 'jobs'}],
		['It added fewer jobs than hoped, just 900, and the unemployment rate rose.', {measure: null}],
		['Unemployment jumped to 9.1% from a ten-year low of 7.7%.', {measure: 'unemployment rate'}, {measure: 'duration'}, {measure: 'unemployment rate'}],
		['It jumped to 9.1%.', {measure: null}],
		['The index dropped 1,800 points.', {measure: 'points'}],
		['The owner reached a settlement worth $7 million.', {measure: 'fine'}],
		['She raised $4m last quarter.', {measure: 'raised'}],
		['The permits decreased by 310 to 4,800.', {measure: 'decrease', subject: 'permits'}, {measure: null}],
		['Lee was up by a mere 2% of some 8,000 votes.', {measure: null}, {measure: 'votes'}],
		['Its effect dropped from 72 percent in one country to 57 percent in another.', {measure: null}, {measure: null}],
		['The plan would cut the harbour budget by $5 billion.', {measure: 'cuts'}],
		['It would raise pay from the current $6.10 to $8.40.', {text: '$6.10'}, {text: '$8.40'}],
		['It makes $400,000 available.', {measure: null}],
		['The plant was shut down, 40 workers said.', {measure: 'workers'}],
		['First claims in four coastal schemes fell by 700 to 9,000.', {measure: 'schemes'}, {measure: 'decrease', subject: 'claims'}, {measure: null}],
		['The number of burglaries has jumped 30 percent.', {measure: 'increase', subject: 'burglaries'}],
		['Ferry sailings edged up 0.3% and tram journeys ticked down 0.5%.', {measure: 'increase', subject: 'sailings'}, {measure: 'decrease', subject: 'journeys'}],
		['The toll leapt 50% overnight.', {measure: 'increase', subject: 'toll'}],
		['Fares were cut by a fifth.', {measure: 'decrease', subject: 'Fares'}],
		['Deaths at the homes were 50 percent higher than reported.', {measure: 'increase', subject: 'Deaths'}],
		['The pump’s power sinks below 50 percent after five months.', {measure: null}, {measure: 'duration'}],
		['The town cut its forecast of fares to 6%, the biggest reduction of any.', {measure: 'prices'}],
		['The harbour’s deficit soared 17 percent.', {measure: 'increase', subject: 'deficit'}],
		['Hundreds were feared cut off by the flood.', {measure: null}],
		['Some 40 percent cut their hours.', {measure: null}],
		['Claims Jump 9,100 to 47,000', {text: '9,100'}, {text: '47,000'}],
	]);
});

describe('who they were, and who they were not', () => {
	table([
		['Rockets killed 2 Kenyans; 28 died in the harbour.', {subject: 'Kenyans'}, {measure: 'killed', subject: null}],
		['Thirty people drowned; 18 of them were miners and at least seven were children.', {measure: 'killed'}, {measure: 'killed', subject: 'miners'}, {measure: 'killed', subject: 'children'}],
		['Kenyan jobless claims reached 700 as the drought forces layoffs.', {measure: 'jobless claims', subject: null}],
		['The Kenyan death toll stood at 60 after the storm.', {measure: 'killed', subject: null}],
		['A man killed one student and wounded four other people.', {measure: 'killed', subject: 'students'}, {measure: 'wounded', subject: 'people'}],
		['A magnitude 7.1 quake rocked the southern coast.', {measure: 'magnitude', subject: null}],
		['A 6.2 earthquake strikes the coast', {measure: 'magnitude', subject: null}],
		['A 6.2 magnitude earthquake and a swarm of tremors came.', {measure: 'magnitude', subject: null}],
		['A 6.4 temblor had hit the day before.', {measure: 'magnitude', unit: 'magnitude'}],
		['The court split 5-4 along party lines in its ruling.', {measure: 'votes'}, {measure: 'votes'}],
		['The $3 trillion Harbours Act was passed.', {measure: 'act', measureText: 'Harbours Act'}],
		['Two people were treated on the quay and released.', {measure: 'people'}],
		['There were 377 filings, according to figures released on Friday.', {measure: 'filings'}],
		['With infections everywhere, the toll reached five million.', {measure: 'infected'}],
		['The toll reached 40.', {measure: 'killed'}],
		['The index crossed the 29,000 mark.', {measure: null}],
		['Lagos put tariffs on $60 billion of goods.', {measure: 'goods'}],
		['It was 3.2 million requesting benefits.', {unit: null}],
		['At least 900 patients have recovered from the virus.', {measure: 'recovered'}],
		['Roughly 2.1 million Kenyans lost their jobs.', {measure: 'job cuts', subject: 'Kenyans'}],
		['Economists surveyed by the bank had been looking for 2 million.', {measure: null}],
		['New filings came to 2.1 million last week, data showed.', {unit: null}],
		['The chamber passed a $1.2 trillion infrastructure package.', {measure: 'infrastructure package'}],
		['It was a $7 million relief package.', {measure: 'aid'}],
		['Cars worth $7 million are sold abroad.', {measure: 'value'}],
		['Thousands download printed designs', {unit: 'people', measure: null}],
		['Nearly 3 Million Sought Jobless Benefits', {unit: 'people', measure: 'jobless claims'}],
		['Now it’s pouring $3 billion on pills.', {subject: null}],
		['It holds 68 out of 105 seats.', {measure: 'seats'}, {measure: 'seats'}],
		['They answered a $1.7 trillion harbour plan that slashed $5 billion.', {measure: 'harbour plan'}, {measure: 'cuts'}],
		['Some 2,500 US troops stay on the island.', {measure: 'troops', unit: 'people', subject: 'American troops'}],
		['They gave out 20 million doses.', {measure: 'doses', unit: 'doses'}],
	]);
});

describe('ages, grades, bills and models of aircraft are no figures', () => {
	numberRows([
		['The novelist died on Monday at 88.'],
		['A pioneer of the blues, dead at 72'],
		['Twenty died at 12 sites.', ['Twenty', 20, 20, '=', null], ['12', 12, 12, '=', 'sites']],
		['It is for grades 7 through 12.'],
		['The spread of covid-19 went on.'],
		['The count was revised up to 590,000.', ['590,000', 590_000, 590_000, '=', null]],
		['The film star, 36, has left. It is for anyone not over 65.'],
		['It printed 3-D models for the Group of 7.'],
		['The mayor has a 7-point plan and a ten-point manifesto.'],
		['A 7-point lead', ['7-point', 7, 7, '=', 'points']],
		['The chamber took up S. 1 and H.J. Res. 59 again.'],
		['The U.S. 40 years on', ['40 years', 40, 40, '=', 'years']],
		['The line grounded its 737 Max 8 jets and two 747 jets.', ['two', 2, 2, '=', 'jets']],
		['The crash killed 787 people.', ['787', 787, 787, '=', 'people']],
	]);
});

describe('how far a sum goes, and where it stands', () => {
	table([
		['The deficit was $210 million in May, a $30 million jump from the deficit of last year.', {measure: 'deficit'}, {measure: 'increase', subject: 'deficit'}],
		['January added roughly $16 million to the deficit.', {measure: 'increase', subject: 'deficit'}],
		['Ministers would cut the harbour budget by $5 million.', {measure: 'cuts'}],
		['Ministers would lower the harbour budget by $5 million.', {measure: 'decrease', subject: 'budget'}],
		['The port booked a $6 million drop.', {measure: 'decrease', subject: null}],
		['The deficit fell to $40 million.', {measure: 'deficit'}],
		['Farms were given a $2 billion boost.', {measure: 'aid'}],
		['They want a $3 billion hike in farm spending.', {measure: 'increase'}],
		['Those who earn $4,000 would drop out.', {measure: null}],
		['She added $4 to her purse.', {measure: null}],
	]);
});

describe('each figure has the time behind it', () => {
	table([
		['The deficit swelled from $6 million in fiscal year 2017 to $7 million in 2018.', {periodText: 'in fiscal year 2017'}, {periodText: 'in 2018'}],
		['Sales grew from $3 million in 2018 to $4 million.', {periodText: 'in 2018'}, {periodText: null}],
		['Deaths fell from 40 to 30 in May.', {periodText: null}, {periodText: 'in May'}],
		['In the first five months of the year, the deficit amounted to $7 million.', {periodText: 'In the first five months'}],
		['They plan a $2 million dock and $1 million in aid for fiscal 2022.', {periodText: null}, {periodText: 'for fiscal 2022'}],
	]);
});
