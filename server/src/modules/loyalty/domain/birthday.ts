/** For so many days, the birthday included, its gift can be fetched. */
export const BIRTHDAY_DAYS = 7;

/**
 * The year of the birthday that is being celebrated today, or undefined: then there is none. Who was born on a leap
 * day celebrates on the 28th of February in other years.
 *
 * @param birthday 'YYYY-MM-DD' @param today 'YYYY-MM-DD'
 */
export function celebratedYear(birthday: string, today: string): number | undefined {
  const year = Number(today.slice(0, 4));
  return [year, year - 1].find((candidate) => {
    const passed = (Date.parse(today) - Date.parse(birthdayIn(birthday, candidate))) / 86_400_000;
    return passed >= 0 && passed < BIRTHDAY_DAYS;
  });
}

function birthdayIn(birthday: string, year: number): string {
  const leap = new Date(Date.UTC(year, 1, 29)).getUTCDate() === 29;
  const day = birthday.slice(5);
  return `${year}-${day === '02-29' && !leap ? '02-28' : day}`;
}
