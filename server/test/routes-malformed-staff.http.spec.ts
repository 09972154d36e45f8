import { describeMalformed } from './routes/malformed/suite.js';

describeMalformed('/api/staff/');
