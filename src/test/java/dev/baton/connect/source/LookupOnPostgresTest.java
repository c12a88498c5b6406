package dev.baton.connect.source;

import dev.baton.OnPostgres;
import org.junit.jupiter.api.Tag;

/** Look-ups on PostgreSQL. */
@Tag("nightly")
@OnPostgres
class LookupOnPostgresTest extends LookupJourney {}
