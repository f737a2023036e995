import {describe} from 'vitest';
import {figureRows as table, headlineRows} from '../helpers/extract-rows.ts';

describe('what was hoped for is nobody’s count', () => {
	table([
		['Orders beat the 21,000 analysts polled by Acme had predicted.', {measure: null, source: 'analysts', sourceChain: ['Acme'], stance: 'probable'}],
		['The gain was above the 8,000 economists had expected.', {source: 'economists', stance: 'probable', subject: null}],
		['Some 900 adults polled by Acme agreed.', {measure: 'surveyed', subject: 'adults'}],
	]);
});

describe('a word keeps to the figure beside it', () => {
	table([
		['The fire endangered hundreds of shopkeepers and left five people dead.', {measure: 'shopkeepers', subject: 'shopkeepers'}, {measure: 'killed'}],
		['Kenya sent a dozen nurses to receive the first Danes evacuated from Lima.', {measure: 'nurses'}],
		['A woman died after two girls robbed her.', {measure: 'girls'}],
		['He lived in Washington, D.C. Ann Roe died on Monday, two girls said.', {measure: 'girls'}],
		['The raid killed the mayor, two officials said.', {measure: 'officials'}],
		['Some 5,000 were eliminated from the voter rolls.', {measure: null}],
		['A plan would protect 700 pupils from being deported.', {measure: 'pupils'}],
		['Accused by more than 80 women, Roe surrendered on Friday.', {measure: 'women'}],
		['The court sentenced Roe to 31 1/2 years.'],
		['The camp released letters from three nurses.', {measure: 'nurses'}],
		['Firms with more than 100 workers must require them to be vaccinated.', {measure: 'workers'}],
		['Thousands of Puerto Ricans jammed a road.', {measure: 'puerto ricans'}],
		['They left without a deal, allowing a $600 benefit to end.', {measure: 'benefit'}],
		['It tested Roe’s clout and cost both parties $2 million.', {measure: 'cost', subject: null}],
		['He leaves the 401(k) plans alone; the loan is $3.5 trln.', {low: 3.5e12}],
		['A pupil who killed eight classmates and two teachers in Kent was once turned away by one of the dead.', {measure: 'killed'}, {measure: 'killed', subject: 'teachers'}],
		['Four men robbed a shop before fleeing in a car.', {measure: 'men'}],
		['The trial of the two men accused of killing Ann Roe opened.', {measure: 'men'}],
		['The mother of 13 was shot and killed.'],
		['She admitted killing two co-workers and wounding a third.', {measure: 'killed'}],
		['A man was charged in the 1967 slayings of two women.', {measure: 'killed', subject: 'women'}],
		['Two men were held for the murder of Jo Roe and the injury of two others.', {measure: 'men'}, {measure: 'wounded'}],
		['They won 19 legislative bodies.', {measure: 'bodies'}],
		['The river gave up 19 bodies.', {measure: 'killed'}],
		['Some 3 million people will lose their insurance against unemployment.', {measure: 'people'}],
		['Kent (10-0) shook off a slow start and passed Hull.', {measure: null}, {measure: null}],
		['He ordered the killing of Jo Roe, three officials familiar with it said.', {measure: 'officials', source: null}],
		['Divers have brought up the remains of 26 people, and 130 are missing.', {measure: 'killed'}, {measure: 'missing'}],
		['Some 1,500 Danes are waiting to be evacuated.', {measure: 'danes'}],
		['Some 1,500 Danes are still there in the last days of the evacuation.', {measure: 'danes'}],
		['Among 79 counties searched, 76 had cases.', {measure: 'counties'}, {measure: 'counties', unit: 'counties'}],
		['The trial gave 4,000 volunteers either two doses of the jab or a placebo.', {measure: 'volunteers'}, {measure: 'doses'}],
		['A 54% tax rate for incomes above $31,000 is planned.', {measure: 'tax rate'}, {measure: null}],
		['The council will raise harbour fees by $5.', {measure: 'increase', subject: 'fees'}],
		['Adults making up to $75,000 get direct payments of $2,000.', {measure: null}, {measure: 'direct payments'}],
		['The plan, with an earlier one, totals $4 billion, rivalling the annual budget.', {measure: null}],
		['The widow seeks $25 million alleging neglect.', {measure: null}],
		['The ferry plan gives aid to 300 million adults.', {measure: 'adults'}],
		['Two Kent County sheriff’s deputies were shot.', {measure: 'deputies', unit: 'people'}],
		['An immigration plan would help 1 million migrants.', {measure: 'migrants'}],
		['Roe, who died in May, was only 24 then.'],
		['Roe, who died in May, was just 24 at the time.'],
		['The toll was only 24 then.', {measure: 'killed'}],
		['There are thousands and thousands of letters that are missing.', {text: 'thousands and thousands', measure: 'letters', low: 1000}],
		['The offer in the evening speech would protect some 600,000 Deferred Action for Childhood Arrivals holders for three more years.', {measure: null}, {measure: 'duration'}],
		['The suit names 40 managers who are called discriminators and victims.', {measure: 'managers'}],
		['The office counted 200 cases of violence.', {measure: 'cases', flow: null}],
		['Millions of people were hurt by the shutdown.', {measure: 'people'}],
		['With income taxes the rate was 45.8 percent; they gave 10 percent of their income.', {measure: null}, {measure: 'income'}],
		['It proposed a 6 percent trim in its offices’ budgets.', {measure: 'decrease', subject: 'budgets'}],
		['Workers saw their taxes cut by a third.', {measure: 'decrease', subject: null}],
		['One mother in town was asked; the population reached 4,000.', {measure: 'population', subject: null}],
		['They donated $15 million to charity; their aunt made a $4 million donation.', {measure: 'donations'}, {measure: 'donations'}],
		['The ports saw a loss of 2,000 jobs.', {measure: 'job cuts'}],
	]);
});

describe('who says it, and who only counts or votes', () => {
	table([
		['Meanwhile, the Harbour Board and the Treasury announced a $3 million fund.', {source: 'the Harbour Board and the Treasury'}],
		['Peru is reporting more storms, with the death toll at 90, according to a tally from Hull University.', {source: 'Hull University'}],
		['The toll is above that of Peru, which is reporting 80 deaths, per Hull University.', {measure: 'killed', scope: 'Peru', source: 'Hull University'}],
		['It recorded 800 new cases and 40 deaths Sunday.', {source: null, sourceText: null, directness: 'own'}, {flow: null, asOfText: 'Sunday', directness: 'own'}],
		['The Kent Post reported Tuesday that Ann Roe owned $40,000 worth of stock in Acme.', {measure: 'value', subject: null, scope: null, source: 'The Kent Post'}],
		['“Never,” Ann Roe said, adding that 40 people had asked about the letters it had published.', {measure: 'people', source: null}],
		['The company said Tuesday it expects to earn $26 million.', {source: 'The company', stance: 'probable'}],
		['Its two councillors called on him to stop, and firms like Acme, Brill and Kent Airlines all wrote to the mayor.', {source: null}],
		['After the vote, Bo Roe, D-Kent., one of the nine councillors to vote no, said the town faces bigger problems.', {source: null}],
		['“It is $1 million,” the mayor said - a councillor said $4,000 has been spent.', {source: 'the mayor'}, {source: 'a councillor'}],
		['The first jobs report under President Roe showed a gain of 90 jobs.', {source: 'The first jobs report'}],
		['Jo Roe denied a Kent Times report that guards planned to send 120 troops.', {source: 'Jo Roe', stance: 'denied'}],
		['Jo Roe told his chief of staff, Ann Lee, to hold back $4 million, according to three officials.', {source: 'three officials', sourceChain: []}, {}],
		['The office pushed back after several reports that it froze $3 million.', {source: null}],
		['Roe was expected to win, outraising him $5.4 million to $20,000.', {stance: 'certain'}, {stance: 'certain'}],
		['The toll is above what Jo Roe said Peru would confirm, 40 deaths.', {source: 'Jo Roe'}],
		['The fever raged on, claiming a record of nearly 3,000 Kenyan lives.', {measure: 'killed', source: null}],
		['The last report before Tuesday’s elections showed that the town added 250 jobs.', {source: 'The last report'}],
		['In the first debate since Jo Roe announced his plan, the 12 candidates agreed.', {source: null}],
		['After police said that two men were hurt, 12 people were arrested.', {source: 'police'}, {source: null}],
		['Women are now more likely than men to support it, by 47% to 29%.', {stance: 'certain'}, {stance: 'certain'}],
		['The firm added 245 jobs, and half what clerks had expected.', {measure: 'jobs', source: null, stance: 'certain'}],
		['The number of cases has passed 900, with Kent recording 60.', {}, {source: null}],
		['The accused killer gave himself to his two obsessions.', {source: null}],
		['Average daily reported cases are up, data from the Health Office shows, with 30 million cases in all.', {source: 'the Health Office', sourceChain: []}],
		['A gang appears to have planned the raid that hit 40 firms.', {stance: 'certain', hedges: []}],
		['Police sought a suspected accomplice of the man who shot dead three people.', {measure: 'killed', stance: 'certain', hedges: []}],
	]);
	headlineRows([
		['Jobless rate hits 12.3%, 18.5M lost jobs in May', {measure: 'unemployment rate'}, {measure: 'job cuts'}],
		['Acme sues Brill for $1.4B over 2022 election tales', {periodText: null}],
		['Acme sued for $1.6 million over vote fraud claims', {measure: null}],
		['Roe demands bigger stimulus cheques in $900 million relief package', {measure: 'aid'}],
		['Roe takes shot at rivals, warns 2020 contenders'],
		['Senate panel subpoenas two firms in Peru probe', {scope: null}],
		['Deficit expected to reach two trillion dollars', {measure: 'deficit', source: null, stance: 'probable'}],
		['Roe: “Tolls are good.” Also farmers need $12 million in aid', {measure: 'aid', source: null}],
		['Senate confirms Ann Roe to High Court, cements 6-3 conservative majority', {measure: 'seats', source: null}, {source: null}],
	]);
});

describe('two sides of a vote are two questions', () => {
	table([
		['The bill passed 220-211.', {measure: 'votes', subject: 'the larger side'}, {measure: 'votes', subject: 'the smaller side'}],
		['In a 4-3 decision, conservative judges upheld it.', {subject: 'the larger side', unit: 'votes'}, {subject: 'the smaller side', unit: 'votes', measure: 'votes'}],
		['The vote of 45 to 51 sends the bill back.', {subject: 'the smaller side'}, {subject: 'the larger side', unit: 'votes'}],
		['The motion failed 45-51.', {low: 45, high: 45, subject: 'the smaller side'}, {low: 51, subject: 'the larger side'}],
		['The town passed 10-15 laws.', {low: 10, high: 15, measure: 'laws'}],
		['The 5-4 unsigned ruling follows others.', {subject: 'the larger side'}, {subject: 'the smaller side'}],
		['The house passed a plan to raise the bar from 18 to 21.', {measure: null}, {measure: null}],
		['The party controls the chamber by a 53-47 majority after the vote.', {measure: 'seats'}, {measure: 'seats'}],
		['The motion tied in a 50-50 vote.', {subject: null}, {subject: null}],
	]);
});

describe('when and where, of the figure’s own clause', () => {
	table([
		['The jab, more than 90% effective, may be sold before the end of this month.', {periodText: null}],
		['The $3.5 million spending package could pass or fail this week.', {periodText: null}],
		['Acme, just across the border from Kent, is laying off 84 workers.', {scope: null}],
		['The fever, which emerged in Peru in May, has killed 40 people.', {measure: 'killed', scope: null}],
		['Speaking to clerks in Kent, Ann Roe said 40 people died.', {scope: null, source: 'Ann Roe'}],
		['She called a vote this month on a $2 million bill.', {periodText: null}],
		['According to clerks at Hull University in Kent, Peru has counted 40 deaths.', {scope: null}],
		['Guards arrested 90 more students.', {flow: 'period', periodText: 'more'}],
		['Twelve people are dead, and dozens more are injured.', {}, {measure: 'wounded', flow: 'total'}],
		['More than 900 infections were reported on Friday.', {flow: null, asOfText: 'on Friday'}],
		['Cases broke a record Friday, when more than 900 infections were reported.', {flow: null, asOfText: 'Friday'}],
		['Some 900 boats crossed the strait in July—close to the record set this March.', {periodText: 'in July'}],
		['Some 60 guards were hurt over July 4th.', {measure: 'wounded', periodText: null}],
		['The second wave on the river had killed 30 villagers in the past week.', {measure: 'killed', flow: 'period', periodText: 'in the past week'}],
		['Five raiders were shot dead after their third attack within two days.', {measure: 'killed', periodText: null}, {measure: 'duration'}],
		['The mayor outlined his $3 million relief proposal last month.', {measure: 'aid', periodText: null}],
		['Arrests hit 200, a 13 percent increase over the 180 made in June.', {measure: 'arrested'}, {measure: 'increase', periodText: null}, {periodText: 'in June'}],
		['The toll is five times the 10,000 of May and above the 9,000 of June, more than the 58,000 who died in the Kenya War.', {}, {scope: null}, {}, {scope: 'the Kenya War'}],
		['All three towns saw marches after the death of a man in Kent.', {scope: null}],
	]);
});

describe('one question, however it is called', () => {
	table([
		['The jab was 90% effective; its rival has 79% efficacy.', {measure: 'efficacy'}, {measure: 'efficacy'}],
		['It gives sailors $1,400 stimulus cheques.', {measure: 'direct payments'}],
		['The relief bill sends $1,400 cheques to sailors.', {measure: 'direct payments'}],
		['She pushed for stimulus cheques and $600 in weekly benefits.', {measure: 'weekly benefits'}],
		['The $2 million stimulus bill and the $2 million rescue plan are one.', {measure: 'aid'}, {measure: 'aid'}],
		['The president signed a $4 million measure.', {measure: 'bill'}],
		['Payrolls rose by 90,000, above the 60,000 forecast.', {measure: 'jobs'}, {measure: 'jobs'}],
		['Employers added 90,000 workers to their payrolls.', {measure: 'jobs'}],
		['He passed the 270-vote threshold.', {measure: 'votes needed'}],
		['It slashed 20,000 workers from payrolls.', {measure: 'job cuts'}],
		['From effective March 10 every shop opens at 100 percent capacity.', {measure: null}],
		['Job openings soared to 90,000.', {measure: 'job openings'}],
		['Guards encountered 900 migrants at the border.', {measure: 'encountered'}],
		['Some 2 million people have had their first doses.', {measure: 'first dose'}],
	]);
});
