package dev.baton.connect.ads;

import dev.baton.OnPostgres;
import org.junit.jupiter.api.Tag;

/** Audiences on PostgreSQL. */
@Tag("nightly")
@OnPostgres
class AudienceOnPostgresTest extends AudienceJourney {}
