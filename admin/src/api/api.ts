import { createApi } from '@regulars/shared/api';
import { sendFrom } from './send';
import { sessionEnd } from './session-end';

export const api = createApi(sendFrom(sessionEnd.announce));
