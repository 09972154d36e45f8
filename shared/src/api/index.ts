export { ApiError, createApi } from './client.js';
export type { Api, ApiInput, ApiOutput, ApiRequest, ApiResponse, FieldError, Send } from './client.js';
export type { components, operations, paths } from './schema.js';
