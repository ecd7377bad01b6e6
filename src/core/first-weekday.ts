/** Regions where weeks begin on Sunday or Saturday (CLDR), as far as they are likely beside the languages that we speak. */
const SUNDAY =
  'AG AS BS BW BZ CA DM DO GT GU HK HN ID IL IN JM JP KE KR LA MH MM MO MT MX MZ NP PA PE PH PK PR PT SG SV TH TT TW UM US VE VI WS ZA ZW';
const SATURDAY = 'BH DJ DZ EG IQ IR JO KW LY OM QA SD SY';

interface WeekInfo {
  firstDay: number;
}

/** The locale's first day of the week, 0 for Monday to 6 for Sunday. @param language e.g. `en-GB` */
export function firstWeekday(language: string): number {
  const locale = new Intl.Locale(language) as Intl.Locale & { getWeekInfo?(): WeekInfo; weekInfo?: WeekInfo };
  // Firefox told nothing of it for long; other browsers had it under another name at first.
  const first = (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay;
  return first === undefined ? firstWeekdayOfRegion(language) : (first + 6) % 7;
}

/** The same for a browser that does not tell. */
export function firstWeekdayOfRegion(language: string): number {
  const region = new Intl.Locale(language).maximize().region ?? '';
  if (SUNDAY.split(' ').includes(region)) return 6;
  return SATURDAY.split(' ').includes(region) ? 5 : 0;
}
