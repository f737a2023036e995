import table from '../../data/countries.json' with {type: 'json'};
import names from '../../data/names.json' with {type: 'json'};
import {changeWord} from './change-words.ts';
import {demonymsIn, isCountry, peoples} from './demonyms.ts';
import {isCapital, isDash, type Token} from './tokens.ts';
import {isGivenName} from '../text/given-names.ts';
import {endsPhrase, phraseOf, type Counted} from './nouns.ts';
import {relativeAt} from './relative.ts';
import {isInAside, isParted, isRecord, isWhole, warAt} from './scope-bounds.ts';

const PLACE_NOUNS = /^(?:region|regions|province|oblast|district|county|city|town|village|state|area|areas|zone|strip|valley|island|islands|border|capital|country|territory|peninsula|coast|war|north|south|east|west|hospital|prison|camp|school|stadium|airport|square|street|sea|river|channel|frontline|north-east|north-west|south-east|south-west|nation|neighbourhood|suburb|continent|park|centre|center|market|mosque|church|university|mainland)$/;
const PREPOSITION = /^(?:in|to|into|at|across|near|inside|throughout|from|outside|within|on)$/;
/** Months, platforms, parties and other names that a preposition of place stands before, and that are none. */
const NOT_PLACES = new Set(names.notPlaces);
/** Offices and companies are no places. */
const ORGANISATION = /\b(?:Department|Senate|House|Committee|Commission|Party|Ministry|Office|Agency|Police|Administration|Court|Council|Bureau|Association|Inc|Co|Corp|Ltd|Company|Authority|Group|Times|Post|News|Journal|Press|Bank|Fund|Foundation|Institute|Coalition|Front|Act|Treasury|Union|Cup|League|Games|Olympics|Championship|Championships|Day|Eve|Convention|Conference|Summit|Room|Club|Internet|Exchange|Reserve|Circuit|Today|Magazine|Radio|Network|Survey|Poll|Research|Study|Fox News|Society|Federation|Caucus|Majority|Bureau|Service|Judge|Justice|Chief|Secretary|Minister|Senator|Representative|Governor|Mayor|Storm|Hurricane|Cyclone|Typhoon|Customs|Protection|Statistics|Director|Commissioner|Spokesman|Spokeswoman|Attorney|Leader|Army|Navy|Force|Marines|Corps|Guard|Immigration|Applications|Vaccine|Budget|Education)\b(?! of| region| in)|\b(?:Department|Ministry|Bureau|Office|Board) of\b/;

/** "an attack on Muslims", "raids on Ruritanians": people, and no place. */
const isPeople = (word: string): boolean => word.endsWith('s') && (NOT_PLACES.has(word.slice(0, -1)) || peoples.has(word.slice(0, -1)));

/** A place phrase that begins at `at`: "Russia’s Kursk region", "the Russian oblast of Kursk", "Gaza". Null where it names none. */
const placeAt = (tokens: readonly Token[], at: number, to: number): string | null => {
	let end = at;
	let named = false;
	let noun = false;
	if (/^(?:the|its|their|an|a)$/.test(tokens[end]?.lower ?? '')) end += 1;
	for (; end < to && end - at < 9; end += 1) {
		const token = tokens[end];
		if (token?.text === '.' && /^(?:St|Ft|Mt)$/.test(tokens[end - 1]?.text ?? '') && isCapital(tokens[end + 1])) continue;
		if (token === undefined || (token.kind !== 'word' && !(isDash(token) && token.text === '-'))) break;
		if (isCapital(token) && (NOT_PLACES.has(token.text.replace(/['’]s$/, '')) || isPeople(token.text))) {
			// "in Kent Monday" is Kent; "at the White House" no place that anything is counted in
			if (end > at && (tokens[end - 1]?.lower === 'of' || (named && !/day$|^(?:Jan|Feb|Mar|Apr|May|Ju|Aug|Sep|Oct|Nov|Dec)/.test(token.text)))) return null;
			break;
		}
		// a headline in capitals: "In Tehran During Crackdown"
		if (/^(?:During|On|After|Before|Amid|As|In|By|For|With|From|To|At|Over|Under|While|When|Is|Are|Was|Were|Has|Have|Says|Say|Said|That|Who|Which|But|Since|Until|Because)$/.test(token.text)) break;
		if (isCapital(token) || isDash(token)) { named ||= isCapital(token); continue; }
		if (PLACE_NOUNS.test(token.lower)) { noun = true; continue; }
		if (token.lower === 'of' && (noun || named) && isCapital(tokens[end + 1])) continue;
		if (/^(?:border|southern|northern|eastern|western|central|war-torn|besieged|occupied|war|torn|neighbouring|neighboring|coastal|disputed|capital|rural)$/.test(token.lower)) continue;
		break;
	}

	while (end > at && isDash(tokens[end - 1])) end -= 1;
	// "at Kent western bar"
	if (named && end - at > 1 && /^(?:southern|northern|eastern|western|central)$/.test(tokens[end - 1]?.text ?? '')) end -= 1;
	// "the Benghazi attacks" names an event by its place; "Jewish voters" people
	const following = tokens[end];
	if (named && !noun && following?.kind === 'word' && tokens[at]?.lower === 'the' && !isCapital(following) && !endsPhrase(following)) return null;
	if ((!noun && /^an?$/.test(tokens[at]?.lower ?? '')) || (isDash(following) && following?.start === tokens[end - 1]?.end)) return null;
	// "Q4", "Roe v. Poe", "the Johnson & Johnson plant"; a row of capitals is an agency, where no country is called so
	if ((end - at === 1 && (/^\p{Lu}$/u.test(tokens[at]?.text ?? '') || (/^\p{Lu}{3,}$/u.test(tokens[at]?.text ?? '') && demonymsIn(tokens, at, end).length === 0))) || /^[&/]$/.test(following?.text ?? '') || /^(?:government|administration|officials|military|authorities)$/.test(following?.lower ?? '') || (following?.lower === 'v' && tokens[end + 1]?.text === '.')) return null;
	// "testimony from Ann Roe's aide"; but "Jordan Valley"
	if (end - at > 1 && isGivenName(tokens[at]?.text ?? '') && isCapital(tokens[at + 1]) && !noun && !regions.has(tokens[at]?.text ?? '') && demonymsIn(tokens, at, at + 1).length === 0) return null;
	if (ORGANISATION.test(phraseOf(tokens, at, end)) || (end - at === 1 && demonymsIn(tokens, at, end)[0]?.adjective === true)) return null;
	// "700 points after a surge in U.S. jobs": the country only describes; by itself it has its article
	if (end - at === 1 && /^U\.?[SK]\.?$/.test(tokens[at]?.text ?? '') && following?.kind === 'word' && /^\p{Ll}+s$/u.test(following.text) && !endsPhrase(following) && !PLACE_NOUNS.test(following.lower) && changeWord(following.lower) === undefined) return null;
	// "just across the border from Kent"
	if (tokens[end - 1]?.lower === 'border' && following?.lower === 'from' && !named) return null;
	// "businesses in Russia probe"
	if (following?.kind === 'word' && /^(?:probe|inquiry|investigation|scandal|case|deal|trial|talks|hearing|hearings)$/.test(following.lower) && !noun) return null;
	// "in Western states"
	if ((!named && !(noun && tokens[at]?.lower === 'the')) || (end - at === 1 && /^(?:North|South|East|West|Midwest)ern$/.test(tokens[at]?.text ?? ''))) return null;
	if (/['’]s$/.test(tokens[end - 1]?.text ?? '')) return end - at === 1 ? null : phraseOf(tokens, at, end).replace(/['’]s$/, '');
	return phraseOf(tokens, at, end);
};

/** Where a scope may be looked for: the figure's clause, and tokens that name something else (a person, the source). `titled`: for a headline whose capitals tell no names, whether the text itself places something there. */
export type Ground = {readonly clause: readonly [number, number]; readonly taken: (from: number) => boolean; readonly titled: ((place: string) => boolean) | null};

/** "to help Russia", "defending Ukraine": whom it is for stands for where. */
const FOR_WHOM = /^(?:help|helps|helping|helped|assist|assisting|defend|defending|invade|invading|invaded)$/;
const AREA = /^(?:km|miles?|kilomet(?:re|er)s?|acres|hectares|territory|land|\))$/;

/** "according to U.S. Customs", "due to Storm Babet": these lead to no place. */
const LEADS_ELSEWHERE = /^(?:according|due|thanks|addition|respect|regard|relation|response|contrast|opposed|compared|similar|next)$/;

const REGIONAL = /^(?:southern|northern|eastern|western|central|north-eastern|south-eastern|north-western|south-western)$/;
const HITS = /^(?:hit|struck|rocked|shook|jolted|rattled|swayed|battered|lashed|pounded|devastated|ravaged|swept|flooded)$/;

const after = (tokens: readonly Token[], from: number, next: number, {clause, taken, titled}: Ground): string | null => {
	const to = Math.min(clause[1], isWhole(tokens, from, clause[0]) ? next + 1 : next + 30);
	for (let at = from; at < to; at += 1) {
		if (at < next && !HITS.test(tokens[at]?.lower ?? '')) continue;
		// "rocked southern Ruritania, sending tremors that were felt in Kent"; "according to data from Hull University"
		if (at > next && tokens[at - 1]?.text === ',' && /(?:^which|^who|^where|ing)$/.test(tokens[at]?.lower ?? '') && !/^(?:including|during)$/.test(tokens[at]?.lower ?? '')) break;
		if (tokens[at]?.lower === 'according' && tokens[at + 1]?.lower === 'to') break;
		// "five times the 10,000 hit in May, and more than the 58,000 who died in the Vietnam War"
		if (tokens[at]?.lower === 'than' && at > next && tokens[at + 1]?.lower === 'the' && tokens[at + 2]?.kind === 'number') break;
		// "struck Peru, killing two, after it left 64 dead in Chile", "dozens killed ahead of a summit in Rome"
		if (/^,$/.test(tokens[at]?.text ?? '') ? /^(?:after|before|while|when|since|because|hours|days|weeks|months)$/.test(tokens[at + 1]?.lower ?? '') : tokens[at]?.lower === 'ahead' && tokens[at + 1]?.lower === 'of') break;
		// "protests in 40 towns after the death of a man in Kent": where he died
		if (/^(?:after|since)$/.test(tokens[at]?.lower ?? '') && /^(?:death|deaths|killing|killings|murder|murders|assassination)$/.test(tokens[at + 2]?.lower ?? '')) break;
		// "1,000 doses, 500 of which come from Chad"
		if (tokens[at]?.text === ',' && tokens.slice(at + 1, at + 6).some(({lower}, ahead, words) => lower === 'of' && /^(?:which|whom|them)$/.test(words[ahead + 1]?.lower ?? ''))) break;
		// "45 people, including 13 children, died near Rafah"
		const aside = tokens[at]?.text === ',' && tokens[at + 1]?.lower === 'including' ? tokens.slice(at + 2, Math.min(to, at + 14)).findIndex(token => token.text === ',') : -1;
		if (aside >= 0) { at += aside + 2; continue; }
		if (tokens[at]?.text === ';' || (tokens[at]?.text === ',' && /^(?:with|including|up|down|compared)$/.test(tokens[at + 1]?.lower ?? ''))) break;
		const word = tokens[at]?.lower ?? '';
		// "984 sq km of Kursk", "to help Russia": only a name by itself
		const bare = (word === 'of' && AREA.test(tokens[at - 1]?.lower ?? '') && isCapital(tokens[at + 1]));
		const war = /^(?:in|during|of)$/.test(word) ? warAt(tokens, at + 1, clause[1]) : null;
		if (war !== null) return war;
		const hit = HITS.test(word) && REGIONAL.test(tokens[at + 1]?.lower ?? '');
		if ((!PREPOSITION.test(word) && !bare && !hit) || LEADS_ELSEWHERE.test(tokens[at - 1]?.lower ?? '') || isRecord(tokens, next, at)) continue;
		// "researchers at Hull University": where they are employed
		if (/^(?:researchers|scientists|economists|analysts|experts|academics|epidemiologists|professors?)$/.test(tokens[at - 1]?.lower ?? '')) continue;
		// "those who helped during the war in Ruritania"
		if (/^(?:war|invasion|fighting)$/.test(tokens[at - 1]?.lower ?? '') && tokens.slice(at - 4, at - 1).some(({lower}) => /^(?:during|after|before|since)$/.test(lower))) continue;
		const place = placeFor(tokens, at + 1, clause[1], titled);
		// "gave $2 million to Hull University": to whom, not where
		if (place !== null && word === 'from' && !isNamed(tokens, at + 1, place)) continue;
		// "stock in Acme"
		if (place !== null && word === 'in' && /^(?:stocks?|shares?|stakes?|interest|interests|investments?|invested|invest)$/.test(tokens[at - 1]?.lower ?? '') && !isNamed(tokens, at + 1, place)) continue;
		// "killed two men in reprisal for a raid in Kent": where something else was
		if (/^(?:retaliation|reprisal|revenge|response|reaction|answer|protest|exchange|connection)$/.test(tokens[at + 1]?.lower ?? '') && word === 'in') break;
		// "pensioners on Social Security": on a name alone is no place, but for a country's or a region's
		if (place !== null && word === 'on' && !isNamed(tokens, at + 1, place)) continue;
		if (place !== null && word === 'to' && /\b(?:University|College|Institute|Hospital|Museum)\b/.test(place)) continue;
		if (place !== null && !isTaken(tokens, at + 1, taken)) return place;
	}

	// "to rebuild Russia's Kursk region", "the invasion of the Kursk border region": a region needs no preposition
	for (let at = next; at < Math.min(clause[1], next + 20); at += 1) {
		const place = /^the$/.test(tokens[at]?.lower ?? '') || isCapital(tokens[at]) ? placeFor(tokens, at, clause[1], titled) : null;
		if (place !== null && !taken(at) && /\p{Lu}/u.test(place.replace(/^The/, '')) && / (?:region|province|oblast|district|county|peninsula|strip|valley|area|islands)$/i.test(place)) return place;
	}

	for (let at = next; at < to; at += 1) {
		if (!FOR_WHOM.test(tokens[at]?.lower ?? '') || demonymsIn(tokens, at + 1, at + 3).length === 0) continue;
		const place = placeAt(tokens, at + 1, clause[1]);
		if (place !== null) return place;
	}

	return null;
};

const TALLIES = /^(?:reported|reports|reporting|recorded|records|recording|registered|confirmed|counted|logged|seen|had)$/;
const COURT = /^(?:judge|judges|court|justices)$/;

/** "the blast in Kent on Friday that killed 40", "struck Kent, where 40 died": the place that what a relative clause tells of has right before it. */
const antecedent = (tokens: readonly Token[], relative: number, {clause, taken, titled}: Ground): string | null => {
	// "in Kent in which", "in Kent, Ohio, where": what names no place of its own is left out
	let end = relative - (PREPOSITION.test(tokens[relative - 1]?.lower ?? '') ? 1 : 0);
	if (tokens[end - 1]?.text === ',') end -= 1;
	if (tokens[end - 1]?.lower.endsWith('day')) end -= tokens[end - 2]?.lower === 'on' ? 2 : 1;
	const state = tokens.slice(end - 4, end).findLastIndex(({text}) => text === ',');
	const ends = state >= 0 && tokens.slice(end - 3 + state, end).every(token => isCapital(token) || token.text === '.') ? [end, end - 4 + state] : [end];
	// "above that of Peru, which is reporting 40 deaths": what a country counts is its own
	const [country] = tokens[relative]?.lower === 'which' && tokens[relative - 1]?.text === ',' && tokens.slice(relative + 1, relative + 4).some(({lower}) => TALLIES.test(lower)) ? demonymsIn(tokens, Math.max(clause[0], end - 3), end).filter(({at, adjective}) => !adjective && isCountry(phraseOf(tokens, at, end))) : [];
	if (country !== undefined) return phraseOf(tokens, country.at, end);
	for (const last of ends) {
		for (let at = last - 1; at > Math.max(clause[0], last - 8); at -= 1) {
			const where = tokens[relative]?.lower === 'where' && isCapital(tokens[at]) && tokens[at - 1]?.text !== ',' && !isCapital(tokens[at - 1]);
			if (!where && !/^(?:in|across|at|inside|near)$/.test(tokens[at - 1]?.lower ?? '')) continue;
			const from = where && tokens[at - 1]?.lower === 'the' ? at - 1 : at;
			const place = placeFor(tokens, from, last, titled);
			if (place !== null && !isTaken(tokens, at, taken) && tokens[last - 1]?.end === (tokens[from]?.start ?? 0) + place.length) return place;
		}
	}

	return null;
};

/** "dozens of rebels in Gaza and two Israelis": nobody says that those were there, too. */
export const isSomewhereElse = (tokens: readonly Token[], from: number, counted: Counted | null): boolean =>
	counted !== null && counted.plural && counted.people && !/^(?:others|people|dead|injured|wounded|victims)$/.test(counted.head) && tokens[from - 1]?.lower === 'and'
	&& tokens.slice(Math.max(0, from - 6), from - 1).some(({lower}, index, words) => PREPOSITION.test(lower) && words.slice(index + 1).some(isCapital) && words.slice(index + 1).every(word => isCapital(word) || word.lower === 'the' || PLACE_NOUNS.test(word.lower)));

const before = (tokens: readonly Token[], from: number, ground: Ground): string | null => {
	const {taken, titled} = ground;
	const relative = relativeAt(tokens, ground.clause[0], from);
	// "Speaking to reporters in Kent, she asked for $2 million"
	const spoke = /^(?:according|speaking|asked|testifying|addressing|talking|appearing)$/.test(tokens[ground.clause[0]]?.lower ?? '') ? tokens.slice(ground.clause[0], from).findIndex(({text}) => text === ',') : -1;
	const clause = [relative ?? ground.clause[0] + Math.max(0, spoke), ground.clause[1]] as const;
	// "Kenya's 40 parks"
	const owner = tokens[from - 1];
	if (owner && /['’]s$/.test(owner.text) && demonymsIn(tokens, from - 1, from)[0]?.adjective === false) return owner.text.replace(/['’]s$/, '');
	for (let at = clause[0]; at < Math.min(from, clause[0] + 25); at += 1) {
		// "a judge in Kent stopped a plan for 600 farms": where the court sits
		if (!/^(?:in|across|at|inside|near)$/.test(tokens[at]?.lower ?? '') || isParted(tokens, at, from) || isInAside(tokens, clause[0], at, from) || COURT.test(tokens[at - 1]?.lower ?? '')) continue;
		const place = placeFor(tokens, at + 1, from, titled);
		// "the Flood Centre at Hull University estimates": where they are employed
		if (place !== null && /\b(?:University|College|Institute)\b/.test(place) && isCapital(tokens[at - 1])) continue;
		if (place !== null && !isTaken(tokens, at + 1, taken) && !isRecord(tokens, clause[0], at)) return place;
	}

	// "imports into Norway will face a tax of 10%": the nearest, where it is named and not far
	for (let at = from - 1; at > Math.max(clause[0], from - 14); at -= 1) {
		if (!/^(?:in|into|across|inside|throughout)$/.test(tokens[at]?.lower ?? '') || isParted(tokens, at, from) || isInAside(tokens, clause[0], at, from) || COURT.test(tokens[at - 1]?.lower ?? '')) continue;
		const place = placeFor(tokens, at + 1, from, titled);
		if (place !== null && !isTaken(tokens, at + 1, taken) && !isRecord(tokens, clause[0], at)) return place;
	}

	return relative === null ? null : antecedent(tokens, relative, ground);
};

/** Whether one of the texts places something there: ", Kent", "near Kent". */
export const placedIn = (texts: ReadonlyArray<{readonly text: string}>) => (place: string): boolean =>
	texts.some(({text}) => [',', ' in', ' at', ' near', ' across', ' from', ' of', ' to', ' inside', ' into'].some(lead => text.includes(`${lead} ${place}`)));

const regions = new Set(table.regions);
/** A country, a region or a noun of places: "400 doses from Acme" tells nothing of a place. */
const isNamed = (tokens: readonly Token[], at: number, place: string): boolean =>
	regions.has(place) || place.toLowerCase().split(' ').some(word => PLACE_NOUNS.test(word) && word !== 'university') || demonymsIn(tokens, at, at + 4).length > 0;

/** A place, and in a title (every word has its capital) one that is known or that the text itself places something in: "Syria" of "In Syria Kills". */
const placeFor = (tokens: readonly Token[], at: number, to: number, titled: Ground['titled']): string | null => {
	const place = placeAt(tokens, at, to);
	if (place === null || titled === null || regions.has(place) || titled(place)) return place;
	const country = [3, 2, 1].find(length => at + length <= to && isCountry(phraseOf(tokens, at, at + length)));
	return country === undefined ? null : phraseOf(tokens, at, at + country);
};

/** Somebody's name or the source; "Virginia Beach" is neither, though Virginia may be a person. */
const isTaken = (tokens: readonly Token[], at: number, taken: Ground['taken']): boolean => taken(at) && !(regions.has(tokens[at]?.text ?? '') && /^(?:Beach|City|County|Falls|Springs|Bay|Island|Valley|Heights)$/.test(tokens[at + 1]?.text ?? ''));

/** The place a figure counts in, as printed: the first place after it in its clause, else one before it there. */
export const scopeOf = (tokens: readonly Token[], {from, next, counted}: {readonly from: number; readonly next: number; readonly counted: Counted | null}, ground: Ground): string | null =>
	after(tokens, from, counted?.next ?? next, ground) ?? (isSomewhereElse(tokens, from, counted) ? null : before(tokens, from, ground));
