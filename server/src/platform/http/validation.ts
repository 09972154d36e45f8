import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';
import { Refusal, type FieldError } from './refusal.js';

/** Enough for any form; a list of ten thousand wrong items is not answered with as many sentences. */
const FIELD_ERRORS_MAX = 50;

/** Unknown fields are refused, not dropped: a misspelt optional field must not pass silently. */
export function validationPipe(): ValidationPipe {
  rememberRules();
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) =>
      new Refusal('validation_failed', {
        fields: errors.flatMap((error) => flatten(error)).slice(0, FIELD_ERRORS_MAX),
      }),
  });
}

type Storage = ReturnType<typeof getMetadataStorage>;
type FindRules = Storage['getTargetValidationMetadatas'];

const rules = new WeakMap<object, ReturnType<FindRules>>();

/** class-validator searches the rules of all classes for each object it checks; a class never gets others. */
function rememberRules(): void {
  const storage = getMetadataStorage();
  if (Object.hasOwn(storage, 'getTargetValidationMetadatas')) {
    return;
  }
  const find: FindRules = storage.getTargetValidationMetadatas.bind(storage);
  storage.getTargetValidationMetadatas = (target, ...rest) => {
    const known = rules.get(target);
    if (known) {
      return known;
    }
    const found = find(target, ...rest);
    rules.set(target, found);
    return found;
  };
}

function flatten(error: ValidationError, parent = ''): FieldError[] {
  const field = parent === '' ? error.property : `${parent}.${error.property}`;
  const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
    field,
    message: sentenceFor(rule, message),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => flatten(child, field))];
}

const CHINESE = /\p{Script=Han}/u;

/** Our rules speak Chinese; what the libraries say of their own accord is meant for programmers. */
function sentenceFor(rule: string, message: string): string {
  if (rule === 'whitelistValidation') {
    return '不认识这个字段';
  }
  return CHINESE.test(message) ? message : '内容格式不正确';
}
