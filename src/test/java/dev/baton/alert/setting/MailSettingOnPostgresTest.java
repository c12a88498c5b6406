package dev.baton.alert.setting;

import dev.baton.OnPostgres;

/** A mail server that is entered, on PostgreSQL. */
@OnPostgres
class MailSettingOnPostgresTest extends MailSettingJourney {}
