import type { Rule } from '../check.js';

export const CALLBACKS: Rule = {
  number: 7,
  name: 'Every callback of WeChat is processed once, or kept with its error',
  checks: [
    {
      claim: 'a callback is processed, or says why it is not',
      counted: 'SELECT COUNT(*) AS n FROM received_callback',
      violations: `
        SELECT id AS callback_id, status, error, processed_at FROM received_callback
         WHERE (status = 'processed') <> (error IS NULL) OR (status = 'processed') <> (processed_at IS NOT NULL)
            OR raw_body = ''`,
    },
    {
      claim: 'a callback that failed by bad luck waits to be played again',
      counted: "SELECT COUNT(*) AS n FROM received_callback WHERE status = 'failed'",
      violations: `
        SELECT id AS callback_id, error FROM received_callback
         WHERE status = 'failed' AND event_type <> 'unreadable' AND error NOT LIKE 'ReportMismatch%'
           AND NOT EXISTS (SELECT 1 FROM job
             WHERE job.kind = 'payments.replay-callback' AND job.dedupe_key = CAST(received_callback.id AS CHAR))`,
    },
  ],
};
