package dev.baton.connect.automation;

import dev.baton.OnPostgres;

/** Marketing automations on PostgreSQL. */
@OnPostgres
class AutomationOnPostgresTest extends AutomationJourney {}
