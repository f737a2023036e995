import {describe} from 'vitest';
import {numberRows} from '../helpers/extract-rows.ts';

describe('money as it is printed', () => {
	numberRows([
		['The well cost $1.2bn, the pump 12m euros and the tap 40 cents.', ['$1.2bn', 1_200_000_000, 1_200_000_000, '=', 'usd'], ['12m euros', 12_000_000, 12_000_000, '=', 'eur'], ['40 cents', 40, 40, '=', 'cents']],
		['A stamp was 50p, a card £1.50 and a ribbon 99 pence.', ['50p', 50, 50, '=', 'pence'], ['£1.50', 1.5, 1.5, '=', 'gbp'], ['99 pence', 99, 99, '=', 'pence']],
		['The mill owes A$2,000 and C$1.5 million.', ['A$2,000', 2000, 2000, '=', 'aud'], ['C$1.5 million', 1_500_000, 1_500_000, '=', 'cad']],
		['Growers asked for Rs 500 crore, not 20 lakh rupees.', ['Rs 500 crore', 5_000_000_000, 5_000_000_000, '=', 'inr'], ['20 lakh rupees', 2_000_000, 2_000_000, '=', 'inr']],
		['A half-trillion-dollar loan scheme was agreed.', ['A half-trillion-dollar', 500_000_000_000, 500_000_000_000, '=', 'usd']],
		['Nearly a quarter-trillion dollars will go to harbours.', ['Nearly a quarter-trillion dollars', 250_000_000_000, 250_000_000_000, '~', 'usd']],
		['The prize is a quarter-million-pound cottage.', ['a quarter-million-pound', 250_000, 250_000, '=', 'gbp']],
		['The stadium was priced at $1.9T by mistake.', ['$1.9T', 1_900_000_000_000, 1_900_000_000_000, '=', 'usd']],
		['A 3T press was delivered.'],
		['Wages rose to ¥1.5 million and ₩2 billion.', ['¥1.5 million', 1_500_000, 1_500_000, '=', 'jpy'], ['₩2 billion', 2_000_000_000, 2_000_000_000, '=', 'krw']],
		['The tram cost between £5m and £7m.', ['between £5m and £7m', 5_000_000, 7_000_000, 'range', 'gbp']],
		['“We asked for $5.6” billion, the mayor said.', ['$5.6” billion', 5_600_000_000, 5_600_000_000, '=', 'usd']],
	]);
});

describe('counts in words and digits', () => {
	numberRows([
		['One-and-a-half million geese passed.', ['One-and-a-half million', 1_500_000, 1_500_000, '=', 'geese']],
		['About 1½ million cans were crushed.', ['About 1½ million', 1_500_000, 1_500_000, '~', 'cans']],
		['Forty-odd boats and 20-odd vans came.', ['Forty-odd', 40, 40, '~', 'boats'], ['20-odd', 20, 20, '~', 'vans']],
		['Two 500-pound bells and three 1,000lb anchors were raised.', ['Two', 2, 2, '=', 'bells'], ['500-pound', 500, 500, '=', 'lb'], ['three', 3, 3, '=', 'anchors'], ['1,000lb', 1000, 1000, '=', 'lb']],
		['At least one of Mr. Hale’s clerks left.', ['At least one', 1, null, '>=', 'people']],
		['The hall should have at least one, the fire officer said.', ['at least one', 1, null, '>=', null]],
		['Seven seats are held by Greens, with six held by Liberals.', ['Seven', 7, 7, '=', 'seats'], ['six', 6, 6, '=', null]],
		['There were 12 sailors, three of whom were Danes.', ['12', 12, 12, '=', 'people'], ['three', 3, 3, '=', null]],
		['A hundred or so goats, a few hundred hens and a couple of hundred sheep were sold.', ['A hundred or so', 100, 100, '~', 'goats'], ['a few hundred', 200, 999, 'vague', 'hens'], ['a couple of hundred', 200, 999, 'vague', 'sheep']],
		['Hundreds of lives were lost.', ['Hundreds', 100, 999, 'vague', 'people']],
		['The office had 3,000 new disability claims.', ['3,000', 3000, 3000, '=', 'claims']],
		['Some 83,718 cases marks a record.', ['Some 83,718', 83_718, 83_718, '~', 'cases']],
		['The 97-1 vote hours earlier settled it.', ['97', 97, 97, '=', null], ['1', 1, 1, '=', null]],
		['Fifteen of the 19 Sept. 11 exhibits were lost.', ['Fifteen', 15, 15, '=', null], ['19', 19, 19, '=', null]],
		['He signed 120 of Mrs. Poole’s drawings.', ['120', 120, 120, '=', 'drawings']],
	]);
});

describe('fractions, odds and per cent', () => {
	numberRows([
		['About 2/3 of the members and 1/4 of the guests stayed.', ['About 2/3', 0.6667, 0.6667, '~', 'share'], ['1/4', 0.25, 0.25, '=', 'share']],
		['Two-thirds of nurses had not been asked, half believe it was late and a third had no view.', ['Two-thirds', 0.6667, 0.6667, '=', 'share'], ['half', 0.5, 0.5, '=', 'share'], ['a third', 0.3333, 0.3333, '=', 'share']],
		['A 1-in-5 chance is a share.', ['1-in-5', 0.2, 0.2, '=', 'share']],
		['Growth of -0.3% was followed by minus 2 per cent.', ['-0.3%', -0.3, -0.3, '=', 'percent'], ['minus 2 per cent', -2, -2, '=', 'percent']],
		['Support fell by six points to 41 per cent.', ['six', 6, 6, '=', 'points'], ['41 per cent', 41, 41, '=', 'percent']],
		['Yields rose 25 basis points to 4.75%.', ['25 basis points', 25, 25, '=', 'basis points'], ['4.75%', 4.75, 4.75, '=', 'percent']],
	]);
});

describe('ranges, and changes that are none', () => {
	numberRows([
		['It takes from two to four hours to cross.', ['two to four hours', 2, 4, 'range', 'hours']],
		['Prices rose from 5 to 7 euros.', ['5', 5, 5, '=', null], ['7 euros', 7, 7, '=', 'eur']],
		['The strait is 5-7 miles wide and 200–300 metres deep.', ['5-7 miles', 5, 7, 'range', 'mi'], ['200–300 metres', 200, 300, 'range', 'm']],
		['A fee of $5m-$6m, or 5% to 6%, is usual.', ['$5m-$6m', 5_000_000, 6_000_000, 'range', 'usd'], ['5% to 6%', 5, 6, 'range', 'percent']],
		['Five to six million birds winter here.', ['Five to six million', 5_000_000, 6_000_000, 'range', 'birds']],
		['The coach carries from 40 to 52 pupils.', ['40 to 52', 40, 52, 'range', 'people']],
		['Claims ticked up to 373,000, then edged up to 380,000.', ['373,000', 373_000, 373_000, '=', null], ['380,000', 380_000, 380_000, '=', null]],
		['Up to 40 will go.', ['Up to 40', null, 40, '<=', null]],
		['The index went up to 5,100.', ['5,100', 5100, 5100, '=', null]],
	]);
});

describe('measures', () => {
	numberRows([
		['It brings 15 more inches of rain after 17 straight weeks of it.', ['15 more inches', 15, 15, '=', 'in'], ['17 straight weeks', 17, 17, '=', 'weeks']],
		['It came after 10 long months.', ['10 long months', 10, 10, '=', 'months']],
		['The night fell to -5C and the day to minus 12 degrees.', ['-5C', -5, -5, '=', '°C'], ['minus 12 degrees', -12, -12, '=', 'degrees']],
		['A magnitude-6 shock followed a 3.5-magnitude one.', ['6', 6, 6, '=', 'magnitude'], ['3.5-magnitude', 3.5, 3.5, '=', 'magnitude']],
		['The tank holds 1.4 billion cubic metres.', ['1.4 billion cubic metres', 1_400_000_000, 1_400_000_000, '=', 'm3']],
		['The mast is 300 metres (984 feet) tall.', ['300 metres', 300, 300, '=', 'm'], ['984 feet', 984, 984, '=', 'ft']],
		['Gusts of 90 miles an hour and 150 km/h were logged.', ['90 miles an hour', 90, 90, '=', 'mph'], ['150 km/h', 150, 150, '=', 'km/h']],
	]);
});

describe('votes are counts', () => {
	numberRows([
		['Members passed it 234-193 after a 52 to 48 test.', ['234', 234, 234, '=', null], ['193', 193, 193, '=', null], ['52', 52, 52, '=', null], ['48', 48, 48, '=', null]],
		['The panel split 12-9.', ['12', 12, 12, '=', null], ['9', 9, 9, '=', null]],
	]);
});

describe('amounts that name only their size', () => {
	numberRows([
		['Millions upon millions stayed away.', ['Millions', 1_000_000, 9_999_999, 'vague', null], ['millions', 1_000_000, 9_999_999, 'vague', null]],
		['It could save hundred of thousands of jobs.', ['hundred of thousands', 100_000, 999_999, 'vague', 'jobs']],
		['They turned over thousands of files.', ['thousands', 1000, 9999, 'vague', 'files']],
		['It gave information about two plans, and anger over 40 cuts grew.', ['two', 2, 2, '=', 'plans'], ['40', 40, 40, '=', 'cuts']],
		['Tens of thousands of emails and scores of letters came.', ['Tens of thousands', 10_000, 99_999, 'vague', 'emails'], ['scores', 40, 99, 'vague', 'letters']],
	]);
});

describe('ages and weights of persons are no figures', () => {
	numberRows([
		['The jab is for adults over 65, and for anyone under 18.'],
		['Pupils aged 5- to 11-year-olds were seen.'],
		['It is safe in children from 12-15 years old.'],
		['A thirty-something baker won.'],
		['Lena, then 44, and Bo, 5, left; she’s 41.'],
		['He weighed 12st 4lb.'],
		['A man in his mid-50s and a woman in her late 30s own it.'],
		['Ann Poole, 34, and her 2-year-old twins moved in.'],
		['Children under age 12 pay nothing.'],
	]);
});

describe('places in time are no figures', () => {
	numberRows([
		['It is a quarter to nine, or half past six.'],
		['Two days after the storm and eight weeks before the vote it snowed.'],
		['The fair is three months away, five weeks into spring.'],
		['It happens every four years.'],
		['The 24/7 line opened at 10 a.m. on 9/11.'],
		['He retired in the mid-1980s, on the 4th of July.'],
		['The ferry leaves at 5pm, 17:30 and noon GMT.'],
		['It reopened on Jan. 6, on 6 January and on January 6-8.'],
		['Rain fell from 1940 to 1960, in 2019/20 and in fiscal 2026.'],
	]);
});

describe('names with numbers are no figures', () => {
	numberRows([
		['Some 40 Fortune 500 companies fell, as did the Standard & Poor’s 500 index.', ['Some 40', 40, 40, '~', 'companies']],
		['A 50-50 chamber is split 50-50, and a 50-50 vote failed.', ['50', 50, 50, '=', null], ['50', 50, 50, '=', null]],
		['One of his 2016 campaign helpers spoke.'],
		['Children as young as 12 may come; 40 children came.', ['40', 40, 40, '=', 'people']],
		['About 76% have had at least one vaccine dose.', ['About 76%', 76, 76, '~', 'percent']],
		['Guards had a 9mm pistol, a .22-calibre rifle and 155mm shells.'],
		['Flat 4B, 221B Baker Street and ZIP code 90210 were searched.'],
		['The iPhone 12, UFC 244 and Windows 10 came out.'],
		['A 501(c)(3) group and the 501 c4 body filed Form 1040.'],
		['See verse 12, line 40, exit 9 and junction 4.'],
		['The G7, the I-95 and Title IX were discussed on Channel 4.'],
		['She won 6-3 6-4 after a 9-14 start.'],
		['The 2020 Democrats and 2024 hopefuls debated.'],
		['The bill helps the 1 percent and hurts the rest.'],
		['He made his billions in tin.'],
		['The top 10. Then the top 10 banks.', ['10', 10, 10, '=', 'banks']],
		['Apollo 11, Route 66, Resolution 1718 and the Boeing 737 were on the quiz.'],
		['Call 555-0199 or 020 7946 0991.'],
		['In Act 2 of H.R. 1 and S. 1234 nobody dies.'],
		['Mississippi’s 15-week rule stands.', ['15-week', 15, 15, '=', 'weeks']],
		['TWO HURT IN CRASH ON M25, SAYS PC 412', ['TWO', 2, 2, '=', null]],
		['MH370, the Su-35, an AK-47 and Covid-19 were in the news.'],
		['Room 101, gate 12, platform 9 and seat 14C were taken.'],
		['Catch-22, Formula 1, 5G and a 3D film were on.'],
		['The 117th Congress met the 3rd Battalion at Studio 54.'],
		['At No. 10 the Big Four met the Five Eyes.'],
		['The M4, the A40 and Route 66 were shut.'],
		['On page 3 of volume two, chapter 12 begins.'],
		['She was one of the first to see it, and the only one.'],
		['The Category 5 storm passed Pier 39.'],
		['They drew 2-2 after losing 3-0 and an 11-2 record.'],
	]);
});

describe('as others print them', () => {
	numberRows([
		['The dam cost 12.500.000 euros, the gate 1.234,50 euros.', ['12.500.000 euros', 12_500_000, 12_500_000, '=', 'eur'], ['1.234,50 euros', 1234.5, 1234.5, '=', 'eur']],
		['The dam cost 12.500 euros, nobody can tell which; 12.500 people came.', ['12.500', 12_500, 12_500, '=', 'people']],
		['It lent 1.325 billion yen at $1.325 and 4.125%.', ['1.325 billion yen', 1_325_000_000, 1_325_000_000, '=', 'jpy'], ['$1.325', 1.325, 1.325, '=', 'usd'], ['4.125%', 4.125, 4.125, '=', 'percent']],
		['About 5 000 people and 12 500 goats live there.', ['About 5 000', 5000, 5000, '~', 'people'], ['12 500', 12_500, 12_500, '=', 'goats']],
		['The path is 7,25 kilometres long; 7,25 alone may be anything.', ['7,25 kilometres', 7.25, 7.25, '=', 'km']],
		['The fund holds 12,34,567 rupees.', ['12,34,567 rupees', 1_234_567, 1_234_567, '=', 'inr']],
		['On 5 May 500 goats came.', ['500', 500, 500, '=', 'goats']],
		['Some “dozens” of vans and 32 Type-9s were sold.', ['dozens', 24, 99, 'vague', 'vans'], ['32', 32, 32, '=', 'Type-9s']],
		['There were 89 freshmen and 14 specimens.', ['89', 89, 89, '=', 'people'], ['14', 14, 14, '=', 'specimens']],
		['The mayor led Smith 38% to 55%.', ['38%', 38, 38, '=', 'percent'], ['55%', 55, 55, '=', 'percent']],
		['Members passed it 420-0.', ['420', 420, 420, '=', null], ['0', 0, 0, '=', null]],
		['It was more than the 870,000 brokers had expected.', ['870,000', 870_000, 870_000, '=', null]],
		['The blast killed scores, and the test scores fell.', ['scores', 40, 99, 'vague', null]],
		['The port lies about 40km away.', ['about 40km', 40, 40, '~', 'km']],
	]);
});

describe('numbers that count nothing', () => {
	numberRows([
		['Odds of 5-1 were laid on the 9/4 favourite.'],
		['The train left shortly after 9.30.'],
		['The clerk, known as “Witness 4”, met (“Person 2”).'],
		['Ann met the Leeds Seven there.'],
		['The gap grew over the next decade and a half.'],
		['They will raise the retirement age to 69 and the minimum age to buy fireworks from 16 to 18.'],
		['It happened in the previous 24 hours, and again in the three months to June.'],
		['The Standard & Poor’s 500 index, the Nasdaq 100 and the FTSE 250 rose, as did Elm 40 futures.'],
		['The 30-stock Dow fell while a Fortune 500 firm in the Big 12 region closed.'],
		['He paid a six-figure sum on Twenty-First Street in the nineteen-eighties.'],
		['The 3-time champion met a top 2016 campaign manager.'],
		['The 1620 Commission met on a Fourth of July.'],
	]);
});

describe('numbers beside such names count', () => {
	numberRows([
		['The Nikkei 225 lost 225 points.', ['225', 225, 225, '=', 'points']],
		['The S&P 500’s 40 banks fell.', ['40', 40, 40, '=', 'banks']],
		['A Fortune 500 firm cut 500 jobs.', ['500', 500, 500, '=', 'jobs']],
		['The Nasdaq 100 points to gains of 20% beside 30 stocks.', ['100', 100, 100, '=', 'points'], ['20%', 20, 20, '=', 'percent'], ['30', 30, 30, '=', 'stocks']],
	]);
});
