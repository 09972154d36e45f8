import type { Rule } from '../check.js';

export const REWARDS: Rule = {
  number: 4,
  name: 'A reward is given for its points, and given back whole',
  checks: [
    {
      claim: 'a member has taken as many of a reward as live redemptions say',
      counted: 'SELECT COUNT(*) AS n FROM reward_taken',
      violations: `
        SELECT pair.reward_id, pair.member_id, reward_taken.taken, live.redemptions
          FROM (SELECT reward_id, member_id FROM reward_taken UNION SELECT reward_id, member_id FROM redemption) pair
          LEFT JOIN reward_taken
            ON reward_taken.reward_id = pair.reward_id AND reward_taken.member_id = pair.member_id
          LEFT JOIN (SELECT reward_id, member_id, COUNT(*) AS redemptions FROM redemption WHERE status <> 'cancelled'
                      GROUP BY reward_id, member_id) live
            ON live.reward_id = pair.reward_id AND live.member_id = pair.member_id
         WHERE COALESCE(reward_taken.taken, 0) <> COALESCE(live.redemptions, 0)`,
    },
    {
      claim: 'a redemption cost exactly its points, and a cancelled one gave them back',
      counted: 'SELECT COUNT(*) AS n FROM redemption',
      violations: `
        SELECT redemption.id AS redemption_id, redemption.status, redemption.points,
               made.amount AS spent, cancelled.amount AS given_back
          FROM redemption
          LEFT JOIN (SELECT cause_id, SUM(amount) AS amount FROM ledger_transfer
                      WHERE cause_kind = 'redemption.made' AND unit = 'points' GROUP BY cause_id) made
            ON made.cause_id = redemption.id
          LEFT JOIN (SELECT cause_id, SUM(amount) AS amount FROM ledger_transfer
                      WHERE cause_kind = 'redemption.cancelled' AND unit = 'points' GROUP BY cause_id) cancelled
            ON cancelled.cause_id = redemption.id
         WHERE COALESCE(made.amount, 0) <> redemption.points
            OR COALESCE(cancelled.amount, 0) <> CASE redemption.status WHEN 'cancelled' THEN redemption.points ELSE 0 END`,
    },
    {
      claim: 'no reward was given beyond its stock',
      counted: 'SELECT COUNT(*) AS n FROM reward',
      violations: 'SELECT id AS reward_id, stock FROM reward WHERE stock < 0',
    },
  ],
};
