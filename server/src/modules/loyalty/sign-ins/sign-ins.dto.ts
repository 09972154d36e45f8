import { BusinessDay, Flag, ListOf, PublicId, Text, Whole } from '../../../platform/http/index.js';
import { POINTS_MAX } from '../rewards/reward.view.js';
import type { SignIn } from './sign-ins.repository.js';

const STREAK_MAX = 1_000_000;

export class DailySignInBody {
  @PublicId('brand', { doc: 'With which brand' })
  brandId: number;
}

export class SignInsQuery {
  @PublicId('brand', { doc: 'With which brand' })
  brandId: number;

  @Text({
    max: 7,
    optional: true,
    pattern: /^20\d{2}-(0[1-9]|1[0-2])$/,
    patternMessage: '月份格式应为 2026-06',
    doc: 'The month; this one when absent',
  })
  month?: string;
}

export class SignInView {
  @BusinessDay({ doc: 'The day' })
  day: string;

  @Whole({ min: 1, max: STREAK_MAX, doc: 'Days in a row' })
  streak: number;

  @Whole({ min: 0, max: POINTS_MAX, doc: 'What it gave' })
  points: number;
}

export class SignedDayView {
  @BusinessDay({ doc: 'The day' })
  day: string;

  @Whole({ min: 0, max: POINTS_MAX, doc: 'What it gave' })
  points: number;
}

export class StreakDayView {
  @Whole({ min: 1, max: STREAK_MAX, doc: 'Days in a row' })
  streak: number;

  @Whole({ min: 0, max: POINTS_MAX, doc: 'What it would give' })
  points: number;
}

export class SignInCalendarView {
  @Text({ max: 7, doc: 'The month' })
  month: string;

  @BusinessDay({ doc: 'Today in the zone of the brand' })
  today: string;

  @Flag({ doc: 'Whether today is done' })
  signedIn: boolean;

  @Whole({ min: 0, max: STREAK_MAX, doc: 'Days in a row until now' })
  streak: number;

  @ListOf(() => SignedDayView, { max: 31, doc: 'The days of the month' })
  days: SignedDayView[];

  @ListOf(() => StreakDayView, { max: 7, doc: 'What the next days in a row would give' })
  ahead: StreakDayView[];
}

export const toSignInView = ({ businessDay, streak, points }: SignIn): SignInView => ({
  day: businessDay,
  streak,
  points,
});
