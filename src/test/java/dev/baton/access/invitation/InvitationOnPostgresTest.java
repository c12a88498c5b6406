package dev.baton.access.invitation;

import dev.baton.OnPostgres;

/** Invitations on PostgreSQL. */
@OnPostgres
class InvitationOnPostgresTest extends InvitationJourney {}
