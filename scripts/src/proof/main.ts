import { createConnection } from 'mysql2/promise';
import { beginSnapshot, prove } from './prove.js';
import { describe } from './report.js';
import { RULES } from './rules/index.js';

const url = process.env['DATABASE_URL'];
if (!url) {
  console.error('DATABASE_URL is missing: mysql://user:password@host:port/database');
  process.exit(2);
}

const connection = await createConnection({ uri: url, supportBigNumbers: true, timezone: 'Z' });
let checks = 0;
let violations = 0;
try {
  await beginSnapshot(connection);
  let rule: number | undefined;
  for await (const finding of prove(connection, RULES)) {
    if (finding.rule.number !== rule) {
      rule = finding.rule.number;
      console.log(`Rule ${rule}: ${finding.rule.name}`);
    }
    describe(finding).forEach((line) => console.log(line));
    checks += 1;
    violations += finding.violations.length;
  }
} finally {
  await connection.end();
}
console.log(`${checks} claims checked, ${violations} violations`);
process.exitCode = violations === 0 ? 0 : 1;
