import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AdminResolver, StaffResolver } from '../../platform/auth/index.js';
import { AdminProfiles } from './admins/admin-profiles.js';
import { AdminSessionController } from './admins/admin-session.controller.js';
import { AdminSessions } from './admins/admin-sessions.js';
import { AdminsRepository } from './admins/admins.repository.js';
import { CreateAdmin } from './admins/create-admin.js';
import { PurgeSignIns } from './admins/purge-sign-ins.js';
import { SignInAttempts } from './admins/sign-in-attempts.js';
import { SignIn } from './admins/sign-in.js';
import { AdminAuditController } from './audit/admin-audit.controller.js';
import { AuditLookup } from './audit/audit-lookup.js';
import { BrandLookup } from './brands/brand-lookup.js';
import { Brand } from './brands/brand.entity.js';
import { MemberBrandsController } from './brands/member-brands.controller.js';
import { OpenBrand } from './brands/open-brand.js';
import { Program } from './brands/program.entity.js';
import { AcceptInvitation } from './staff/accept-invitation.js';
import { AdminStaffController } from './staff/admin-staff.controller.js';
import { EndStaff } from './staff/end-staff.js';
import { HireStaff } from './staff/hire-staff.js';
import { InviteStaff } from './staff/invite-staff.js';
import { MemberStaffInvitationsController } from './staff/member-staff-invitations.controller.js';
import { StaffInvitationsRepository } from './staff/staff-invitations.repository.js';
import { StaffLookup } from './staff/staff-lookup.js';
import { StaffMeController } from './staff/staff-me.controller.js';
import { StaffRepository } from './staff/staff.repository.js';
import { AdminStoreLookup } from './stores/admin-store-lookup.js';
import { AdminStoresController } from './stores/admin-stores.controller.js';
import { ChangeStore } from './stores/change-store.js';
import { CreateStore } from './stores/create-store.js';
import { MemberStoresController } from './stores/member-stores.controller.js';
import { StoreLookup } from './stores/store-lookup.js';
import { Store } from './stores/store.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([Program, Brand, Store])],
  controllers: [
    MemberBrandsController,
    MemberStoresController,
    MemberStaffInvitationsController,
    StaffMeController,
    AdminSessionController,
    AdminStoresController,
    AdminStaffController,
    AdminAuditController,
  ],
  providers: [
    BrandLookup,
    OpenBrand,
    StoreLookup,
    AdminStoreLookup,
    CreateStore,
    ChangeStore,
    StaffRepository,
    StaffInvitationsRepository,
    StaffLookup,
    { provide: StaffResolver, useExisting: StaffLookup },
    HireStaff,
    InviteStaff,
    AcceptInvitation,
    EndStaff,
    AdminsRepository,
    AdminSessions,
    { provide: AdminResolver, useExisting: AdminSessions },
    AdminProfiles,
    SignInAttempts,
    SignIn,
    CreateAdmin,
    PurgeSignIns,
    AuditLookup,
  ],
  exports: [
    AdminResolver,
    StaffResolver,
    BrandLookup,
    OpenBrand,
    StoreLookup,
    CreateStore,
    StaffLookup,
    HireStaff,
    AcceptInvitation,
    EndStaff,
    CreateAdmin,
  ],
})
export class OrgModule {}
