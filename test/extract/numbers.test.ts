import {describe} from 'vitest';
import {numberRows as table} from '../helpers/extract-rows.ts';

describe('counts', () => {
	table([
		['The earthquake killed 1,204 people and flattened 300 homes in the valley.', ['1,204', 1204, 1204, '=', 'people'], ['300', 300, 300, '=', 'homes']],
		['Twenty-three passengers and two drivers were taken to hospital.', ['Twenty-three', 23, 23, '=', 'people'], ['two', 2, 2, '=', 'people']],
		['Organisers expected half a million visitors, not two dozen.', ['half a million', 500_000, 500_000, '=', 'people'], ['two dozen', 24, 24, '=', null]],
		['The plant makes 2.5m batteries and 40k chargers.', ['2.5m', 2_500_000, 2_500_000, '=', 'batteries'], ['40k', 40_000, 40_000, '=', 'chargers']],
		['One hundred and five thousand ballots were spoiled.', ['One hundred and five thousand', 105_000, 105_000, '=', 'ballots']],
		['A quarter of a million Venezuelans have left, and a dozen schools closed.', ['A quarter of a million', 250_000, 250_000, '=', 'people'], ['a dozen', 12, 12, '=', 'schools']],
		['The two leaders met for dinner; both were tired.', ['two', 2, 2, '=', 'people']],
		['Four of the nine defendants pleaded guilty.', ['Four', 4, 4, '=', 'people'], ['nine', 9, 9, '=', 'people']],
		['A 3,000-strong crowd filled the square.', ['3,000-strong', 3000, 3000, '=', 'people']],
		['It sold three times as many tickets, a tenfold rise in two seasons.', ['three times', 3, 3, '=', 'times'], ['two', 2, 2, '=', 'seasons']],
		['The storm left 12 dead, 30 injured and dozens missing.', ['12', 12, 12, '=', null], ['30', 30, 30, '=', null], ['dozens', 24, 99, 'vague', null]],
		['At least one person was killed when two trams collided.', ['At least one', 1, null, '>=', 'people'], ['two', 2, 2, '=', 'trams']],
		['Five died and three are missing after a ferry sank.', ['Five', 5, 5, '=', null], ['three', 3, 3, '=', null]],
		['They carried 1,500 kilos of rice, 200 blankets and six generators.', ['1,500 kilos', 1500, 1500, '=', 'kg'], ['200', 200, 200, '=', 'blankets'], ['six', 6, 6, '=', 'generators']],
		['The striker has scored 31 goals in 40 games.', ['31', 31, 31, '=', 'goals'], ['40', 40, 40, '=', 'games']],
		['The clinic saw 1\u00A0500 patients.', ['1\u00A0500', 1500, 1500, '=', 'people']],
		['Some 2000 people slept outdoors.', ['Some 2000', 2000, 2000, '~', 'people']],
	]);
});

describe('qualifiers', () => {
	table([
		['More than 40 schools and at least 200 teachers are affected.', ['More than 40', 40, null, '>', 'schools'], ['at least 200', 200, null, '>=', 'people']],
		['Up to 600 jobs could go, fewer than 50 of them in sales.', ['Up to 600', null, 600, '<=', 'jobs'], ['fewer than 50', null, 50, '<', null]],
		['About 70 firefighters worked for nearly six hours.', ['About 70', 70, 70, '~', 'people'], ['nearly six hours', 6, 6, '~', 'hours']],
		['Here no more than 10 guests may enter, and no fewer than three must leave.', ['no more than 10', null, 10, '<=', 'people'], ['no fewer than three', 3, null, '>=', null]],
		['An estimated 500 whales passed; well over 90 were calves.', ['An estimated 500', 500, 500, '=', 'whales'], ['well over 90', 90, null, '>', null]],
		['The bill could reach £30m or more.', ['£30m or more', 30_000_000, null, '>=', 'gbp']],
		['Prices fell by as much as 15 per cent in under a year.', ['as much as 15 per cent', null, 15, '<=', 'percent']],
		['The fund holds 500+ paintings.', ['500+', 500, null, '>=', 'paintings']],
		['It took 20 minutes or so to clear the road.', ['20 minutes or so', 20, 20, '~', 'minutes']],
		['Drones flew over two villages before dawn.', ['two', 2, 2, '=', 'villages']],
		['More than half of the members, and over a third of staff, objected.', ['More than half', 0.5, null, '>', 'share'], ['over a third', 0.3333, null, '>', 'share']],
		['More then 300 seals were counted.', ['More then 300', 300, null, '>', 'seals']],
	]);
});

describe('ranges', () => {
	table([
		['Between 5 and 10 boats arrive each night.', ['Between 5 and 10', 5, 10, 'range', 'boats']],
		['Engineers need 20,000 to 25,000 tonnes of sand.', ['20,000 to 25,000 tonnes', 20_000, 25_000, 'range', 'tonnes']],
		['Police stopped 20-30 people, and 10,000–12,000 fans stayed.', ['20-30', 20, 30, 'range', 'people'], ['10,000–12,000', 10_000, 12_000, 'range', 'people']],
		['Growth of 5 to 10 per cent would cost $5-10 million.', ['5 to 10 per cent', 5, 10, 'range', 'percent'], ['$5-10 million', 5_000_000, 10_000_000, 'range', 'usd']],
		['Fires went from 6,100 a year in 2016 to 7,300 in 2019.', ['6,100', 6100, 6100, '=', null], ['7,300', 7300, 7300, '=', null]],
		['They hold one of every four wells.', ['one of every four', 0.25, 0.25, '=', 'share']],
		['The rate rose from 5% to 7.5%.', ['5%', 5, 5, '=', 'percent'], ['7.5%', 7.5, 7.5, '=', 'percent']],
		['A 40- to 60-hour course was planned.', ['40- to 60-hour', 40, 60, 'range', 'hours']],
		['Five or six witnesses spoke.', ['Five or six', 5, 6, 'range', 'people']],
		['Estimates range from 300 to 400 dead.', ['300 to 400', 300, 400, 'range', null]],
		['Senators voted 52 to 48 to confirm her.', ['52', 52, 52, '=', null], ['48', 48, 48, '=', null]],
	]);
});

describe('vague amounts', () => {
	table([
		['Hundreds of thousands marched while dozens of shops closed.', ['Hundreds of thousands', 100_000, 999_999, 'vague', null], ['dozens', 24, 99, 'vague', 'shops']],
		['Several hundred cattle drowned and several thousand homes lost power.', ['Several hundred', 200, 999, 'vague', 'cattle'], ['several thousand', 2000, 9999, 'vague', 'homes']],
		['Scores of flights were cancelled; the test scores came later.', ['Scores', 40, 99, 'vague', 'flights']],
		['The company lost tens of millions of dollars.', ['tens of millions of dollars', 10_000_000, 99_999_999, 'vague', 'usd']],
		['Many voters, several aides and a few reporters stayed.'],
	]);
});

describe('shares and per cent', () => {
	table([
		['One in five children, or nine out of 10 in the city, is underweight.', ['One in five', 0.2, 0.2, '=', 'share'], ['nine out of 10', 0.9, 0.9, '=', 'share']],
		['Two-thirds of voters and three quarters of members agree.', ['Two-thirds', 0.6667, 0.6667, '=', 'share'], ['three quarters', 0.75, 0.75, '=', 'share']],
		['A third man was held, and a third of the harvest burned.', ['a third', 0.3333, 0.3333, '=', 'share']],
		['Sales rose 3% in the last quarter and half of it was exported.', ['3%', 3, 3, '=', 'percent'], ['half', 0.5, 0.5, '=', 'share']],
		['Her lead shrank by 2.5 percentage points.', ['2.5 percentage points', 2.5, 2.5, '=', 'percentage points']],
	]);
});

describe('money', () => {
	table([
		['The state owes $1.2bn, £300,000 and €45 million.', ['$1.2bn', 1_200_000_000, 1_200_000_000, '=', 'usd'], ['£300,000', 300_000, 300_000, '=', 'gbp'], ['€45 million', 45_000_000, 45_000_000, '=', 'eur']],
		['The fine was US$20 million, about 15 billion yen.', ['US$20 million', 20_000_000, 20_000_000, '=', 'usd'], ['about 15 billion yen', 15_000_000_000, 15_000_000_000, '~', 'jpy']],
		['She paid 60 pounds for a 20-pound turkey.', ['60 pounds', 60, 60, '=', 'gbp'], ['20-pound', 20, 20, '=', 'lb']],
		['Agents seized 40 pounds of cocaine worth nearly half a million dollars.', ['40 pounds', 40, 40, '=', 'lb'], ['nearly half a million dollars', 500_000, 500_000, '~', 'usd']],
		['A £5m-a-year contract for $3.5-billion of works.', ['£5m', 5_000_000, 5_000_000, '=', 'gbp'], ['$3.5-billion', 3_500_000_000, 3_500_000_000, '=', 'usd']],
	]);
});

describe('measures', () => {
	table([
		['The fire burned 4,000 hectares (9,900 acres) in two days.', ['4,000 hectares', 4000, 4000, '=', 'ha'], ['9,900 acres', 9900, 9900, '=', 'acres'], ['two days', 2, 2, '=', 'days']],
		['Winds of 120mph drove a wave five metres high.', ['120mph', 120, 120, '=', 'mph'], ['five metres', 5, 5, '=', 'm']],
		['Temperatures reached 41.5C, well above 35 degrees Celsius.', ['41.5C', 41.5, 41.5, '=', '°C'], ['well above 35 degrees Celsius', 35, null, '>', '°C']],
		['The quake of magnitude 6.3 struck at a depth of 10km.', ['6.3', 6.3, 6.3, '=', 'magnitude'], ['10km', 10, 10, '=', 'km']],
		['A 7.1-magnitude earthquake was felt 300 kilometres away.', ['7.1-magnitude', 7.1, 7.1, '=', 'magnitude'], ['300 kilometres', 300, 300, '=', 'km']],
		['It covers 12 square miles, or 31 sq km.', ['12 square miles', 12, 12, '=', 'mi2'], ['31 sq km', 31, 31, '=', 'km2']],
	]);
});

describe('what only looks like a figure', () => {
	table([
		['On 5 May 2024, in the 1990s and on April 2 it rained; so did the night of 13-17 June.'],
		['At 10.30am, by 18:45 and at 1200 GMT the sirens sounded.'],
		['Ann Brook, 65, her 12-year-old son and a man in his 40s moved in 2019.'],
		['She joined when she was 14. Tom Bell, then 32, is 5-foot-11 and anyone 19 or older may come.'],
		['A 40-to-39 edge, the HR 1 bill and the United States team.'],
		['She was jailed when she was 16 after a row.'],
		['He left when he was 12.'],
		['Her second term began five years ago, in the 21st century.'],
		['Channel 4 asked No. 10 about Article 50, Resolution 1718 and the Su-35.'],
		['One of the officers, the one in charge, said it was one thing to wait.'],
		['She won 3-1 and then 6-4, 6-3 on the nine-to-five circuit.'],
		['Call 0800 123 456 or see page 12 of the 2024-25 report.'],
		['The Boeing 737 landed at Terminal 5 near 11 Orchard Street.'],
		['Covid-19 came in 2020; the G20 met two years later.'],
		['On the one hand they were at sixes and sevens.'],
		['The 9/12 march passed the memorial of 9/11, as it has since 911.'],
		['The two of them left; the pair had been aged between 12 and 15.'],
		['The first suspect was third in line for a second-hand car.'],
		['In 2000 the law changed, and by 2030 it will lapse.'],
	]);
});
