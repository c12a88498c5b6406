package dev.baton.access.invitation;

import java.time.Instant;

/**
 * Invitation of a person who has not logged in yet.
 *
 * @param email to which it went; when the person's address is another one, the link is over
 */
record StaffInvitation(
    String person, String email, String invitedBy, Instant at, Instant expiresAt) {}
