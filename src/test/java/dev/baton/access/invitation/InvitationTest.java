package dev.baton.access.invitation;

import dev.baton.OnH2;

/** Invitations on H2. */
@OnH2
class InvitationTest extends InvitationJourney {}
