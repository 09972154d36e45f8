import { Module } from '@nestjs/common';
import { FreightRules } from './freight-rules.js';

@Module({ providers: [FreightRules], exports: [FreightRules] })
export class PricingModule {}
