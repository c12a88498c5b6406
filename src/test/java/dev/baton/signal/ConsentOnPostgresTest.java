package dev.baton.signal;

import dev.baton.OnPostgres;
import org.junit.jupiter.api.Tag;

/** Consent on PostgreSQL. */
@Tag("nightly")
@OnPostgres
class ConsentOnPostgresTest extends ConsentJourney {}
