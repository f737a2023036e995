import units from '../../data/units.json' with {type: 'json'};
import {doubtfulNumbers} from '../text/doubtful.ts';
import {literal} from '../text/literal.ts';
import {matchesOf} from '../text/matches.ts';
import type {Token} from './tokens.ts';

/** A stretch that holds numbers but no figure, and the rule that says so. */
export type Masked = {readonly start: number; readonly end: number; readonly rule: string};

const MONTH = '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const DAY = '\\d{1,2}(?:st|nd|rd|th)?';
const SMALL = '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';
const AGE = `(?:\\d{1,3}|${SMALL}|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)`;
const JOIN = '\\s?(?:-|–|—|to|and|or|,|&)\\s?';
const listed = (words: readonly string[]): string => words.map(literal).join('|');

/** Most texts have none of the words a rule hangs on: it is tried only where one of them, or a pair of numerals ("3-1", "9.30"), stands. */
const PAIR = 'pair';
const MONTHS = ['january', 'jan', 'february', 'feb', 'march', 'mar', 'april', 'apr', 'may', 'june', 'jun', 'july', 'jul', 'august', 'aug', 'september', 'sept', 'sep', 'october', 'oct', 'november', 'nov', 'december', 'dec'];
const SPANS_OF_TIME = ['second', 'minute', 'min', 'hour', 'hr', 'day', 'week', 'month', 'year', 'decade', 'century'].flatMap(word => [word, `${word}s`]).concat('centuries');
const COMPOUNDS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety', 'eighteen', 'nineteen', 'figure', 'figures'];
const STREETS = ['street', 'st', 'road', 'rd', 'avenue', 'ave', 'lane', 'drive', 'boulevard', 'blvd', 'square', 'place', 'terrace', 'crescent', 'gardens', 'parade'];
const NUMBERED = ['article', 'section', 'chapter', 'clause', 'paragraph', 'resolution', 'highway', 'route', 'phase', 'stage', 'level', 'grade', 'category', 'tier', 'type', 'day', 'week', 'round', 'episode', 'season', 'platform', 'terminal', 'gate', 'room', 'flight', 'version', 'appendix', 'step', 'year', 'group', 'game', 'match', 'seed', 'class', 'verse', 'line', 'size', 'exit', 'junction', 'pier', 'lane', ...units.numberedNouns.flatMap(noun => { const [first = ''] = noun.toLowerCase().split(/[\s-]/); return [first, `${first}s`]; })];
const IDIOMS = ['nine', 'nines', 'one', 'fifty', 'two', 'zero', 'net', 'minds', 'cents', 'thanks', 'million', 'ten', 'square', 'multiple', 'multiples', 'thousands', 'back', 'third', 'sixes', 'hundred', 'thousand', 'dozen', 'three', 'threepiece', 'four', 'thirds', 'lives', 'cloud', 'fours'].concat('9');
const NAMED = units.names.map(name => name.toLowerCase().split(/[\s-]/)[0] ?? '');
const INDEXES = [...units.indexNames.map(name => name.toLowerCase().split(/[\s&/]/)[0] ?? ''), 'index', 'futures', 'stock', 'share', 'company'];
const WEAPONS = ['pistol', 'handgun', 'rifle', 'gun', 'shell', 'round', 'cartridge', 'howitzer', 'bullet', 'mortar', 'cannon', 'revolver', 'glock', 'beretta', 'calibre', 'caliber', 'mm'].flatMap(word => [word, `${word}s`]).concat('ammunition', 'artillery');

/** Every rule is one regular expression, linear in practice; the sentence it was made for stands beside it. */
type Rule = readonly [string, RegExp, (readonly string[] | typeof PAIR)?];
const RULES: readonly Rule[] = [
	// Seen in the head of saved pages: "2024-12-28", "13/01/2025", "2024-05-01T10:00"
	['date', /\b\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?\b|\b\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})\b(?!\.\d)/g, PAIR],
	// "the 9/12 march", "on 911": a day that became a name; "3/4" is a fraction
	['date', /\b(?:1[0-2]|[1-9])\/(?!(?:2|3|4|5|8|10|16|20)\b)(?:3[01]|[12]\d|\d)\b(?![/\d])|(?<=\b(?:on|after|since|before|post)[\s-])911\b/g],
	// "13-17 May 2025", "the 3rd of April", "5, 6 and 7 June"
	// but "the 19 Sept. 11 hijackers" are nineteen
	['date', new RegExp(`\\b(?:${DAY}${JOIN}){0,3}${DAY}\\s(?:of\\s)?${MONTH}\\b(?!\\.?\\s\\d{1,2}\\b)\\.?(?:,?\\s\\d{4}\\b)?`, 'g'), MONTHS],
	// "April 2", "January 20-22, 2026", "Sept. 11 and 12"
	['date', new RegExp(`\\b${MONTH}\\.?\\s${DAY}\\b(?!,\\d{3}|\\.\\d|%|\\s?(?:per\\s?cent|people|million|billion))(?:${JOIN}${DAY}\\b(?!,\\d{3}|\\.\\d|%))?(?:,?\\s(?:19|20)\\d{2}\\b)?`, 'g'), MONTHS],
	['year', new RegExp(`\\b${MONTH}\\.?,?\\s(?:1[5-9]|20)\\d{2}\\b`, 'g'), MONTHS],
	// "the 1990s", "mid-80s", "in his 40s", "’24"
	['decade', /\b\d{2,4}[’']?s\b|[’'‘]\d{2}(?!\d)(?=[\s.,;:)])/g],
	// "2024-25", "2023/24", "1939–1945", "fiscal 2026"
	['year', /\b(?:1[5-9]|20)\d{2}\s?[-–/]\s?(?:(?:1[5-9]|20)\d{2}|\d{2})\b(?!\s?(?:km|miles|people|kg|%|m\b))|\b(?:19|20)\d{2}(?:\s?,\s?|\s(?:and|to|or)\s)(?:19|20)\d{2}\b|\b(?:fiscal|FY)\s?\d{2,4}\b/g],
	// "1200 GMT", "10.30am", "5 p.m.", "18:45", "ten o'clock", "0600 hours"
	['time', /\b\d{1,2}(?:[:.]\d{2}){0,2}\s?(?:a\.m|p\.m|am|pm|AM|PM|GMT|BST|CET|EST|EDT|ET|IST|UTC|PT|o[’']clock)\b(?:\.(?=\s[a-z]))?|\b\d{4}\s?(?:GMT|BST|UTC|CET|EST|EDT|hours\sGMT|local\stime|hrs\b)|\b[01]?\d:[0-5]\d(?::\d{2})?\b|\b2[0-3]:[0-5]\d\b|\b0\d{3}\shours\b/g],
	['time', new RegExp(`\\b${SMALL}\\so[’']clock\\b|\\b\\d{1,2}(?:[:.]\\d{2})?\\s?(?:-|–|to)\\s?\\d{1,2}(?:[:.]\\d{2})?\\s?(?:am|pm|a\\.m|p\\.m)\\b`, 'gi')],
	// "46-year-old", "two-month-old", "aged between 12 and 15", "the age of 65", "turned 40", "65 years old"
	['age', new RegExp(`\\b${AGE}(?:-(?:two|three|four|five|six|seven|eight|nine))?[-\\s](?:year|month|week|day)s?[-\\s]olds?\\b|\\b${AGE}\\s(?:years|months|weeks|days)\\sof\\sage\\b`, 'gi'), SPANS_OF_TIME],
	['age', new RegExp(`\\b(?:aged?|ages)\\s(?:just\\s|only\\s|about\\s)?(?:from\\s|between\\s|under\\s|over\\s|of\\s)?${AGE}\\b(?:\\s?(?:-|–|to|and|or)\\s?${AGE}\\b)?`, 'gi'), ['age', 'aged', 'ages']],
	['age', new RegExp(`\\b(?:turn(?:s|ed|ing)?|age[ds]?\\sof)\\s${AGE}\\b(?!,|\\s(?:people|per|percent|years\\sof\\swork|million|billion))`, 'gi'), ['turn', 'turns', 'turned', 'turning', 'age', 'aged', 'ages']],
	// "who is 19 or older", "5-foot-11"
	['age', /\b\d{1,3}\s(?:or|and)\s(?:older|over|under|younger|above)\b(?!\s\d)|\b[4-7](?:-foot-|ft\s?|['’]\s?)\d{1,2}(?:in\b|["”])?/g],
	['age', /\b(?:over|under)[-\s]?\d{1,2}[’']?s\b/gi],
	// "adults over 65 or at risk", "anyone under 18"; "patients over 65 miles" is a distance
	['age', /(?<=\b(?:adults?|people|persons?|those|anyone|everyone|anybody|men|women|patients|children|kids|workers|voters|residents|drivers|Americans|Britons|citizens)\s(?:not\s|who\s(?:are|is)\s)?)(?:over|under|above|below)\s(?:the\sage\sof\s|age\s)?\d{2}(?![\d,.%]\d|\s?%|\s(?:per\s?cent|\p{Ll}+s)\b)/giu, ['over', 'under', 'above', 'below']],
	// "The film star, 36, has"
	['age', /(?<=\b(?:star|man|woman|boy|girl|teen|victim|suspect|mother|father|student|pilot|chief|nurse|coach|(?!(?:how|oth|togeth|numb|aft|ov|und|octob|novemb|decemb|septemb)er\b)\p{Ll}{2,}(?:er|or|ist|ian|man|woman)),\s)\d{1,2}(?=,\s(?!\d))/giu],
	// "The novelist died Monday at 88.", "Dies at 72": how old, not how many; "died at 12 sites" counts
	['age', /(?<=\b(?:died|dies|dead|dying|passed\saway)\s(?:\p{L}+\s){0,3}?at\s(?:the\sage\sof\s)?)\d{2,3}(?=[.,;:)”"](?!\d)|$|\s(?:[—–-]|after|from|of|in|on|following|while|as|and|surrounded|with)(?!\p{L}))/giu, ['died', 'dies', 'dead', 'dying', 'passed']],
	// "grades 7 through 12"
	['name', /\bgrades\s(?:\d{1,2}|K)(?:\s?(?:-|–|to|through|and)\s?\d{1,2})?\b/gi, ['grades']],
	// "when she was 16 after": an age, where nothing is counted
	['age', new RegExp(`\\bwhen (?:he|she|I|they) (?:was|were) (?:just |only |about |barely )?${AGE}(?=[.,;:)”"]|$|\\s(?:after|before|and|when|but|in|at|by|because|while|to)\\b)`, 'g'), ['when']],
	// "from 12-15 years old", "5- to 11-year-olds"
	['age', /\b\d{1,2}-?\s?(?:-|–|to|and|or)\s?\d{1,2}[-\s]years?[-\s]olds?\b/gi, SPANS_OF_TIME],
	// "when she was 14.", "he is now 71,"
	['age', /(?<=\b(?:he|she|I|you|who)(?:['’]s|\s(?:is|was|were|am))\s(?:now\s|only\s|just\s|about\s)?)\d{1,2}(?=[.,;)](?!\d)|\s(?:when|at\sthe\stime|and)\b|$)/gi],
	// "Roe was just 25 at the time", "Roe, who died in May, was only 24 then"; but "the toll was only 24 then"
	['age', /(?<=\b(?:was|were)\s(?:then\s|now\s|only\s|just\s|about\s)?)\d{1,2}(?=\sat\sthe\stime\b)/g],
	['age', /(?<=\bwas\s(?:only|just|barely|still)\s)(?<!\b(?:toll|number|total|count|figure|tally|score|rate|price|temperature|there)\b[^.;]{0,60})\d{2}(?=\s(?:then|when)\b)/gi],
	// "the mother of 13 was shot": whose children nobody counts among the shot
	['age', new RegExp(`(?<=\\b(?:mother|father|mum|mom|dad|parents?|grandmother|grandfather|widow)\\sof\\s)${AGE}(?=[.,;:)”"](?!\\d)|$|\\s(?:who|was|is|has|had|and|from|in|\\p{Lu}\\p{Ll}+)\\b)`, 'gu'), ['mother', 'father', 'mum', 'mom', 'dad', 'parent', 'parents', 'grandmother', 'grandfather', 'widow']],
	// "killed two men and wounded a third": one more, and no share
	['ordinal', /(?<=\b(?:injur|wound|kill|hurt|shoot|shot|stabb|arrest|detain|rescu)\p{Ll}*\s)a\s(?:third|fifth)\b(?!\sof\b)/giu, ['third', 'fifth']],
	// "22 1/2 years": a time in a whole number and a part
	['time window', /\b\d{1,3}\s(?:1\/2|1\/3|2\/3|1\/4|3\/4)(?=[\s-](?:second|minute|hour|day|week|month|year|decade)s?\b)/g, PAIR],
	// "pupils as young as 9": whatever bounds are told, they are of ages
	['age', new RegExp(`\\bas\\s(?:young|old)\\sas\\s${AGE}\\b`, 'gi'), ['young', 'old']],
	// "Moore, then 32, and"
	['age', /(?<=,\s(?:then|now)\s)\d{1,3}(?=[,.;])(?!,\d{3})/g, ['then', 'now']],
	// "Ann Smith, 65, said", "Ali (65)", "by Ann Smith, 65." ; three figures in a row are no age
	['age', /(?<=(?:\p{Lu}[\p{L}’'-]{1,30}|\b[JS]r\.)\s?,\s)\d{1,3}(?=(?:\s?,(?!\s?\d)|\.(?!\d)|;|\s(?:and|who|from|of)\s(?!\d)|\s?[—–)]))(?!,\d)/gu],
	['age', /(?<=\p{Lu}[\p{L}’'-]{1,30}\s\()\d{1,3}(?=\))/gu],
	['ordinal', /\b\d+(?:,\d{3})*(?:st|nd|rd|th)\b/g],
	// "Twenty-First Street", "the nineteen-eighties", "a six-figure sum"
	['ordinal', /\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b(?!s)|\b(?:eighteen|nineteen|twenty)-(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies\b|\b(?:four|five|six|seven|eight|nine|[4-9])-figures?\b/gi, COMPOUNDS],
	// "No. 10", "number one", "#3", "page 12", "pp. 3-4"
	['name', /\b(?:[Nn]os?\.?\s?|[Nn]umbers?\s|[Pp]ages?\s|pp?\.\s?)\d+(?:\s?[-–]\s?\d+)?\b(?!\s?(?:million|billion|per\s?cent|%|people))|#\d+|\b[Nn]umber\s(?:one|two|three|ten)\b|№\s?\d+/g],
	// "Su-35", "S-300", "COVID-19", "F-16s", "MH370", "Pfizer-2": a name with a hyphen or glued digits; "€5-10" has no letter
	['name', /\b(?!USD|EUR|GBP|Rs)\p{Lu}[\p{L}]{0,12}[-‑]?\d{1,4}(?:[-/]\d{1,4})?(?:\p{Lu}{1,3}|\p{Ll})?s?\b(?!,\d{3}|\.\d|\s?(?:bn|billion|million|trillion))/gu],
	['name', /\bcovid-?\d{2}\b/gi, ['covid']],
	['name', /\b\d+(?![CFKMBT]\b)\p{Lu}\w*\b|\b[2-4]-D\b|\b\d+x\d+\b|\b\d+[-/]\d+[-/]\d+\b(?!\s?(?:votes?|vote))|\b(?:24|9|7|50)\/(?:7|11|50)\b/gu],
	// "its 737 Max 8 jets", "two 747 jets": the model of an aircraft
	['name', /\b7[0-8]7(?:\s(?:Max|Dreamliner)\b(?:\s\d{1,2}\b)?|(?=\s(?:jets?|planes?|aircraft|airliners?|jetliners?|fleet)\b))|(?<=\b7[0-8]7\s)Max\s\d{1,2}\b/gi],
	// "a 7-point plan": how it is called
	['name', new RegExp(`\\b(?:\\d{1,3}|${AGE})-points?\\s(?:\\p{L}+\\s)?(?:plan|agenda|programme|program|proposal|strategy|scale|list|manifesto|turn|guide|checklist)\\b`, 'giu'), ['point', 'points']],
	// "flat 4B", "ZIP code 90210", "seat 12"
	['address', /\b(?:apartment|apt\.?|flat|suite|seat|zip(?:\scode)?|postcode)\s\d{1,5}[A-Za-z]?\b(?!\s(?:million|billion|people|per)|,\d{3}|\.\d)/gi, ['apartment', 'apt', 'flat', 'suite', 'seat', 'zip', 'postcode']],
	// "11 Downing Street", "221B Baker Street", "1600 Pennsylvania Avenue NW"
	['address', /\b\d{1,5}[A-Z]?(?:[-–]\d{1,5})?\s(?:(?:\p{Lu}[\p{L}’'.]*|\d+th|\d+st)\s){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Boulevard|Blvd|Square|Place|Terrace|Crescent|Gardens|Parade)\b/gu, STREETS],
	['name', new RegExp(`\\b(?:${listed(units.names)})\\b`, 'g'), NAMED],
	// "by 38 Degrees": who did something by the hand of a numeral is a name
	['name', /(?<=\bby\s)\d{1,4}\s(?=\p{Lu}\p{Ll}+(?:[.,;]|$))(?!\p{Lu}\p{Ll}*(?:ans|men|ish|crats|ers|MPs)\b)/gu, ['by']],
	// "Section 230", "Channel 4", "magnitude" is not among them
	// "the Nasdaq 100", "a Fortune 500 firm", "the Elm 40 index", "the 30-stock Dow": shares that are counted in their name
	['name', new RegExp(`\\b(?:${listed(units.indexNames)})\\s(?:[1-9]0|12|225|[1-9][05]0|[1-5]000)\\b(?![,.]\\d|\\s?(?:%|per\\s?cent|points|million|billion|trillion))|(?<=\\p{Lu}[\\p{L}’']*\\s)\\d{2,4}(?=\\s(?:index|futures)\\b)|\\b\\d{2,4}-(?:stock|share|company)\\s(?=(?:\\p{L}+\\s){0,2}?(?:Dow|[Ii]ndex|[Aa]verage|benchmark|gauge)\\b)`, 'gu'), INDEXES],
	// "warns 2020 Dems", "2020 contenders": those of a year
	['year', /\b20\d{2}(?=\s(?:Dems|Democrats?|Democratic|Republicans?|[Cc]andidates?|[Cc]ontenders?|[Hh]opefuls?|[Ff]ield|[Rr]ivals?|[Pp]residential|[Cc]ampaigns?|[Ee]lections?|[Rr]aces?|[Pp]rimar(?:y|ies)|[Nn]ominees?|Olympics|[Bb]ids?|[Cc]ensus)\b)/g],
	// "the 1620 Commission", "the 1620 Project"
	['name', /\b1[5-8]\d{2}(?=\s(?:Commission|Project|Report|Act|Plan|Treaty|Law)\b)/g],
	['name', new RegExp(`\\b(?:${listed(units.numberedNouns.filter(noun => noun.length > 2).map(noun => noun.replace(/^./, letter => letter.toUpperCase())))})s?\\.?\\s(?:\\d{1,4}(?!,\\d{3})(?:\\.\\d+)?(?:[a-z]|\\([a-z0-9]\\))?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en)\\b(?!\\s?(?:%|per\\s?cent|million|billion))`, 'g'), NUMBERED],
	['name', /\b(?:article|section|chapter|clause|paragraph|resolution|highway|route|phase|stage|level|grade|category|tier|type|day|week|round|episode|season|platform|terminal|gate|room|flight|version|appendix|step|year|group|game|match|seed|class|verse|line|size|exit|junction|pier|lane)\s(?:\d{1,4}(?!,\d{3}|\.\d|\d)|(?:one|two|three|four|five|six|seven|eight|nine|ten)\b)(?!\s?(?:%|per\s?cent|million|billion|of\s(?:the|them)|people|children|men|women|more))/g, NUMBERED],
	// Results of games: "won 3-1", "a 2-2 draw", "6-4, 6-3", "beat them 31-17"; "20-30 people" is a range
	['score', /\b(?:won|wins?|win|winning|losing|lost|lose|beat|beats|beaten|beating|defeat(?:ed|s)?|drew|draw|drawn|led|leading|lead|victory|trail(?:ed|ing)?|score(?:d|line)?|thrash(?:ed|ing)|edged|hammered|loss)\s(?:\p{L}+\s){0,3}\d{1,3}[-–]\d{1,3}\b(?!\s?(?:%|people|points|votes))/gu, PAIR],
	['score', /\b\d{1,3}[-–]\d{1,3}(?=\s(?:win|victory|defeat|draw|loss|lead|thrashing|advantage|deficit|scoreline|at\shalf|down|up|aggregate|on\saggregate|record|start\b|streak|finish|against|over|to\s\p{Lu}|in\sextra|on\spenalties))|\b\d[-–]\d(?:\s\(\d+[-–]\d+\))?(?:,?\s\d[-–]\d(?:\s\(\d+[-–]\d+\))?)+|\b(\d)[-–]\1(?!\d)\b/gu, PAIR],
	// "a 40-to-39 edge"; bills: "HR 1", "S.B. 8", "S. 1", "H.J. Res. 59"
	['score', /\b\d{1,3}-to-\d{1,3}\b(?!\s?(?:people|per\s?cent|%|vote))/g],
	['name', /\b(?:H\.?\s?R|S\.?\s?B|A\.?\s?B|H\.?\s?B|[HS]\.?\s?(?:J\.?\s?|Con\.?\s?)?Res)\.?\s\d{1,4}\b(?!,\d{3})|(?<![.\p{L}])S\.\s\d{1,4}\b(?!,\d{3})/gu],
	// "a 9mm pistol", "155mm shells", ".22-calibre rifles": the weapon's name, not its number
	['name', /\.\d{2,3}[-\s]?calib(?:re|er)\b|(?:\b\d{1,3}|\.\d{2,3})[-\s]?(?:mm|millimet(?:re|er)|calib(?:re|er))?[-\s](?:\p{Ll}+[-\s])?(?:pistols?|handguns?|rifles?|guns?|shells?|rounds?|ammunition|cartridges?|howitzers?|artillery|bullets?|mortars?|cannons?|revolvers?|Glocks?|Berettas?)\b(?<=(?:mm|millimet(?:re|er)|calib(?:re|er)|\.\d{2,3})[-\s].{0,40})/gu, WEAPONS],
	// "raise the retirement age to 69", "the age to buy fireworks from 16 to 18"
	['age', /(?<=\b(?:retirement|pension|minimum|maximum|voting|drinking|legal|median|average|school|buying|smoking)\sage\s(?:\p{Ll}+\s){0,5}?(?:to|at|of|from|above|below|is|was)\s)\d{2}(?:\.\d)?(?:\s(?:to|and)\s\d{2}(?:\.\d)?)?\b(?![,%])/gu, ['age']],
	// "in the previous 24 hours", "in the three months to June": the time in which something else is counted
	['time window', new RegExp(`\\b(?:in|over|during|within|for|throughout)\\s(?:just\\s|only\\s)?(?:the\\s)?(?:last|past|previous|coming|next|first|latest|same|final|preceding|following)\\s(?:\\d{1,3}|${AGE})(?:-odd)?\\s(?:full\\s|calendar\\s)?(?:seconds|minutes|hours|days|nights|weeks|weekends|months|quarters|years|decades)\\b|\\b(?:in|over|during|for)\\sthe\\s${AGE}\\s(?:days|weeks|months|years)\\s(?:to|ending|through|until)\\b`, 'gi'), SPANS_OF_TIME],
	// "odds of 5-1", "put her chances at 3-1", "the 9/4 favourite": what a bookmaker pays
	['odds', /(?<=\b(?:odds|chances|bookmakers|bookies)\b[^.;]{0,40}?\s)\d{1,3}[-/]\d{1,3}\b(?![-/%])|\b\d{1,3}[-/]\d{1,3}(?=[-\s](?:favourites?|favorites?|outsiders?|shots?|odds|on\b(?!\s\p{L})))/giu, PAIR],
	// "left at 10.45", "began shortly after 9.30": a clock time with a full stop
	['time', /(?<=\b(?:left|leaves|leave|depart(?:s|ed)?|beg[ai]ns?|started|starts|arrive[sd]?|opens?|opened|called|happened|due|ended|ends|broke\sout|kick(?:s|ed)?\soff|shortly|just|soon)\s(?:\p{Ll}+\s){0,2}?(?:at|after|before|around|about|by)\s(?:about\s|around\s)?)(?:[01]?\d|2[0-3])\.[0-5]\d\b(?!\s?(?:%|per|million|billion|points|euros|dollars|km|miles|\p{Ll}+s\b))/gu, PAIR],
	// "known as “Witness 4”", "(“Person 2”)": a name in marks
	['name', /(?<=[“"‘(])\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?\s\d{1,2}(?:\.\d+)?[.,]?(?=[”"’)])/gu],
	// "the next decade and a half"
	['idiom', /(?<=\b(?:decade|century|year|month|week|day|hour|minute|mile)s?\s)and\s(?:a|one)[-\s](?:half|quarter|third)\b/gi, ['half', 'quarter', 'third']],
	// "12st 4lb": how heavy somebody is, in two units
	['age', /\b\d{1,2}st\s?(?:\d{1,2}lbs?)?\b/g, ['st']],
	['name', /\biP(?:hone|ad)\s\d{1,2}\b/g, ['iphone', 'ipad']],
	// "call 0800 123 456", "+44 20 7946 0000", "dial 911"
	// "501(c)(3) groups", "501 c3"
	['name', /\b40[13]\s?\(?[kb]\)?(?![\p{L}\d])/gu],
	['name', /\b50[1-9]\s?(?:\(c\)|c(?=[\d(]|\b))\s?\(?\d?\)?(?:,\s?\d)*/g],
	// "a 50-50 chamber", "split 50/50": in equal halves; "a 50-50 vote" was counted
	['idiom', /\b50[-–]50\b(?!\s(?:vote|tie|ballot|tally|count))(?<!\b(?:voted|votes?|of|deadlocked|tied)\s50[-–]50)/g, PAIR],
	// "71% have had at least one dose": who had it is counted, not the dose
	['idiom', /\b(?:at\sleast\s|just\s|only\s)?one\s(?:\p{L}+\s)?(?:dose|shot|jab)\b(?=\s(?:of|by|so|as|in|to)\b|[.,;:)”"]|$)(?<=\b(?:have|has|had|received|receive|receiving|got|given|with|getting|get)\s(?:had\s|received\s)?(?:at\sleast\s|just\s|only\s)?one\s(?:\p{L}+\s)?(?:dose|shot|jab))/giu, ['dose', 'shot', 'jab']],
	// "power to the 1 percent and their friends": a class, nobody counted it
	['idiom', /\bthe\s(?:top\s)?(?:1|one|99)\s?(?:percent|per\scent|%)(?=[.,;:”"]|$|\s(?:and|or|who|gets?|has|have|is|are|was|while|but)\b)/g],
	['telephone', /(?:\+\d{1,3}|\b0\d{2,4})[\s-]\d{2,4}[\s-]?\d{2,4}(?:[\s-]?\d{2,4})?\b|\b\d{3}-(?:\d{3}-)?\d{4}\b(?!\s?(?:people|votes?))|(?<=\b(?:call|dial|called|calling|ring|rang|dialled)\s)(?:999|911|112|111|101|988)\b/g],
	['link', /\bhttps?:\S+|\bwww\.\S+|\b[\w.-]{1,64}@[\w.-]+|[#@]\w+|\b[\w-]{1,63}\.(?:com|org|net|co|gov|io|uk)\b\S*/g],
	// "nine-to-five", "sixes and sevens", "on the one hand", "fifty-fifty", "one by one"
	['idiom', /\b(?:nine|9)[-\s]to[-\s](?:five|5)\b|\bone\sor\stwo\b|\bfifty[-\s]fifty\b|\b(?:the|one)\sone\shand\b|\bone\sby\sone\b|\btwo\sby\stwo\b|\bzero[-\s](?:tolerance|sum|carbon|emission|emissions|hours?|in|day)\b|\bnet[-\s]zero\b|\b(?:in|of)\stwo\sminds\b|\btwo\s(?:sides\sof\sthe|cents)\b|\bthanks\sa\smillion\b|\ba\smillion\smiles\b|\bten\sto\sone\b|\bsquare\sone\b|\bthe\stwo\sof\s(?:us|them|you)\b|\bput\stwo\sand\stwo\b|\bmultiples?\sof\s\w+|\bof\sthousands\sof\syears\b|\bback\sto\sback\b|\bto\sthe\sthird\b|\bat\ssixes\sand\ssevens\b|\ba\shundred\stimes\sover\b|\btwo[-\s]time\b|\bthree[-\s]?piece\b|\bfour[-\s]letter\b|\bfirst\stwo\sthirds\b|\ba\s(?:dozen|hundred|thousand|million)\stimes\b|\bone\s(?:million|hundred)\stimes\b|\bcats?\shas\snine\slives\b|\bcloud\snine\b|\bdressed\sto\sthe\snines\b|\bon\sall\sfours\b/gi, IDIOMS],
	// "a 3-time champion"
	['idiom', /\b(?:\d{1,2}|three|four|five|six|seven|eight|nine|ten)-times?\b/gi, ['time', 'times']],
	// "five years ago", "two days later", "three months earlier": a place in time, nothing measured
	['time ago', /\b(?:(?:more\sthan|over|nearly|almost|about|around|some|less\sthan|just|at\sleast)\s)?(?:\d[\d,.]{0,15}|\p{L}+)(?:-\p{L}+)?(?:\s(?:and\sa\shalf|million|thousand|hundred|billion))?\s(?:second|minute|min|hour|hr|day|week|month|year|decade|centur(?=ies))(?:s|ies)?\s(?:ago|earlier|later|prior|hence|previously|on,|from\snow|back\b|after\b|before\b|until\b|till\b|away(?!\s(?:from|in)\b)|into\b)/giu, SPANS_OF_TIME],
	// "it is rebuilt every nine years": how often, nothing measured
	['time ago', /\b[Ee]very\s(?:\d{1,3}|\p{Ll}+)\s(?:seconds|minutes|hours|days|weeks|months|years|decades)\b/gu, ['every']],
	// "a quarter to nine", "half past six"; "a quarter to a third" is a share
	['time', new RegExp(`\\b(?:quarter|half|five|ten|twenty)\\s(?:past|to)\\s${SMALL}\\b(?=[.,;)]|$|\\s(?:in|on|and|when|as)\\b)`, 'gi'), ['past', 'to']],
	// "thirty-something teachers"
	['age', /\b(?:twen|thir|for|fif|six|seven|eigh)ty-?somethings?\b/gi],
	['time ago', /\b\d+\s?(?:minute|min|hour|hr|day|week|month|year)s?\sago\b|\b\d+\s?(?:h|m|d)\sago\b/gi, ['ago']],
];

/** A bit a guard, and for each word the guards it satisfies: one look-up a token tells which rules can hold. */
const BITS = new Map<Rule[2], number>([...new Set(RULES.map(([, , needs]) => needs).filter(needs => needs !== undefined))].map((needs, index) => [needs, 2 ** index]));
const PAIRED = BITS.get(PAIR) ?? 0;
const TELLS = new Map<string, number>();
for (const [needs, bit] of BITS) if (needs !== PAIR) for (const word of needs ?? []) TELLS.set(word, (TELLS.get(word) ?? 0) | bit);

/** The rules that can hold in a text without a digit: those that name numerals in letters. */
const WORDED = RULES.filter(([, pattern]) => !pattern.source.includes('\\d') || /one|\]ne|two|\\p\{Ll?\}\+\)/i.test(pattern.source));

/** "today’s 24/7 world", "View 5 comments": page furniture that slipped through. */
const FURNITURE: readonly RegExp[] = [/\bViews:\s?[\d,.]+k?/g, /\b\d+\smin(?:ute)?s?\sread\b/gi];

/** The stretches of a text (and its tokens) whose numbers are no figures, in order, merged where they overlap. */
export const maskedRanges = (text: string, tokens: readonly Token[]): Masked[] => {
	if (!/\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozen|zero|nines|fours|sixes|fift|year|hundred|thousand|million|billion|multiple|half|eleven|twelve|\w+teen|\w+ty|third)/i.test(text)) return [];
	const found: Masked[] = [];
	const rules = /\d/.test(text) ? RULES : WORDED;
	let told = /\d[-–/.]\d/.test(text) ? PAIRED : 0;
	for (const {lower} of tokens) told |= TELLS.get(lower) ?? 0;
	for (const [rule, pattern, needs] of rules) {
		if (needs !== undefined && (told & (BITS.get(needs) ?? 0)) === 0) continue;
		if (rule === 'link' && !/[@#]|www|https?:|\.(?:com|org|net|co|gov|io|uk)\b/.test(text)) continue;
		for (const match of matchesOf(pattern, text)) found.push({start: match.index, end: match.index + match[0].length, rule});
	}

	for (const pattern of FURNITURE) for (const match of matchesOf(pattern, text)) found.push({start: match.index, end: match.index + match[0].length, rule: 'furniture'});
	// "5\uFFFD000 people": something was hidden between the digits, and neither 5 nor 5,000 was said for certain.
	for (const {start, end} of doubtfulNumbers(text)) found.push({start, end, rule: 'doubtful number'});
	found.sort((left, right) => left.start - right.start || right.end - left.end);
	const merged: Masked[] = [];
	for (const range of found) {
		const last = merged.at(-1);
		if (last && range.start < last.end) {
			if (range.end > last.end) merged[merged.length - 1] = {...last, end: range.end};
		} else merged.push(range);
	}

	return merged;
};
