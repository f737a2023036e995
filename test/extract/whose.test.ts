import {describe} from 'vitest';
import {figureRows as table} from '../helpers/extract-rows.ts';

describe('of whom', () => {
	table([
		['Kenya said 12 Ugandan soldiers had been killed and 34 wounded.', {subject: 'Ugandan troops'}, {subject: 'Ugandan troops', measure: 'wounded', unit: 'people'}],
		['Three people were killed and 15 others were injured in the fire.', {subject: 'people'}, {subject: 'people', measure: 'wounded'}],
		['The ministry said Kenyan forces had lost 90 soldiers in the war, while Nairobi put Ugandan losses at more than 600.', {subject: 'Kenyan troops', measure: 'casualties', measureText: 'lost'}, {subject: 'Ugandan troops', measure: 'casualties'}],
		['Uganda has massed troops at the border. The Kenyan counterattack has killed hundreds in the war.', {measure: 'killed', subject: null}],
		['The army shot down 17 of 22 drones.', {subject: 'drones'}, {subject: null}],
		['LIMA, Peru (AP) — Hundreds of workers walked out.', {subject: 'workers'}],
		['Kenya asked for at least 300 soldiers.', {measure: 'requested', subject: 'soldiers'}],
		['Police said 20,000 people marched; organisers claimed 100,000.', {unit: 'people'}, {unit: 'people', measure: 'protesters', subject: 'people', source: 'organisers'}],
	]);
});

describe('of whom nothing is told', () => {
	table([
		['Calls from Peru to halt the offensive, which has left hundreds dead, went unheard.', {measure: 'killed', subject: null}],
		['Uganda gave arms for the military campaign of Kenya that has been blamed for thousands of deaths.', {measure: 'killed', subject: null}],
		['At least 13 Kenyan nurses were among dozens killed at the gate.', {subject: 'Kenyan nurses'}, {measure: 'killed', subject: null}],
		['Three suspects were held after a fight left seven injured.', {subject: 'suspects'}, {measure: 'wounded', subject: null}],
		['Two rebels were killed in reprisal for the blast that killed scores.', {subject: 'rebels'}, {measure: 'killed', subject: null}],
		['Two guards opened fire at a market that day, killing 12 and wounding 30.', {subject: 'guards', measure: 'guards'}, {subject: null}, {subject: null}],
		['There are 500 Kenyan troops in the town, beside 900 other foreign troops.', {subject: 'Kenyan troops'}, {subject: 'foreign troops'}],
		['The Kenyan army killed 40 soldiers.', {measure: 'killed', subject: 'soldiers'}],
		['The Kenyan army hit four Houthi fighters.', {subject: 'Houthi fighters'}],
	]);
});

describe('of whom it goes on', () => {
	table([
		['Twelve miners died when the roof fell, and 40 were hurt.', {subject: 'miners'}, {measure: 'wounded', subject: 'miners'}],
		['Some 300 guests have tested positive, including at least one who died.', {subject: 'guests'}, {measure: 'killed', subject: 'guests'}],
		['Three suspects were held after a fight left one woman dead and seven others injured.', {subject: 'suspects'}, {subject: 'women'}, {subject: 'people'}],
	]);
});

describe('one counts somebody, too', () => {
	table([
		['One man was killed in the flood.', {subject: 'men', unit: 'people'}],
		['One person died and two women were hurt.', {subject: 'people'}, {subject: 'women'}],
		['At least one other police officer was injured.', {subject: 'police officers'}],
		['The blast killed one Kenyan soldier.', {subject: 'Kenyan troops'}],
		['One of the officers who were hurt spoke.'],
		['Police made 90 arrests; the flood claimed 40 lives.', {measure: 'arrested', subject: null}, {subject: null}],
	]);
});

describe('whose ground and whose money', () => {
	table([
		['Ugandan forces in the war have seized 90 sq km of land.', {measure: 'territory seized', subject: 'Ugandan forces'}],
		['Kampala said its forces had taken two villages.', {subject: 'Ugandan forces', measure: 'villages'}],
		['Germany pledged €700 million in humanitarian aid to Sudan.', {subject: 'German humanitarian aid to Sudan'}],
		['The pumps come out of the €2bn in annual support the Netherlands sends to Kenya.', {subject: 'Dutch support to Kenya', measure: 'aid'}],
		['Peru’s $1.3 billion harbour plan was dropped.', {subject: 'Peru'}],
		['The court fined Acme Foods £3m.', {measure: 'fine', subject: 'Acme Foods'}],
		['Acme Foods reported a profit of £2m.', {measure: 'profit', subject: 'Acme Foods'}],
		['He said it spent £2m on boats.', {measure: 'spending', subject: null}],
	]);
});

describe('where', () => {
	table([
		['At least 45 farmers, including 13 women, died in a flood near Cusco, the council said.', {scope: 'Cusco'}, {scope: 'Cusco', measure: 'killed'}],
		['Forty were hurt in an attack on Israelis.', {scope: null}],
		['Forty died in raids on Muslims.', {scope: null}],
		['Forty died in Wales.', {scope: 'Wales'}],
		['The fever has killed 3 million people worldwide.', {scope: 'worldwide'}],
		['Global deaths reach 4,100.', {scope: 'Global'}],
		['The number of fever cases across the world passed 90,000 — with Ruritania recording at least 60.', {scope: 'across the world'}, {scope: null}],
		['Around the world, there are 4,100 wells.', {scope: 'Around the world'}],
		['Cases: global tally 4,100, and the US tally 900.', {scope: 'global'}, {scope: null}],
		['A global company cut 500 jobs.', {scope: null}],
		['Forty men died as fever spread around the world.', {scope: null}],
		['Millions of pensioners on Social Security get 5% more.', {scope: null}, {scope: null}],
		['She spoke in Ohio as he visited two harbours.', {scope: null}],
		['Ferry shares fell 700 points after a slump in U.S. jobs.', {scope: null}],
		['Guards stopped 40 lorries, according to Kent Police.', {scope: null}],
		['Two rebels died in a raid in Nairn Province in reprisal for the blast at Perth Airport that killed scores, including 13 sailors.', {scope: 'Nairn Province'}, {scope: 'Perth Airport'}, {scope: 'Perth Airport'}],
		['Crowds in France called for an end to the siege that has left 300 people dead and 400 wounded.', {scope: null}, {scope: null}],
		['The blast in Kent on Friday that killed 12 people shook the town.', {scope: 'Kent'}],
		['It struck Kent, where 40 people died.', {scope: 'Kent'}],
		['They met at a hall in Perth, Ohio, where 40 people had died.', {scope: 'Perth'}],
		['The flood, which began in Kent in May, has killed 40 people.', {scope: 'Kent'}],
		['In Kent, the first county that voted, guards saved 40 boats.', {scope: 'Kent'}],
		['The raid killed dozens of rebels in Gaza and as many as two Israelis.', {scope: 'Gaza'}, {scope: null}],
		['The quake killed 20 people in Kent and injured at least 30 others.', {scope: 'Kent'}, {scope: 'Kent'}],
		['It struck Peru, killing 12, after it left at least 64 dead in Chile.', {scope: null}, {scope: 'Chile'}],
		['Dozens were killed ahead of a summit in Rome.', {scope: null}],
		['A judge in Kent stopped a plan for 600 farms.', {scope: null}],
		['Police in Kent arrested 600 farmers.', {scope: 'Kent'}],
		['The hall was under six feet of water due to Storm Babet.', {scope: null}],
	]);
});

describe('what time it counts', () => {
	table([
		['The army is said to have 12,000 men there, up from 10,000 in October.', {periodText: null}, {periodText: 'in October'}],
		['Some 370 villagers have died since the start of the border war.', {flow: 'total', periodText: 'since the start of the border war'}],
		['Some 41 miners have died since October last year.', {flow: 'period', periodText: 'since October last year'}],
		['They have lost 40 per cent of the 900 fields they bought in May.', {periodText: null}, {periodText: 'in May'}],
		['The economy is 3% smaller than as last year ended.', {periodText: null}],
		['It shed 22 ferries in April and March.', {periodText: 'in April and March'}],
		['He made four offers to prolong the $600 per week benefit.', {periodText: null}, {periodText: 'per week'}],
		['By July the toll had declined to about 40.', {flow: null}],
		['The army killed 30 rebels in the previous 24 hours.', {flow: 'period', periodText: 'in the previous 24 hours'}],
	]);
});
