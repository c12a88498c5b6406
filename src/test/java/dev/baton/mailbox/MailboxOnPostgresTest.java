package dev.baton.mailbox;

import dev.baton.OnPostgres;

/** Mails of reps and leads on PostgreSQL. */
@OnPostgres
class MailboxOnPostgresTest extends MailboxJourney {}
