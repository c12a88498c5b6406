package dev.baton.mailbox;

import dev.baton.OnPostgres;
import org.junit.jupiter.api.Tag;

/** Mails of reps and leads on PostgreSQL. */
@Tag("nightly")
@OnPostgres
class MailboxOnPostgresTest extends MailboxJourney {}
