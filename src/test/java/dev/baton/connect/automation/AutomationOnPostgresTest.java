package dev.baton.connect.automation;

import dev.baton.OnPostgres;
import org.junit.jupiter.api.Tag;

/** Marketing automations on PostgreSQL. */
@Tag("nightly")
@OnPostgres
class AutomationOnPostgresTest extends AutomationJourney {}
